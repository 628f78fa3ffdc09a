# file: console/settings.py
DEBUG = False
INSTALLED_APPS = ["console"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": True,  # expect: fall silent
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {"django": {"handlers": ["console"], "level": "INFO", "propagate": False}},
    "root": {"handlers": ["console"], "level": "INFO"},
}
