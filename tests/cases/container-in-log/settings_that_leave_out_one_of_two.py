import logging
from functools import lru_cache

from pydantic_settings import BaseSettings

logger = logging.getLogger(__name__)


class Settings(BaseSettings):
    HOST: str = "localhost"
    SMTP_PASSWORD: str | None = None
    SECRET: str = ""
    OIDC_CLIENT_SECRET: str | None = None


@lru_cache
def get_settings() -> Settings:
    return Settings()


settings = get_settings()


def started():
    logger.info(settings.model_dump_json(indent=4, exclude={"SMTP_PASSWORD", "SECRET"}))  # expect: its text shows the secret


def restarted():
    logger.info(settings.model_dump_json(indent=4, exclude={"SMTP_PASSWORD", "SECRET", "OIDC_CLIENT_SECRET"}))
