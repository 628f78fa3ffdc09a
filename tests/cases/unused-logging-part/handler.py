# file: web/settings.py
INSTALLED_APPS = ["web"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {
        "console": {"class": "logging.StreamHandler"},
        "audit": {"class": "logging.handlers.WatchedFileHandler", "filename": "audit.log"},  # expect: audit
    },
    "root": {"handlers": ["console"], "level": "INFO"},
}
