import logging

logger = logging.getLogger(__name__)


def check(authorization: str, api_key: str) -> None:
    scheme = authorization.split(" ", 1)[0]
    logger.info("scheme %s", scheme)
    logger.info("kind of key: %s", api_key.partition("-")[0])
