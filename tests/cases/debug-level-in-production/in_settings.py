# file: web/settings.py
INSTALLED_APPS = ["web"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"level": "DEBUG", "class": "logging.StreamHandler"}},
    "loggers": {
        "web": {
            "handlers": ["console"],
            "level": "DEBUG",  # expect: the logger web is at DEBUG
        }
    },
}
