import logging

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler", "level": "NOTSET"}},
    "loggers": {"a": {"level": "NOTSET", "handlers": ["console"]}, "a.b": {"level": 15}, "a.b.c": {"propagate": False, "handlers": []}},
    "root": {"level": logging.ERROR, "handlers": ["console"]},
}
