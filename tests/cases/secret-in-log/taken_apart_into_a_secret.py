import logging
import os

logger = logging.getLogger(__name__)


def key_credentials():
    key = os.environ.get("SHOP_KEY")
    if key:
        try:
            key_id, key_secret = key.split(":", 1)
            return (key_id, key_secret)
        except ValueError:
            logger.error(f"Invalid key format: {key}")  # expect: the secret reaches logger.error(), from key
    return None


def users(lines):
    found = {}
    for line in lines:
        name, _, password = line.strip().partition(":")
        if not password:
            continue
        logger.debug("read %s", line)  # expect: the password reaches logger.debug()
        found[name] = password
    return found


def bearer(value):
    logger.debug("checking %s", value)  # expect: token
    access_token = value.split(" ")[1]
    return access_token
