import logging

from sqlalchemy import create_engine

logger = logging.getLogger(__name__)


def connect(user, password, host):
    dsn = f"postgresql://{user}:{password}@{host}/app"
    logger.info("connecting to %s", dsn)  # expect: dsn|url|password
    return create_engine(dsn)
