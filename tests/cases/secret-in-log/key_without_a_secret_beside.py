import logging

logger = logging.getLogger(__name__)


class Sms:
    def __init__(self, api_key):
        self.api_key = api_key

    def send(self):
        logger.debug("sending with %s", self.api_key)  # expect: API key
