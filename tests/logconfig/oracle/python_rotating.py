LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"precise": {"format": "%(asctime)s %(levelname)s %(message)s", "datefmt": "%d.%m. %I:%M"}},
    "handlers": {
        "file": {
            "class": "logging.handlers.RotatingFileHandler",
            "filename": "logs/app.log",
            "maxBytes": 1024 * 1024 * 5,
            "backupCount": 3,
            "formatter": "precise",
            "delay": True,
        },
        "daily": {"class": "logging.handlers.TimedRotatingFileHandler", "filename": "logs/daily.log", "when": "midnight", "delay": True},
    },
    "loggers": {"audit": {"handlers": ["daily"], "level": "INFO", "propagate": False}, "audit.money": {"level": "DEBUG"}},
    "root": {"level": "INFO", "handlers": ["file"]},
}
