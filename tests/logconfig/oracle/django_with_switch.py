import os

DEBUG = os.environ.get("DEBUG") == "1"
INSTALLED_APPS = ["shop"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler", "level": "DEBUG" if DEBUG else "WARNING"}},
    "loggers": {"": {"handlers": ["console"], "level": "DEBUG" if DEBUG else "INFO"}},
}
if DEBUG:
    LOGGING["loggers"]["django.db.backends"] = {"level": "DEBUG", "handlers": ["console"]}
