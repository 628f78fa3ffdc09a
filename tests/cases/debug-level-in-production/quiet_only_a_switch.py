# file: web/settings.py
import os

DEBUG = os.environ.get("DEBUG", "") == "1"
INSTALLED_APPS = ["web"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"web": {"handlers": ["console"], "level": "DEBUG" if DEBUG else "INFO"}},
}

# file: tool/output.py
import logging

_debug_logger = logging.getLogger("tool.debug")


def set_debug(path):
    _debug_logger.setLevel(10)
    _debug_logger.addHandler(logging.StreamHandler())


def verbose(level=logging.DEBUG):
    logger = logging.getLogger("tool")
    logger.addHandler(logging.StreamHandler())
    logger.setLevel(level)
