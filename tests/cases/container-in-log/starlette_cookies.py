import logging

from starlette.middleware.base import BaseHTTPMiddleware

logger = logging.getLogger(__name__)


class Trace(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        logger.debug("cookies %r", request.cookies)  # expect: cookies
        return await call_next(request)
