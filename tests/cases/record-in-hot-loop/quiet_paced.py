import logging
import time

logger = logging.getLogger(__name__)


def export(order, attempts):
    for attempt in range(attempts):
        if order.export():
            return True
        logger.info("order %s is not exported, attempt %s of %s", order.id, attempt + 1, attempts)
        time.sleep(2**attempt)
    return False
