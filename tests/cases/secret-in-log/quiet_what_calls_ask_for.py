"""The same where the secret is left out, where no call asks for one, and what such functions give to whoever asks for something else."""

import logging
import os

logger = logging.getLogger(__name__)
LABELS = {"password": "Password", "user": "Name"}
HIDDEN = ("API_KEY", "DATABASE_PASSWORD")


def variable(name):
    value = os.environ.get(name)
    logger.info("%s=%s", name, value if name != "DATABASE_PASSWORD" else "***")
    return value


def listed(name):
    value = os.environ.get(name)
    if name not in HIDDEN:
        logger.info("%s=%s", name, value)
    return value


def there(name):
    value = os.environ.get(name)
    logger.info("%s is there: %s", name, bool(value))
    return value


def place(name):
    value = os.environ.get(name)
    logger.info("%s=%s", name, value)
    return value


def label(key):
    text = LABELS[key]
    logger.info("labelled %s", text)
    return text


def field(row, name):
    logger.debug("reading %s", name)
    return row[name]


def main(row):
    variable("DATABASE_PASSWORD"), listed("DATABASE_PASSWORD"), there("API_KEY"), label("password")
    host = place("DATABASE_HOST")
    logger.info("at %s, %s", host, field(row, "name"))
    return field(row, "password")
