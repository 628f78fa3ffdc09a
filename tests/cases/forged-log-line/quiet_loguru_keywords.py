import sys

from fastapi import FastAPI, UploadFile
from loguru import logger

logger.add(sys.stderr, format="{time} {level} {message} | {extra}")
app = FastAPI()


@app.post("/attachments/{owner}")
async def attach(owner: str, file: UploadFile):
    logger.info("File received", filename=file.filename, owner=owner)
    return {}
