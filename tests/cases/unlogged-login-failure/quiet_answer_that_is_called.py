import logging

from shop.keys import validate_api_key
from starlette.responses import JSONResponse

logger = logging.getLogger(__name__)


class KeyMiddleware:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        if not validate_api_key(dict(scope["headers"]).get(b"x-api-key")):
            logger.warning("wrong key from %s", scope["client"])
            response = JSONResponse({"error": "no"}, status_code=401)
            await response(scope, receive, send)
            return
        await self.app(scope, receive, send)


class SizeMiddleware:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        if len(scope["path"]) > 100:
            response = JSONResponse({"error": "too long"}, status_code=414)
            await response(scope, receive, send)
            return
        await self.app(scope, receive, send)
