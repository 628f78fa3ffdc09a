"""A flag is false until a check has passed, and who is refused by it is recorded."""

import base64
import hmac
import logging

from falcon import HTTPUnauthorized

from shop import settings

log = logging.getLogger(__name__)


class BasicLogin:
    def process_resource(self, request, response, resource, params):
        authorized = False
        name = None
        if request.auth is not None and request.auth.startswith("Basic "):
            name, password = base64.b64decode(request.auth[6:]).decode().split(":", 1)
            if name == settings.API_USER and hmac.compare_digest(password, settings.API_PASSWORD):
                authorized = True
        if not authorized:
            log.warning("login failed user=%r from=%s", name, request.remote_addr)
            raise HTTPUnauthorized(title="Unauthorized", challenges=["Basic"])
        log.info("login user=%r from=%s", name, request.remote_addr)
