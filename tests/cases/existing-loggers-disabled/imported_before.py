# file: shop/main.py
import logging.config

from shop import orders
from shop.mail import send

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": True,  # expect: shop.mail, shop.orders, shop.prices
    "handlers": {"out": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["out"], "level": "INFO"},
})

from shop import late  # noqa: E402 - made afterwards, and not disabled
# file: shop/orders.py
import logging

from shop import prices

log = logging.getLogger(__name__)
# file: shop/prices.py
import logging

log = logging.getLogger(__name__)
# file: shop/mail.py
import logging

log = logging.getLogger(__name__)


def send():
    log.info("sent")
# file: shop/late.py
import logging

log = logging.getLogger(__name__)
# file: shop/__init__.py
