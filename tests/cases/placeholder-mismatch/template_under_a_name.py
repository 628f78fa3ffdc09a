import logging

logger = logging.getLogger(__name__)
PAID = "%s paid %d"
RATE = "100 %"


def pay(customer, sum_, long):
    text = "%s of %s"
    logger.debug(text, customer)  # expect: 2 placeholders
    logger.debug(text, customer, sum_)
    logger.info(PAID, customer)  # expect: 2 placeholders
    logger.info(PAID, customer, sum_)
    logger.info(PAID, *customer.row)
    logger.log(logging.INFO, PAID, customer)  # expect: 2 placeholders
    logger.log(logging.INFO, PAID, customer, sum_)
    logger.info(RATE)
    if long:
        text = "%s"
    logger.info(text, customer)
    row = "%(customer)s"
    logger.info(row, {"customer": customer})
