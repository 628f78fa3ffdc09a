import logging

logger = logging.getLogger(__name__)


class Bucket:
    account_key = ""

    def update(self, **kwargs):
        for item in kwargs:
            if hasattr(self, item):
                setattr(self, item, kwargs[item])
                logger.debug("set %s", kwargs[item])  # expect: key
            else:
                logger.warning("there is no %s", item)


def make(account_key):
    Bucket().update(account_key=account_key)


class Api:
    def __init__(self):
        self._token = (None, None, None)

    def login(self, answer, now, until):
        self._token = (answer["access_token"], now, until)

    def wait(self):
        logger.debug("last refresh was %s, next is %s", self._token[1], self._token[2])
        logger.debug("token is %s", self._token[0])  # expect: token


def described(claims, cookie_sizes_str, target):
    token_scope_string = claims.get("scp", "")
    logger.debug("scopes %s, sizes %s", token_scope_string, cookie_sizes_str)
    for credential_number, credential in enumerate(claims["credentials"]):
        logger.info("credential %d", credential_number)
    shadow_credentials_target = target
    logger.info("done for %s", shadow_credentials_target)
    auth_token_str = target.auth_token_str
    logger.info("token %s", auth_token_str)  # expect: token
