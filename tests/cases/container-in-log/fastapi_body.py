import logging

from fastapi import FastAPI, Request

app = FastAPI()
logger = logging.getLogger("hooks")


@app.post("/hook")
async def hook(request: Request):
    payload = await request.json()
    logger.info("received %r", payload)  # expect: body|json
    return {"ok": True}
