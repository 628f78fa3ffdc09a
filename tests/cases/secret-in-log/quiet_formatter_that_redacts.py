# file: portal/redact.py
import logging
import re


class RedactingFormatter(logging.Formatter):
    secret = re.compile(r"(?i)(password|token|secret)\W+\S+")

    def format(self, record):
        return self.secret.sub(r"\1: [redacted]", super().format(record))
# file: portal/setup.py
import logging.config

logging.config.dictConfig(
    {
        "version": 1,
        "formatters": {"safe": {"()": "portal.redact.RedactingFormatter", "fmt": "%(levelname)s %(message)s"}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "safe"}},
        "root": {"handlers": ["console"], "level": "INFO"},
    }
)
# file: portal/login.py
import logging

logger = logging.getLogger(__name__)


def login(user, password):
    logger.info("login of %s, password: %s", user, password)
