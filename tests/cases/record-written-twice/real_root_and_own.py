# file: web/settings.py
INSTALLED_APPS = ["web"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"file": {"class": "logging.handlers.WatchedFileHandler", "filename": "web.log"}},
    "loggers": {
        "": {"handlers": ["file"], "level": "INFO"},
        "django.security": {
            "handlers": ["file"],  # expect: twice
            "level": "INFO",
        },
    },
}
