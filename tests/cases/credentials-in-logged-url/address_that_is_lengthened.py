import logging

logger = logging.getLogger(__name__)


def connect(database_url, fallback, host):
    database_url = database_url + "?sslmode=require"
    logger.info("connecting to %s", database_url)  # expect: the database URL reaches logger.info()
    mongo_url = fallback if fallback else f"mongodb://{host}"
    logger.info("connecting to %s", mongo_url)  # expect: the database URL reaches logger.info()


def spelt(scheme, user, password, host):
    database_url = f"{scheme}://{user}:{password}@{host}/shop"
    logger.info("connecting to %s", database_url)  # expect: the URL with its password reaches logger.info()
