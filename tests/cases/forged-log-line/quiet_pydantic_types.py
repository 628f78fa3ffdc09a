import logging
from enum import Enum
from typing import Literal

from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()
logger = logging.getLogger(__name__)


class Size(str, Enum):
    SMALL = "small"
    LARGE = "large"


class Wanted(BaseModel):
    article: int
    size: Size


@app.post("/wanted")
async def wanted(form: Wanted, kind: Literal["gift", "own"]):
    logger.info("article %s, size %s, kind %s", form.article, form.size.value, kind)
    logger.info("wanted: %r", form)
    return {"ok": True}
