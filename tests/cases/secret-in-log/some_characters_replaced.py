import logging
import re

logger = logging.getLogger(__name__)


def change(user, password):
    logger.info("%s now has %s", user, re.sub(r"\d", "*", password))  # expect: the password
