import logging

logger = logging.getLogger(__name__)


def listen(saved, user, greet):
    logger.info("greeting %s by %s", user, greet)
    saved.connect(greet, user)


def open_device(radio, address, adapter):
    logger.info("opening %s with %s", address, adapter)
    radio.connect(address, adapter)


def open_database(driver, host, user, database):
    logger.info("opening %s for %s", database, user)
    driver.connect(host, user, database)
