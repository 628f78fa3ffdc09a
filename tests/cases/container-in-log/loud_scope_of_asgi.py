"""The scope that an ASGI application is called with holds the request's headers."""

import logging

logger = logging.getLogger(__name__)


class Middleware:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        logger.debug("scope: %s", scope)  # expect: the ASGI scope reaches logger.debug(): it carries the Authorization header and cookies
        await self.app(scope, receive, send)


class Cycle:
    def __init__(self, scope, receive, send):
        self.scope = scope

    def finished(self, status):
        logger.info("done", extra={"status": status, "scope": self.scope})  # expect: the ASGI scope reaches logger.info()


async def application(scope, receive, send):
    logger.info(f"called with {scope!r}")  # expect: the ASGI scope reaches logger.info()
