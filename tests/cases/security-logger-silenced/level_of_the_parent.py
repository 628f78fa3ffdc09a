# file: web/settings.py
import os

INSTALLED_APPS = ["web"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"file": {"class": "logging.handlers.WatchedFileHandler", "filename": os.path.join("logs", "web.log")}},
    "loggers": {"django": {"handlers": ["file"], "level": "ERROR", "propagate": True}},  # expect: by the logger django
}
