import logging

from sqlalchemy.engine import make_url

logger = logging.getLogger(__name__)


def connect(dsn):
    database_url = make_url(dsn)
    logger.info("using %r", database_url)
    logger.info(f"using {database_url!r}")
    logger.info("using %s", database_url)  # expect: database URL


def plain(database_url: str):
    logger.info("using %r", database_url)  # expect: database URL
