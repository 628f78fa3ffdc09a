"""An address in which a token may stand is still what a client says."""

import logging

from fastapi import FastAPI, Request

app = FastAPI()
logger = logging.getLogger(__name__)


@app.exception_handler(Exception)
async def failed(request: Request, error: Exception):
    logger.error(f"{request.method} {request.url} failed")  # expect: `request.url` reaches logger.error()


@app.get("/feed")
async def feed(request: Request):
    return await entries(request.query_params.get("api_key"))
