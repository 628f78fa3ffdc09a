"""The same where it is a few characters, or where nobody knows how many."""

import logging

from shop.settings import SHOWN

logger = logging.getLogger(__name__)
FIRST = 4


def sign_in(password, many):
    logger.info("by %s...", password[:FIRST])
    logger.info("by %s...", password[:SHOWN])
    logger.info("by %s...", password[:many])
