import logging

log = logging.getLogger(__name__)


class Masked(dict):
    def __repr__(self):
        return f"{type(self).__name__} of {len(self)}"


def start(host, password):
    options = Masked(host=host, password=password)
    log.info("starting with %s", options)
    return options
