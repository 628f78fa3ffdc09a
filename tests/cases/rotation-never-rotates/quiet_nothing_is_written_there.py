# file: shop/settings.py
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line"},
        "old": {"class": "logging.handlers.RotatingFileHandler", "filename": "/srv/shop/old.log", "formatter": "line"},
    },
    "root": {"handlers": ["console"], "level": "INFO"},
}
