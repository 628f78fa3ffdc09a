import logging

logger = logging.getLogger(__name__)


def connect(driver, account):
    connection_parameters = account.parameters()
    logger.debug("connecting with %s", connection_parameters)  # expect: the connection parameters reach logger.debug()
    return driver.connect(**connection_parameters)
