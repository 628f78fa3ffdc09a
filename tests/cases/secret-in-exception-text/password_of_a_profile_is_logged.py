import logging

logger = logging.getLogger(__name__)


def connect(host, password):
    if " " in password:
        raise ValueError(f"cannot use {password} at {host}")  # expect: the password
    return host


def main(host, password):
    try:
        connect(host, password)
    except ValueError as error:
        logger.error(error)
