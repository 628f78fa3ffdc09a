import logging

log = logging.getLogger(__name__)


def use(token: str, api_key: str) -> None:
    log.debug("Using token %.5s...", token)
    log.debug("Using key %s", f"{api_key:.4}")
    log.debug("Using {:.6s}".format(token))
    log.debug("Using %s" % ("%.3s" % api_key))
