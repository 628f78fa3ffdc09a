import logging

log = logging.getLogger(__name__)


def parse(response):
    www_auth_header = response.headers["WWW-Authenticate"]
    log.debug("asked for %r", www_auth_header)
