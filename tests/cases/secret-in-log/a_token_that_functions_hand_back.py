"""What is made of a key comes back through several functions, each of which gives what the one below gave."""

import logging

import jwt

logger = logging.getLogger(__name__)


class Maker:
    def __init__(self, method: str, key: str) -> None:
        self.method = method
        self.key = key

    def token(self) -> str:
        return self._made()

    def _made(self) -> str:
        made = ""
        if self.method == "GET":
            made = self._for_get()
        elif self.method == "POST":
            made = self._for_post()
        return made

    def _for_get(self) -> str:
        return jwt.encode({"at": 1}, self.key, algorithm="RS256")

    def _for_post(self) -> str:
        return jwt.encode({"at": 1, "body": 2}, self.key, algorithm="RS256")


def ask(method: str, key: str) -> str:
    signed = Maker(method, key).token()
    logger.info("asking with %s", signed)  # expect: secret
    return signed


def walk(depth: int, token: str) -> str:
    return around(depth - 1, token) if depth else token


def around(depth: int, token: str) -> str:
    return walk(depth, token)


def both(token: str) -> None:
    logger.info("walked with %s", walk(3, token))  # expect: the token
    logger.info("went around with %s", around(3, token))  # expect: the token
