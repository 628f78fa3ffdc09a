import logging
from urllib.parse import urlparse

from sqlalchemy.ext.asyncio import create_async_engine

logger = logging.getLogger(__name__)


class Engines:
    def __init__(self):
        self.made = {}

    def get(self, url):
        if url.startswith("postgresql://"):
            url = url.replace("postgresql://", "postgresql+asyncpg://", 1)
        elif url.startswith("postgres://"):
            url = url.replace("postgres://", "postgresql+asyncpg://", 1)
        if url not in self.made:
            self.made[url] = create_async_engine(url)
            logger.debug(f"made an engine for {url}")  # expect: the database URL reaches logger.debug()
        return self.made[url]


def in_one_spelling(url):
    parts = urlparse(url)
    return parts._replace(scheme=parts.scheme.lower(), netloc=parts.netloc.lower(), path=parts.path.rstrip("/")).geturl()


def shared(kept, url):
    key = in_one_spelling(url)
    if key not in kept:
        kept[key] = create_async_engine(url)
        logger.debug("made an engine for %s", key)  # expect: the database URL reaches logger.debug()
    return kept[key]
