import logging

from pydantic import BaseModel, Field, SecretStr
from pydantic_settings import BaseSettings

logger = logging.getLogger(__name__)


class Settings(BaseSettings):
    host: str
    password: SecretStr
    token: SecretStr | None = None


class Login(BaseModel):
    user: str
    pin: str = Field(repr=False)


def start(settings: Settings, login: Login):
    logger.info("settings %s", settings)
    logger.info("settings %s", settings.model_dump())
    logger.info("login %r", login)
