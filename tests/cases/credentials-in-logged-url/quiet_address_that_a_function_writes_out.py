import logging

from sqlalchemy import create_engine

logger = logging.getLogger(__name__)


def _sqlite(path):
    if path == ":memory:":
        return "sqlite:///:memory:"
    return f"sqlite:///{path}"


def begin(path):
    url = _sqlite(path)
    logger.info("opening %s", url)
    return create_engine(url)
