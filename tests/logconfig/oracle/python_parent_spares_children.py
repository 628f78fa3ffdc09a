import logging
import logging.config

orders = logging.getLogger("shop.orders")
bare = logging.getLogger("elsewhere")


def setup():
    logging.config.dictConfig({
        "version": 1,
        "handlers": {"out": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout"}},
        "loggers": {"shop": {"handlers": ["out"], "level": "INFO", "propagate": False}},
        "root": {"level": "ERROR"},
    })
