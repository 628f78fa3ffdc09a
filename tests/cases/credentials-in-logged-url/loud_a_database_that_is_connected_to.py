import logging

import psycopg
import requests

logger = logging.getLogger(__name__)


def connect(database_url, status_url):
    requests.get(status_url, timeout=10)
    logger.info("connecting to %s", database_url)  # expect: the database URL reaches logger.info()
    return psycopg.connect(database_url)
