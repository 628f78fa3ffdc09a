import logging

logger = logging.getLogger(__name__)


def retrying(connect, password):
    shown = f"password {password}"

    def attempt(number):
        logger.debug("attempt %d with %s", number, shown)  # expect: password
        return connect(password)

    for number in range(3):
        connection = attempt(number)
        if connection:
            return connection
    return None
