import logging

logger = logging.getLogger(__name__)


def report(passwords, kept):
    first = (passwords == kept)[0]
    logger.info("same: %s", first)
    logger.info("longer: %s", (len(passwords) + len(kept))[0])
