import logging

log = logging.getLogger(__name__)


class Client:
    def __init__(self, host, token):
        self.host = host
        self.token = token

    def debug(self):
        log.debug("client %s", vars(self))  # expect: token
        log.debug("client %s", self.__dict__)  # expect: reach


def everything(settings):
    log.debug("settings %s", settings.__dict__)  # expect: reach
