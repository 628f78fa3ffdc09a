"""The address is given to a function of the project that makes an engine of it."""

import logging

from sqlalchemy import create_engine

log = logging.getLogger(__name__)


def engine_for(url):
    return create_engine(url, pool_recycle=300)


class Engines:
    def __init__(self):
        self.held = {}

    def get(self, url):
        if url not in self.held:
            self.held[url] = engine_for(url)
            log.info(f"made an engine for {url}")  # expect: the database URL reaches log.info()
        return self.held[url]
