import hmac
import logging

logger = logging.getLogger(__name__)


def sign(key, name, until):
    signature = hmac.new(key, f"{name}{until}".encode(), "sha256").hexdigest()
    token = f"{name}:{until}:{signature}"
    logger.debug("made %s", token)  # expect: the token
    return token
