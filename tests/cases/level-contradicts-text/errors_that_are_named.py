import logging

logger = logging.getLogger(__name__)


def pay(order, bank):
    logger.info("Error while connecting to the bank")  # expect: tells a failure at info
    logger.info("An error occurred in the answer of %s", bank.name)  # expect: tells a failure at info
    logger.info("if an error occurred, the order is tried again")
    logger.info("no error occurred")
    logger.info("errors while reading are ignored")
    logger.error("payment of %s succeeded", order)  # expect: tells a success at error
    logger.error("error while the payment of %s succeeded", order)
