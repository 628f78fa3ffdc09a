import json
import logging
from typing import Optional

import pydantic
from fastapi import FastAPI, Request

log = logging.getLogger(__name__)
app = FastAPI()


class RequestOptions(pydantic.BaseModel):
    method: str
    url: str
    headers: Optional[dict] = None
    timeout: float = 60.0


class Client:
    def __init__(self, api_key):
        self.api_key = api_key

    def build(self, options: RequestOptions):
        log.debug("request options: %s", options)
        headers = {"Authorization": f"Bearer {self.api_key}", **(options.headers or {})}
        return options.method, options.url, headers


@app.post("/prompts")
async def prompts(request: Request):
    try:
        return await request.json()
    except json.JSONDecodeError:
        log.warning(f"no JSON: {request.body}")
        return {}
