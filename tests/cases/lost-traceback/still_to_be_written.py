import logging

logger = logging.getLogger(__name__)


def settle():
    try:
        total = 1
    except Exception:
        logger.error("not settled")  # expect: neither the error nor its traceback
    return total
