import logging
import os
from urllib.parse import urlsplit, urlunsplit

logger = logging.getLogger(__name__)


class Store:
    def __init__(self):
        self.db_url = os.environ["DATABASE_URL"]
        parts = urlsplit(self.db_url)
        self.db_log_url = urlunsplit(parts._replace(netloc=f"{parts.hostname}:{parts.port}"))

    def open(self, connect):
        logger.debug("connecting to %s", self.db_log_url)
        try:
            return connect(self.db_url)
        except OSError:
            logger.error("cannot connect to %s", self.db_url)  # expect: url|password|credential
            raise
