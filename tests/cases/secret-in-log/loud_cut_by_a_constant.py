"""A secret of which a constant of the module says how much is shown: nearly all of it."""

import logging

logger = logging.getLogger(__name__)
LONGEST = 72


def sign_in(password):
    logger.info("by %s", password[:LONGEST])  # expect: most of the password reaches logger.info()
