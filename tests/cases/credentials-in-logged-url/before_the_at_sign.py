import logging

import redis

logger = logging.getLogger(__name__)


def _shown(redis_url):
    if ":" in redis_url:
        return redis_url.strip()
    return redis_url


def connect(environ):
    redis_url = environ["REDIS_URL"]
    logger.info("sessions are kept at %s", _shown(redis_url))  # expect: the database URL
    if "@" in redis_url:
        logger.warning("a password is in %s", redis_url)  # expect: the database URL
    return redis.from_url(redis_url)
