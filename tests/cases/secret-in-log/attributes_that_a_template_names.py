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
        self.info("in {.api_key}", self)  # expect: the API key
        self.info("in {}", self)  # expect: the API key
        self._log.info("in {0.api_key}".format(self))  # expect: the API key
