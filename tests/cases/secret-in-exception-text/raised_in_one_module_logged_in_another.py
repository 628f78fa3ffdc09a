# file: app/__init__.py
# file: app/errors.py
class LoginError(Exception):
    pass


class ConnectError(Exception):
    def __init__(self, message, dsn=None):
        super().__init__(message)
        self.dsn = dsn
# file: app/db.py
import logging

from app.errors import ConnectError, LoginError

log = logging.getLogger(__name__)


def connect(user, password):
    if not try_connect(user, password):
        raise LoginError(f"cannot log in {user} with {password}")  # expect: password


def connect2(host, token):
    raise ConnectError("bad token %s for %s" % (token, host))  # expect: token


def check(api_key):
    if len(api_key) != 32:
        raise ValueError("invalid api key: {}".format(api_key))  # expect: API key


def local(secret):
    try:
        raise RuntimeError("secret was " + secret)  # expect: secret
    except RuntimeError as error:
        log.error("failed: %s", error)


def assertion(password, expected):
    assert password == expected, f"{password} is not {expected}"
# file: app/main.py
import logging

from app.db import connect, connect2, check

log = logging.getLogger(__name__)


def main():
    try:
        connect("a", read())
    except Exception as error:
        log.error("cannot connect: %s", error)
    try:
        connect2("a", read())
    except Exception:
        log.exception("cannot connect")
    try:
        check(read())
    except ValueError as error:
        log.warning(str(error))
