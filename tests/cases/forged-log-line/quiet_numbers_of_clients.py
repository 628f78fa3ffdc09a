import logging
from typing import List
from uuid import UUID

from fastapi import FastAPI, Query, Request

app = FastAPI()
logger = logging.getLogger(__name__)


@app.get("/several")
async def several(ids: list[int] = Query([]), shops: List[UUID] = Query([])):
    logger.info("several: %s of %s", ",".join(map(str, ids)), " ".join(str(shop) for shop in shops))


@app.post("/next")
async def next_page(request: Request):
    data = await request.json()
    logger.info("page %s", data["page"] + 1)
