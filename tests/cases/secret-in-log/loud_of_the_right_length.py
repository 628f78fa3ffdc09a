"""What has the type and the length of a key, or the wrong one alone, may be one."""

import logging

logger = logging.getLogger(__name__)


def peer(info):
    secret_key = info.get("secret_key")
    if not isinstance(secret_key, bytes) or len(secret_key) != 16:
        return None
    logger.debug("the key is %r", secret_key)  # expect: the secret key reaches logger.debug()
    return secret_key


def short(api_key):
    if len(api_key) != 32:
        logger.error("a key has 32 letters: %s", api_key)  # expect: the API key reaches logger.error()


def tried(seen):
    for password, times in seen.most_common(3):
        logger.info("%s: %d", password, times)  # expect: the password reaches logger.info()
