import logging
import os

logger = logging.getLogger(__name__)


class MissingSecret(KeyError):
    pass


def secret(name):
    if name not in os.environ:
        raise MissingSecret(f"environment variable {name} is not set")
    return os.environ[name]


def start():
    try:
        return secret("API_TOKEN"), secret("DB_PASSWORD")
    except MissingSecret as error:
        logger.critical("cannot start: %s", error)
        raise SystemExit(2) from error
