import logging

logger = logging.getLogger(__name__)


def connect(dsn, split):
    dsn_user, dsn_host, dsn_database = split(dsn)
    logger.debug("database %r on %r", dsn_database, dsn_host)
    logger.debug("connecting to %r", dsn)  # expect: database URL
