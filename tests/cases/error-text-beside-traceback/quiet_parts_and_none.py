import logging

logger = logging.getLogger(__name__)


def settle(bank, order):
    try:
        bank.submit(order)
    except bank.Refused as error:
        logger.exception("order %s refused: %s", order.id, error.code)
    except ConnectionError as error:
        logger.error("order %s not sent: %s", order.id, error)
    except TimeoutError as error:
        logger.exception("order %s, error of class %s", order.id, type(error).__name__)
    except OSError:
        logger.exception("order %s", order.id)
    except Exception as error:
        logger.error("order %s: %s", order.id, error, exc_info=False)
