import logging

from pydantic import BaseModel

log = logging.getLogger(__name__)


class Settings(BaseModel):
    host: str = "localhost"
    api_key: str = ""


settings = Settings()


def connect(api):
    log.info("starting with %s", settings)  # expect: shows the API key
    api.login(settings.api_key)
