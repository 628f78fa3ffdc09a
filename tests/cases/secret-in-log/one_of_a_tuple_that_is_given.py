import logging

log = logging.getLogger(__name__)


def invoke(url, auth=None):
    log.debug("invoking %s as %s", url, auth[0] if auth else "")
    return url


def shown(auth):
    log.debug("with %s", auth[1])  # expect: password


def first(*given):
    log.debug("first %s", given[0])


def second(*given):
    log.debug("second %s", given[1])  # expect: password


def change(url, user, current_password):
    invoke(url, auth=(user, current_password))
    shown((user, current_password))
    first(user, current_password)
    second(user, current_password)
