import logging

import redis

logger = logging.getLogger(__name__)


def _redacted(redis_url):
    if "@" in redis_url:
        return redis_url.split("@", 1)[-1]
    return redis_url


def connect(environ):
    redis_url = environ["REDIS_URL"]
    logger.info("sessions are kept at %s", _redacted(redis_url))
    if "@" not in redis_url:
        logger.warning("no password for %s", redis_url)
    return redis.from_url(redis_url)
