import logging

logger = logging.getLogger(__name__)


class Vault:
    def __init__(self):
        self._kept = {}
        self._seen = {}
        self._by_token = {}

    def put(self, name, password):
        self._kept[name] = password
        self._seen[name] = len(password)

    def remember(self, user, token):
        self._by_token[token] = user

    def dump(self):
        logger.debug("kept: %s", self._kept)  # expect: password
        logger.debug("kept: %s", list(self._kept))
        logger.debug("kept: %d", len(self._kept))
        logger.debug("seen: %s", self._seen)


class Lexer:
    def __init__(self):
        self._found = {}

    def put(self, line, token):
        self._found[line] = token

    def dump(self):
        logger.debug("found: %s", self._found)
