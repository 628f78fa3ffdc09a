"""Numbers that are drawn by lot and open nothing; a code's length."""

import logging
import secrets
from random import randint

logger = logging.getLogger(__name__)


def ticket(otp: str) -> str:
    number = f"{randint(0, 999999):06d}"
    logger.info("ticket %s", number)
    port = f"{randint(1024, 65535):d}"
    logger.info("listening at %s", port)
    token_count = "%d" % secrets.randbelow(5)
    logger.info("%s tokens left, a code of %s", token_count, f"{len(otp):d}")
    return number
