import logging

from fastapi import FastAPI, Query, Request

app = FastAPI()
logger = logging.getLogger(__name__)


@app.get("/several")
async def several(names: list[str] = Query([])):
    logger.info("several: %s", ",".join(names))  # expect: reaches logger.info()


@app.post("/next")
async def next_page(request: Request):
    data = await request.json()
    logger.info("page %s", data["page"] + "1")  # expect: reaches logger.info()
