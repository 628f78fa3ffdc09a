# file: app/bank.py
import logging

logger = logging.getLogger(__name__)


def submit(order):
    try:
        order.send()
    except OSError as error:
        logger.error("not submitted: %s", error)  # expect: again
        raise RuntimeError("not submitted") from error
# file: app/day.py
import logging

from app.bank import submit

logger = logging.getLogger(__name__)


def close(orders):
    for order in orders:
        try:
            submit(order)
        except Exception:
            logger.exception("order %s", order)
