import logging

from starlette.middleware.base import BaseHTTPMiddleware

logger = logging.getLogger(__name__)

ALLOWED = {"accept", "content-type", "user-agent"}


class Trace(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        shown = {name: value for name, value in request.headers.items() if name in ALLOWED}
        logger.debug("headers %r", shown)
        return await call_next(request)
