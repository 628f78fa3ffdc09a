import logging

logger = logging.getLogger(__name__)


def settle(bank, order):
    try:
        bank.submit(order)
        bank.close()
    except Exception as error:
        logger.error("order %s was not submitted: %s", order.id, error, exc_info=False)
    try:
        bank.archive(order)
        bank.close()
    except Exception:
        logger.critical("order %s is not kept", order.id, exc_info=None)
