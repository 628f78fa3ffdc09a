import logging

from starlette.requests import Request
from starlette.responses import PlainTextResponse

logger = logging.getLogger(__name__)


async def missing(request: Request, exc: Exception) -> PlainTextResponse:
    logger.warning("nothing at %s", request.url.path)  # expect:
    return PlainTextResponse("not found", status_code=404)
