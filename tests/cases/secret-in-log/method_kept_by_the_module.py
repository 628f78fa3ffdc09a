import logging

log = logging.getLogger("shop")
log_debug = log.debug
log_info = log.info


def connect(user, password):
    log_info("connecting as %s with %s", user, password)  # expect: the password reaches log_info()
    log_debug("connecting as %s", user)
