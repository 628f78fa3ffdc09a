import logging

from fastapi import FastAPI, Request

logger = logging.getLogger(__name__)
app = FastAPI()
HEADER_NAME = "authorization"


def wanted(headers: dict[str, str]) -> str:
    for key, value in headers.items():
        if key.lower() == HEADER_NAME:
            return value
    return ""


@app.post("/forward")
async def forward(request: Request):
    headers = request.headers
    logger.info("forwarded %r", wanted(headers))  # expect: reach logger.info()
    return {}
