import logging


class Handler:
    def __init__(self):
        self._log = logging.getLogger(__name__)

    def info(self, message, *args):
        self._log.info(message.format(*args))


class Translator(Handler):
    def __init__(self, api_key, language):
        super().__init__()
        self.api_key = api_key
        self.language = language

    def __repr__(self):
        return f"{self.language} {self.api_key}"

    def run(self):
        self.info("in {.language}", self)
        self.info("in {0.language}", self)
        self._log.info("in {.language}".format(self))
