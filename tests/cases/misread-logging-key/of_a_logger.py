# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {
        "celery": {"handlers": ["console"], "propagate": False, "worker_hijack_root_logger": False},  # expect: a logger has none of that name
        "shop.security.*": {"handlers": ["console"], "level": "WARNING"},  # expect: is no pattern
        "shop.orders": {"level": "INFO", "description": "what is bought", "x-owner": "shop"},
    },
    "root": {"handlers": ["console"], "level": "INFO"},
})
