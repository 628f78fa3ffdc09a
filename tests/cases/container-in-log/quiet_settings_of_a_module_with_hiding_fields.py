import logging

from pydantic import BaseModel, SecretStr

log = logging.getLogger(__name__)


class Settings(BaseModel):
    host: str = "localhost"
    api_key: SecretStr = SecretStr("")


settings = Settings()


def connect(api):
    log.info("starting with %s", settings)
    api.login(settings.api_key.get_secret_value())
