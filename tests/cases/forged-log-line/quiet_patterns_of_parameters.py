import logging
from typing import Annotated

from fastapi import FastAPI, Path, Query
from pydantic import conint

logger = logging.getLogger(__name__)
app = FastAPI()


@app.get("/rooms/{name}")
async def room(name: Annotated[str, Path(pattern=r"^[a-z-]+$")], order: str = Query("up", regex="^(up)$"), size: conint(gt=0) = 1):
    logger.info("room %s, %s", name, size)


@app.get("/shelves/{code}")
async def shelf(code: str = Path(regex=r"^[A-Z]{2}\d\d\w*$")):
    logger.info("shelf %s", code)
