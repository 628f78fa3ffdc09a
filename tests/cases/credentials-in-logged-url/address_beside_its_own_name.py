"""``{dsn=}`` writes an address and its name, and says nothing of what is in it."""

import logging

logger = logging.getLogger(__name__)


class Cache:
    def __init__(self, redis_dsn: str) -> None:
        self.redis_dsn = redis_dsn

    def open(self) -> None:
        logger.info("connected, cache at %s", f"{self.redis_dsn=}")  # expect: the database URL reaches logger.info()
