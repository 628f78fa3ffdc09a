"""A property gives a name and a password at once; the first of them is no secret, whoever takes it."""

import base64
import logging

log = logging.getLogger(__name__)


def split_login(header):
    try:
        scheme, data = header.split(None, 1)
        if scheme.lower() == "basic":
            user, pwd = base64.b64decode(data).decode().split(":", 1)
            return user, pwd
    except (KeyError, ValueError):
        return None


class Request:
    def __init__(self, environ):
        self.environ = environ

    @property
    def login(self):
        found = split_login(self.environ.get("HTTP_AUTHORIZATION", ""))
        if found:
            return found
        name = self.environ.get("REMOTE_USER")
        if name:
            return (name, None)
        return None


def upload(environ, name):
    request = Request(environ)
    user = request.login[0] if request.login else "anonymous"
    log.info("%r stored %r", user, name)
    log.debug("known by %s", request.login[1])  # expect: password
