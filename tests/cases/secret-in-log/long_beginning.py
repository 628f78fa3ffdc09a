import logging

log = logging.getLogger(__name__)


def use(token: str) -> None:
    log.debug("Using token %.40s...", token)  # expect: token
    log.debug("Using token %-5s...", token)  # expect: token
