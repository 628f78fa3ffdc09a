"""Django's loggers hand everything on to the root, which writes it to a file."""

INSTALLED_APPS = ["shop"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s [%(levelname)s] %(name)s - %(message)s"}},
    "handlers": {"file": {"class": "logging.handlers.WatchedFileHandler", "filename": "logs/all.log", "formatter": "line"}},
    "loggers": {
        "": {"handlers": ["file"], "level": "INFO"},
        "django": {"handlers": [], "propagate": True},
        "django.request": {"handlers": [], "propagate": True},
        "django.security": {"handlers": [], "propagate": True},
    },
}
