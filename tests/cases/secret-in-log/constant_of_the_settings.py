import logging

from app.core.config import ACCESS_TOKEN
from settings import API_KEY

log = logging.getLogger(__name__)


def start() -> None:
    log.info("token %s", ACCESS_TOKEN)  # expect: token
    log.info("key %s", API_KEY)  # expect: API key
