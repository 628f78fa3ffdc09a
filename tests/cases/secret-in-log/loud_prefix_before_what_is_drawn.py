"""Behind a prefix what was drawn by lot is a token."""

import logging
import secrets

logger = logging.getLogger(__name__)
_TOKEN_PREFIX = "shop_"


def new(owner_name):
    random = secrets.token_hex(16)
    token = f"{_TOKEN_PREFIX}{owner_name}_{random}"
    logger.debug("made %s", token)  # expect: the token reaches logger.debug()
    return token
