# file: web/settings.py
import logging

INSTALLED_APPS = ["web"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "INFO"},
}

# what is said before Django applies LOGGING
if not logging.getLogger().hasHandlers():
    logging.basicConfig(level=logging.DEBUG, format="%(message)s")
