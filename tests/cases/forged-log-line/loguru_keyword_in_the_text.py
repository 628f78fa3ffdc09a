from fastapi import FastAPI
from loguru import logger

app = FastAPI()


@app.post("/attachments/{owner}")
async def attach(owner: str, name: str):
    logger.info("File {name} received", name=name, owner=owner)  # expect: `name` reaches logger.info()
    logger.info(f"File of {owner} received", name=name)  # expect: `owner` reaches logger.info()
    return {}
