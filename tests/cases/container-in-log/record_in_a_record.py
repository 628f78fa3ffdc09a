"""A part of a model, several models, and a model whose field is one of several kinds."""

import logging

from fastapi import FastAPI
from pydantic import BaseModel

logger = logging.getLogger(__name__)
app = FastAPI()


class Database(BaseModel):
    host: str
    password: str


class Runtime(BaseModel):
    name: str


class Hosted(Runtime):
    api_key: str


class Agent(BaseModel):
    title: str
    runtimes: dict[str, Runtime]


class Job(BaseModel):
    database: Database
    agent: Agent
    runtime: Runtime


@app.post("/jobs")
async def submit(job: Job) -> None:
    logger.info("connecting with %s", job.database)  # expect: `job.database` (Database) reaches logger.info(): its text shows the password
    agent = job.agent
    logger.info(f"submitting {agent}")  # expect: its text shows the API key


def connect(databases: list[Database]) -> None:
    logger.debug("known: %s", databases)  # expect: `databases` (Database) reaches logger.debug(): its text shows the password
