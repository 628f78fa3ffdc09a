import logging

import psycopg2

logger = logging.getLogger(__name__)


def open_database(host, value):
    connection = psycopg2.connect(host=host, user="reporting", password=value)
    logger.info("connected to %s with %s", host, value)  # expect: password
    return connection
