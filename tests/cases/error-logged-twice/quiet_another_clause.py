import logging
import sys

logger = logging.getLogger(__name__)


def submit(order):
    try:
        order.send()
    except TimeoutError:
        logger.exception("not submitted")
        raise


def close(orders):
    try:
        submit(orders)
    except OSError:
        logger.warning("the bank is slow")
    except Exception:
        logger.exception("not closed")


def warn(orders):
    try:
        submit(orders)
    except Exception:
        logger.warning("not closed")


def main(orders):
    try:
        submit(orders)
    except Exception:
        logger.exception("not closed")
        sys.exit(1)
