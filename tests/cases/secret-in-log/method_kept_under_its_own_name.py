import logging

_debug = logging.getLogger("shop").debug
_log = logging.getLogger("shop")
_info = _log.info


def connect(user, password):
    _info("connecting as %s with %s", user, password)  # expect: the password reaches _info()
    _debug("connecting as %s with %s", user, password)  # expect: the password reaches _debug()
