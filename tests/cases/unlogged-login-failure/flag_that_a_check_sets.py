"""A flag is false until a check has passed: who is refused by it is refused by the check, and nobody comes past it without."""

import base64
import hmac

from falcon import HTTPUnauthorized

from shop import settings


class BasicLogin:
    def process_resource(self, request, response, resource, params):
        authorized = False
        if request.auth is not None and request.auth.startswith("Basic "):
            name, password = base64.b64decode(request.auth[6:]).decode().split(":", 1)
            if name == settings.API_USER and hmac.compare_digest(password, settings.API_PASSWORD):
                authorized = True
        if not authorized:
            raise HTTPUnauthorized(title="Unauthorized", challenges=["Basic"])  # expect: a failed login


class AnyOfSeveral:
    def process_request(self, request, response):
        known = False
        for user in settings.USERS:
            if user.check_password(request.get_param("password")):
                known = True
                break
        if not known:
            raise HTTPUnauthorized(title="Unauthorized")  # expect: a failed login
