"""A named tuple of which something else is replaced shows its secret."""

import logging
from collections import namedtuple

logger = logging.getLogger(__name__)

Login = namedtuple("Login", "host user password")


def connect(host, user, password):
    login = Login(host, user, password)
    logger.info("connecting: %s", login._replace(host="localhost"))  # expect: `Login` reaches logger.info(): its text shows the password
    return login
