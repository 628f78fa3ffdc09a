# file: svc/settings.py
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    database_host: str
    database_password: str
    debug: bool = False


settings = Settings()
# file: svc/main.py
import logging

from svc.settings import settings

logging.basicConfig(level=logging.INFO)
logging.info("starting with %s", settings)  # expect: password
logging.info("debug is %s", settings.debug)
