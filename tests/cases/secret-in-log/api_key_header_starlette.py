import logging

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

log = logging.getLogger(__name__)


async def usage(request: Request) -> JSONResponse:
    caller = request.headers["x-api-key"]
    log.info("usage asked for by %r", caller)  # expect: key
    return JSONResponse({"used": 12})


app = Starlette(routes=[Route("/usage", usage)])
