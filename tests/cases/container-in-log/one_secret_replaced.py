import logging

log = logging.getLogger(__name__)


def send(param, password, token):
    param["token"] = token
    log.debug("parameters %s", str(param).replace(password, "<password>"))  # expect: its text shows the token


def login(param, password):
    param["password"] = password
    log.debug("parameters %s", str(param).replace(password, "<password>"))
