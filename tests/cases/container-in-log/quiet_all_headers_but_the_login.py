import logging

logger = logging.getLogger(__name__)


def show(call):
    for key, value in call["headers"].items():
        # the login is not for the log
        if "authorization" not in key.lower():
            logger.info("%s: %s", key, value)


def show_again(headers):
    for name, value in headers.items():
        if name.lower() == "authorization":
            continue
        logger.info("%s: %s", name, value)
