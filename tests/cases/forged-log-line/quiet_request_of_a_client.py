import logging

import fastapi
import httpx

log = logging.getLogger(__name__)
app = fastapi.FastAPI()


def shown(req: httpx.Request) -> None:
    log.debug("sending to %s", req.url)
    log.debug("sending %s", req.content)
