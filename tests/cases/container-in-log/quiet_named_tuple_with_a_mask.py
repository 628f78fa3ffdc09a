"""A named tuple whose secret is replaced by a mask shows none."""

import logging
from collections import namedtuple

logger = logging.getLogger(__name__)

Login = namedtuple("Login", "host user password")


def connect(host, user, password):
    login = Login(host, user, password)
    logger.info("connecting: %s", login._replace(password="***"))
    return login
