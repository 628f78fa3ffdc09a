"""The environment is asked for secrets whose names stand in a list."""

import logging
import os

logger = logging.getLogger(__name__)
NEEDED = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "DB_PASSWORD")


def check():
    for name in NEEDED:
        logger.info("%s=%s", name, os.getenv(name))  # expect: password


def report():
    for name in ("LANG", "TZ"):
        logger.info("%s=%s", name, os.getenv(name))
    for name in NEEDED:
        logger.info("%s is set: %s", name, os.getenv(name) is not None)
    for name in NEEDED:
        if name.endswith(("_KEY", "_PASSWORD")):
            continue
        logger.info("%s=%s", name, os.getenv(name))
