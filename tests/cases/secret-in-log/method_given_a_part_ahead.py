import logging
from functools import partial

logger = logging.getLogger(__name__)
log_notice = partial(logger.log, 25)


def shorten(text, width):
    return text[:width]


class Client:
    def __init__(self, tenant, api_key):
        self.tenant = tenant
        self.api_key = api_key
        self.debug = partial(logger.log, logging.DEBUG)
        self.notice = partial(logger.log, 25, "notice: %s")
        self.info = partial(shorten, width=4)

    def connect(self):
        self.debug("connecting with %s", self.api_key)  # expect: API key
        self.debug("connecting for %s", self.tenant)
        self.notice(self.api_key)  # expect: API key
        self.notice(self.tenant)
        self.info(self.api_key)
        log_notice("connecting with %s", self.api_key)  # expect: API key
        say = partial(logger.info, "key %s")
        say(self.api_key)  # expect: API key
        say(self.tenant)
        cut = partial(shorten, self.api_key)
        cut(4)
