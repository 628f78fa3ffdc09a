import logging

from pydantic import SecretBytes, SecretStr

logger = logging.getLogger(__name__)


def start(password: SecretStr, key: SecretBytes):
    logger.info("password %s, key %s", password, key)
    api_token = SecretStr("from-the-vault")
    logger.info(f"token {api_token}")
