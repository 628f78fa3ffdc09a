"""The text says that what is shown is a name."""

import logging

log = logging.getLogger(__name__)


class Vault:
    def __init__(self, session):
        self._session = session

    def find(self, secret):
        if secret not in self._session.listed():
            log.warning("there is no secret named '%s'", secret)
            raise KeyError(f"no secret called {secret!r}")
        return self._session.read(secret)

    def check_cookies(self, expected, response):
        for cookie in expected.get("cookies", []):
            if cookie not in response.cookies:
                log.error("No cookie named '%s' in the answer of %s", cookie, response.url)

    def make(self, password, token):
        log.info(f"{self._session.host}: made the password with name {password}")
        log.info("token name: {}".format(token))
        log.info("the name of the token is %s" % token)


def check_all(secrets, vault):
    missing = [secret for secret in secrets if secret not in vault]
    log.error("missing secrets: %s", missing)
    for secret in missing:
        log.error("the secret %s does not exist in %s", secret, vault.path)
        log.error(f"secret {secret} is not set")


def parse(lexer):
    token = lexer.advance()
    if token is not None:
        log.debug("unexpected token %s in line %d", token, lexer.line)
