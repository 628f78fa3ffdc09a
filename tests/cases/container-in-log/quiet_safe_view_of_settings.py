# file: svc/config.py
class Config:
    def __init__(self, environ):
        self.host = environ["HOST"]
        self.port = int(environ["PORT"])
        self.api_token = environ["API_TOKEN"]

    def public(self):
        """What may be shown."""
        return {"host": self.host, "port": self.port, "token": "set" if self.api_token else "missing"}
# file: svc/start.py
import logging
import os

from svc.config import Config

logger = logging.getLogger(__name__)


def start():
    config = Config(os.environ)
    logger.info("starting with %s", config.public())
    logger.info("object %s", config)
