import logging

log = logging.getLogger(__name__)


def parse(pairs):
    given = {}
    for val in pairs:
        given["password"] = val
        given["host"] = "localhost"
        log.info("option %s", val)  # expect: the password reaches log.info()
    return given
