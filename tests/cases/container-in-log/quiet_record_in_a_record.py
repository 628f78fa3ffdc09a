"""Harmless parts of models, models that hide their secret, and single fields of several."""

import logging

from fastapi import FastAPI
from pydantic import BaseModel, Field, SecretStr

logger = logging.getLogger(__name__)
app = FastAPI()


class Database(BaseModel):
    host: str
    password: str


class Masked(BaseModel):
    host: str
    password: SecretStr


class Hidden(BaseModel):
    host: str
    password: str = Field(repr=False)


class Box(BaseModel):
    width: int


class Crate(Box):
    label: str


class Job(BaseModel):
    masked: Masked
    hidden: Hidden
    box: Box
    database: Database


@app.post("/jobs")
async def submit(job: Job) -> None:
    logger.info("%r %r %r", job.masked, job.hidden, job.box)
    logger.info("connecting to %r", job.database.host)


def connect(databases: list[Database], boxes: list[Box]) -> None:
    logger.debug("%d known: %s", len(databases), [database.host for database in databases])
    for number, database in enumerate(databases):
        logger.debug("%d: %s", number, database.host)
    logger.debug("the first is %s, boxes are %s", databases[0].host, boxes)
    logger.debug(", ".join(sorted(database.host for database in databases)))
