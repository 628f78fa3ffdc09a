import logging
from uuid import uuid4

from fastapi import FastAPI, Request

logger = logging.getLogger(__name__)
app = FastAPI()
TRACE_ID_HEADER = "x-trace-id"


def trace_id(headers: dict[str, str]) -> str:
    for key, value in headers.items():
        if key.lower() == TRACE_ID_HEADER and value:
            return value
    return str(uuid4())


def kind(headers: dict[str, str]) -> str:
    for key, value in headers.items():
        if key.lower() == "content-type":
            return value
    return ""


@app.post("/forward")
async def forward(request: Request):
    headers = request.headers
    logger.info("forwarded %r of %r", trace_id(headers), kind(headers))
    return {}
