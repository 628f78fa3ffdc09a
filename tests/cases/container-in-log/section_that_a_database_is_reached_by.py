"""A section of the configuration is logged, and a database is connected to with it."""

import json
import logging

import psycopg2

logger = logging.getLogger(__name__)


def connect(path):
    with open(path) as file:
        settings = json.load(file)
    logger.info("connecting with %s", settings["database"])  # expect: shows the password
    logger.info("drawing with %s", settings["theme"])
    return psycopg2.connect(**settings["database"])
