import logging

from starlette.requests import Request
from starlette.responses import PlainTextResponse

logger = logging.getLogger(__name__)


async def missing(request: Request, exc: Exception) -> PlainTextResponse:
    # The parser that takes the address apart throws line breaks away; the address as a whole has them.
    logger.warning("nothing at %s", request.url.path)
    logger.info("asked for %s", request.url)  # expect:
    logger.info("route of %s", request.scope["path"])  # expect:
    return PlainTextResponse("not found", status_code=404)
