"""A one-time code that is drawn as a number and written out with all its places."""

import logging
import secrets
from random import randint

logger = logging.getLogger(__name__)


def challenge(phone: str) -> str:
    otp = f"{randint(0, 999999):06d}"
    logger.info("code for ..%s is %s", phone[-2:], otp)  # expect: the one-time code
    return otp


def card() -> str:
    pin = "%04d" % secrets.randbelow(10000)
    logger.debug("new card has %s", pin)  # expect: the PIN
    return pin
