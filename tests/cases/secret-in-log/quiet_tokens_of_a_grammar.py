import logging

log = logging.getLogger(__name__)


def minor(token: str, count: int) -> int:
    if token == "a":
        return count
    elif token == "b":
        return -count
    log.warning("unknown token %s", token)
    return 0


def direction(position_token: str) -> None:
    if position_token in ("x", "y"):
        log.debug("axis %s", position_token)


def page(saml_response_xpath: str, client_request_token: str) -> None:
    log.debug("looking at %s", saml_response_xpath)
    log.debug("request %s", client_request_token)
