import logging

from shop.logins import PasswordLogin, TokenLogin

log = logging.getLogger(__name__)
LOGINS = {}


class Registry:
    def __init__(self):
        self.kinds = {}

    def fill(self):
        self.kinds["password"] = PasswordLogin
        self.kinds["access_token"] = TokenLogin

    def show(self):
        log.debug("kinds of logins: %s", self.kinds)


def fill():
    LOGINS["password"] = PasswordLogin
    LOGINS["access_token"] = lambda request: TokenLogin(request)


def show():
    log.debug("kinds of logins: %s", LOGINS)
