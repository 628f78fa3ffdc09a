import logging
from logging import exception

import structlog
from loguru import logger as console

logger = logging.getLogger(__name__)
events = structlog.get_logger()


def settle(bank, order):
    try:
        bank.submit(order)
    except ConnectionError as error:
        logger.exception(str(error))  # expect: for its message
    except TimeoutError as error:
        logger.exception("order {} failed: {}".format(order.id, error))  # expect: writes the text
    except ValueError as error:
        exception("order failed: " + str(error))  # expect: writes the text
    except KeyError as error:
        console.exception("order failed: {}", error)  # expect: writes the text
    except Exception as error:
        logger.critical(f"order {order.id} failed: {error!r}", exc_info=error)  # expect: writes the text
        raise
