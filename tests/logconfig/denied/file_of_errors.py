"""Requests go to a file of errors alone, and the logger above the security checks has lost its handler."""

CONSOLE = False
INSTALLED_APPS = ["shop"]
handlers = {
    "all": {"class": "logging.handlers.WatchedFileHandler", "filename": "logs/all.log", "level": "INFO"},
    "uncaught": {"class": "logging.handlers.WatchedFileHandler", "filename": "logs/uncaught.log", "level": "ERROR"},
}
if CONSOLE:
    handlers["console"] = {"class": "logging.StreamHandler"}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": handlers,
    "root": {"handlers": [one for one in ("console", "all") if one in handlers], "level": "INFO"},
    "loggers": {
        "django": {"handlers": [one for one in ("console",) if one in handlers], "level": "INFO", "propagate": False},
        "django.request": {
            "handlers": [one for one in ("console", "uncaught") if one in handlers],
            "level": "INFO",
            "propagate": False,
        },
    },
}
