import logging

log = logging.getLogger(__name__)


def configure(name, request_header_configuration, allowed_request_header_names):
    log.debug("Request header configuration: %s", request_header_configuration)
    log.debug("Names: %s", allowed_request_header_names)
    return name
