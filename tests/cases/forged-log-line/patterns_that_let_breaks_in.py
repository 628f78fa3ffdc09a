import logging
from typing import Annotated

from fastapi import FastAPI, Path, Query

logger = logging.getLogger(__name__)
app = FastAPI()


@app.get("/rooms/{name}")
async def room(name: Annotated[str, Path(pattern=r"^[^/]+$")]):
    logger.info("room %s", name)  # expect: a line break


@app.get("/notes")
async def note(text: str = Query(regex=r"[a-z]+")):
    logger.info("note %s", text)  # expect: a line break


@app.get("/words")
async def word(text: str = Query(pattern=r"^[\w\s]+$")):
    logger.info("word %s", text)  # expect: a line break
