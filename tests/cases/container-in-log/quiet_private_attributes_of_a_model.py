"""What begins with an underscore is no field of a pydantic model, and none of its texts shows it."""

import logging

from pydantic import BaseModel, PrivateAttr
from pydantic_settings import BaseSettings

logger = logging.getLogger(__name__)


class Settings(BaseSettings):
    base_url: str = "http://localhost"
    retries: int = 3
    _default_password: str = "changeme"


class Session(BaseModel):
    user: str
    _token: str = PrivateAttr(default="")


def start(settings: Settings) -> None:
    logger.info("starting with %s", settings.model_dump_json(indent=4))


def opened(session: Session) -> None:
    logger.info("opened %r", session)
