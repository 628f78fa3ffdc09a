import logging
from urllib.parse import urlparse, urlsplit

log = logging.getLogger("mirror")


def attach(source: str) -> tuple:
    parts = urlsplit(source)
    log.info("mirrors %s", source)  # expect: the address reaches log.info(): it shows the password
    return parts.hostname, parts.username, parts.password


class Mirror:
    def __init__(self, url: str) -> None:
        self.url = urlparse(url)

    def start(self) -> tuple:
        log.info("mirror of %s", self.url)  # expect: it shows the password
        return self._login(self.url.username, self.url.password)


def once(place: str) -> str:
    secret = urlparse(place).password
    log.debug(f"once from {place}")  # expect: it shows the password
    return secret
