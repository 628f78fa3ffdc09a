# file: web/settings.py
import os

DEBUG = os.environ.get("DEBUG") == "1"
INSTALLED_APPS = ["web"]
if DEBUG:
    LOGGING = {
        "version": 1,
        "disable_existing_loggers": False,
        "handlers": {"console": {"class": "logging.StreamHandler"}},
        "loggers": {"django": {"handlers": ["console"], "level": "CRITICAL"}},
    }
