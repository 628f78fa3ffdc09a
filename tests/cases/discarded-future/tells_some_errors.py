import logging
from concurrent.futures import ThreadPoolExecutor

logger = logging.getLogger(__name__)
pool = ThreadPoolExecutor()


def order(cart):
    pool.submit(mail, cart)  # expect: mail()
    pool.submit(charge, cart)  # expect: charge()


def mail(cart):
    try:
        cart.customer.send(cart)
    except ConnectionError:
        logger.exception("no mail")


def charge(cart):
    try:
        cart.pay()
    except Exception:
        logger.exception("not paid")
        raise
