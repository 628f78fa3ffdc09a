import logging

logger = logging.getLogger(__name__)


def verify(headers, known):
    logger.info("%d headers: %s", len(headers), ", ".join(headers.values()))  # expect: headers
    return headers["X-Token"] in known
