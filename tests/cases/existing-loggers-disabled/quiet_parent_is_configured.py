# file: shop/main.py
import logging.config

from shop import orders

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": True,
    "handlers": {"out": {"class": "logging.StreamHandler"}},
    "loggers": {"shop": {"handlers": ["out"], "level": "INFO"}},
})
# file: shop/orders.py
import logging

log = logging.getLogger(__name__)
# file: shop/__init__.py
