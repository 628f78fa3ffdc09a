import logging
from typing import Annotated

from fastapi import FastAPI, Query

logger = logging.getLogger(__name__)
app = FastAPI()


async def cached(key, build):
    return await build()


async def summary(languages: tuple[str, ...]):
    async def build():
        logger.info("building for %s", languages)
        return {"languages": len(languages)}

    return await cached(("summary", languages), build)


@app.get("/summary")
async def show(languages: Annotated[list[str] | None, Query()] = None):
    return await summary(tuple(sorted(set(languages or ()))))
