import logging
import logging.config

BASE = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"a": {"format": "{levelname} {message}", "style": "{"}, "b": {"format": "$message ($name)", "style": "$"}},
    "handlers": {
        "a": {"class": "logging.StreamHandler", "formatter": "a", "level": logging.INFO},
        "b": {"class": "logging.StreamHandler", "formatter": "b", "level": 35},
    },
}
NAMES = ("shop", "shop.orders", "mail")
LOGGING = BASE | {"loggers": {name: {"level": "INFO", "handlers": ["a", "b"][:1]} for name in NAMES}, "root": {"handlers": ["b"]}}
