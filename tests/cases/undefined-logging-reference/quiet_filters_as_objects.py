# file: shop/logs.py
import logging
import logging.config


def keep(record):
    return record.levelno < logging.ERROR


class Few(logging.Filter):
    pass


logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": [keep, Few(), lambda record: True]}},
    "loggers": {"shop": {"filters": [Few("shop")], "level": "INFO"}},
    "root": {"handlers": ["console"], "level": "INFO"},
})
