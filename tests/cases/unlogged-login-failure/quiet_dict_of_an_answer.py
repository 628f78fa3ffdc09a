import logging

from shop.keys import validate_api_key

logger = logging.getLogger(__name__)


class TokenMiddleware:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        headers = dict(scope["headers"])
        given = headers.get(b"authorization", b"").decode()
        if not validate_api_key(given):
            logger.warning("wrong token from %s", scope["client"])
            await send({"type": "http.response.start", "status": 401, "headers": []})
            await send({"type": "http.response.body", "body": b"no"})
            return
        await self.app(scope, receive, send)


class HostMiddleware:
    def __init__(self, app, hosts):
        self.app = app
        self.hosts = hosts

    async def __call__(self, scope, receive, send):
        if dict(scope["headers"]).get(b"host") not in self.hosts:
            await send({"type": "http.response.start", "status": 404, "headers": []})
            await send({"type": "http.response.body", "body": b"no"})
            return
        await self.app(scope, receive, send)
