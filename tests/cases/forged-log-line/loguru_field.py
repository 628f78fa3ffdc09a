from fastapi import FastAPI
from loguru import logger

app = FastAPI()


@app.post("/feedback")
async def feedback(text: str):
    logger.info("feedback: {}", text)  # expect:
    return {"ok": True}
