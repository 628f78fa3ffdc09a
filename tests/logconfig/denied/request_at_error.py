"""Errors, security and the rest each have a file; requests are at ERROR, so what is refused gets into none."""

INSTALLED_APPS = ["shop"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "[{levelname}] {asctime} | {name} | {message}", "style": "{"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line", "level": "ERROR"},
        "all": {"class": "logging.handlers.WatchedFileHandler", "filename": "logs/all.log", "formatter": "line"},
        "errors": {"class": "logging.handlers.WatchedFileHandler", "filename": "logs/errors.log", "formatter": "line", "level": "ERROR"},
        "security": {"class": "logging.handlers.WatchedFileHandler", "filename": "logs/security.log", "formatter": "line"},
    },
    "root": {"handlers": ["console", "all", "errors"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "django.request": {"handlers": ["errors"], "level": "ERROR", "propagate": False},
        "django.security": {"handlers": ["security"], "level": "WARNING", "propagate": False},
    },
}
