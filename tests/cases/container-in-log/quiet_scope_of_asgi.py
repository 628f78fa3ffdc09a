"""Of the scope of an ASGI application the type and the path are no secrets; a login asks for another scope."""

import logging

logger = logging.getLogger(__name__)


class Middleware:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        logger.info("type: %s, method: %s", scope["type"], scope.get("method"))
        logger.info("keys: %s", sorted(scope))
        await self.app(scope, receive, send)


def authorize(client, scope, receive):
    logger.info("asking for %s", scope)
    return client.authorize(scope=scope)


class Span:
    def __init__(self, scope, send):
        self.scope = scope

    def show(self):
        logger.info("in %s", self.scope)
