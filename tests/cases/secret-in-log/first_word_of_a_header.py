import base64
import logging

logger = logging.getLogger(__name__)


def call(user, password):
    login = "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()
    logger.debug("asked by %s", login.split()[0])
    logger.debug("asked with %s", login.split()[1])  # expect: password reaches


def checked(auth_header):
    logger.warning("scheme %s is not known", auth_header.split()[0])


def typed(password):
    logger.warning("%s is not right", password.split()[0])  # expect: password reaches
