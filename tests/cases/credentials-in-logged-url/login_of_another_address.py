import logging
import os

import redis
from pydantic_settings import BaseSettings

logger = logging.getLogger(__name__)


class Settings(BaseSettings):
    database_url: str
    db_user: str = ""
    db_password: str = ""


class Store:
    def __init__(self, url=None, host="localhost", port=6379, password=None):
        redis_url = url or os.getenv("REDIS_URL")
        if redis_url:
            self._client = redis.from_url(redis_url, decode_responses=False)
        else:
            self._client = redis.Redis(host=host, port=port, password=password)
        logger.info(f"connected to {redis_url or host}")  # expect: the database URL


def start(settings: Settings):
    logger.info("using %s", settings.database_url)  # expect: the database URL
