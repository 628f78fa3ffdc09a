import logging

from fastapi import FastAPI

app = FastAPI()
logger = logging.getLogger(__name__)


@app.get("/files/{name}")
async def read(name: str):
    logger.info("file %s asked for", name)  # expect: name
    return {"name": name}
