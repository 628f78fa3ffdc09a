import logging

from starlette.authentication import AuthenticationBackend
from starlette.requests import HTTPConnection

logger = logging.getLogger(__name__)


class Backend(AuthenticationBackend):
    async def authenticate(self, conn: HTTPConnection):
        logger.debug("a connection of type %s", conn.scope["type"])
        logger.debug("HTTP %s, asked with %s", conn.scope["http_version"], conn.scope["method"])
        logger.debug("from %s", conn.scope["client"])
        logger.debug("for %s", conn.scope["path"])  # expect: reaches logger.debug()
