import logging

from pydantic import SecretStr
from pydantic_settings import BaseSettings

logger = logging.getLogger(__name__)


class Settings(BaseSettings):
    signing_key: SecretStr


def start(settings: Settings) -> None:
    logger.info("signing key %s", settings.signing_key)
    logger.debug("signing key %s", settings.signing_key.get_secret_value())  # expect: key|secret
