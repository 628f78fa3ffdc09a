import logging

import redis
from sqlalchemy.ext.asyncio import create_async_engine

log = logging.getLogger(__name__)


class Cache:
    def __init__(self, url):
        self.url = url
        self.client = redis.from_url(url)

    def ping(self):
        return self.client.ping()


class Store:
    def __init__(self, uri):
        self._uri = uri

    def open(self):
        log.info(f"opening {self._uri}")  # expect: the database URL reaches log.info()
        return create_async_engine(self._uri, future=True)


def cache(url):
    log.info("redis at %s", url)  # expect: the database URL reaches log.info()
    return redis.Redis.from_url(url=url)
