import logging

logger = logging.getLogger(__name__)


def ship(order, first_name, last_name, email, phone, street):
    logger.info("order %s goes to %s %s", order.id, first_name, last_name)
    logger.debug("notify %s, %s", email, phone)
    logger.debug("street %s", street)
