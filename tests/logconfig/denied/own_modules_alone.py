"""One logger of the project's own; of Django's there is the default, that writes while DEBUG is on and mails errors."""

INSTALLED_APPS = ["shop"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {
        "file": {"class": "logging.handlers.WatchedFileHandler", "filename": "logs/shop.log"},
        "console": {"class": "logging.StreamHandler"},
    },
    "loggers": {"shop": {"handlers": ["file", "console"], "level": "INFO"}},
}
