import logging

from yarl import URL

logger = logging.getLogger(__name__)


def connect(url: str):
    parsed = URL(url)
    logger.info("proxy %s:%s", parsed.host, parsed.port)
    logger.info("proxy %s", parsed.with_user(None))
    return parsed
