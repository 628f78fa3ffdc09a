"""The address of a database whose user and password a function is given beside it."""

import logging
import os

from graphs import Driver

logger = logging.getLogger(__name__)


def create(db_url: str, username: str, password: str) -> Driver:
    os.environ["GRAPH_URL"] = db_url
    os.environ["GRAPH_PASSWORD"] = password
    logger.info(f"opening the database at {db_url}")
    return Driver(db_url, (username, password))
