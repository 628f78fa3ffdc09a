import logging

logger = logging.getLogger(__name__)


def check(authorization: str) -> None:
    logger.info("given %s", authorization.split(" ", 1)[1])  # expect: authorization
