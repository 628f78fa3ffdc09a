import logging

logger = logging.getLogger(__name__)


def admitted(customer, birth_date, today):
    adult = (today - birth_date).days >= 18 * 365
    logger.info("customer %s is adult: %s", customer.id, adult)
    logger.info("birth date given: %s", birth_date is not None)
    return adult
