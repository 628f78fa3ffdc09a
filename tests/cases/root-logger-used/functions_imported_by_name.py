from logging import getLogger, info
from logging import log as note

logger = getLogger(__name__)


def pay(customer, sum):
    info("%s pays", customer)  # expect: root logger
    logger.info("%s has paid", customer)
    return sum
