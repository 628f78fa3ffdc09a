import logging

import redis

log = logging.getLogger(__name__)


class Sink:
    def __init__(self, host, port, db, password):
        self._settings = {"host": host, "port": port, "db": db, "password": password}
        self._redis_uri = f"{self._settings['host']}:{self._settings['port']}/{self._settings['db']}"

    def write(self, batch):
        client = redis.Redis(**self._settings)
        client.mset(batch)
        log.debug("wrote %d keys to %s", len(batch), self._redis_uri)


def connect_arguments(url):
    dsn = url.database
    log.debug("connecting to the source %s as %s", dsn, url.username)
    return dsn, url.password


def connect(settings):
    dsn = settings.database_dsn
    log.debug("connecting to the source %s", dsn)  # expect: database URL
    return dsn
