"""What is imported from such a module is told by its own name."""

import logging

from python_jwt import SIGNING_SECRET

logger = logging.getLogger(__name__)


def show():
    logger.debug("signing with %s", SIGNING_SECRET)  # expect: the secret
