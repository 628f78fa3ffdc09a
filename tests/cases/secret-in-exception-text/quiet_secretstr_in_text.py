import logging

from pydantic import SecretStr

logger = logging.getLogger(__name__)


def connect(host: str, password: SecretStr):
    if not host:
        raise ValueError(f"no host to log in to with {password}")
    return host, password.get_secret_value()


def run(password: SecretStr):
    try:
        connect("", password)
    except ValueError as error:
        logger.error("%s", error)
