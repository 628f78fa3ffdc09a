import json
import logging


def scrub(given, hidden=("id_token", "access_token")):
    return {key: ("..." if key in hidden else value) for key, value in given.items()}


class Logger:
    def __init__(self, name):
        self._logging = logging.getLogger(name)

    def exception(self, message, *args):
        if len(args) == 1 and isinstance(args[0], dict):
            args = (scrub(args[0]),)
        self._logging.exception(message, *args)


class Client:
    def __init__(self):
        self._log = Logger("client")

    def parsed(self, encoded_token):
        try:
            return json.loads(encoded_token)
        except ValueError:
            self._log.exception("not decoded: %(id_token)s", {"id_token": encoded_token})
            raise
