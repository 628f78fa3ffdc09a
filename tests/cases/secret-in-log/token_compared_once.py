import hmac
import logging

log = logging.getLogger(__name__)


def allowed(token: str, expected: str) -> bool:
    if token == "":
        return False
    log.debug("asked with %s", token)  # expect: token
    return hmac.compare_digest(token, expected)


def anonymous(token: str) -> bool:
    if token == "anonymous":
        return True
    log.debug("asked with %s", token)  # expect: token
    return False
