import logging
import re
from urllib.parse import urlparse, urlsplit, urlunsplit

log = logging.getLogger("mirror")


def plain(source: str) -> str:
    parts = urlsplit(source)
    if parts.password:
        return urlunsplit(parts._replace(netloc=f"{parts.username}:***@{parts.hostname}"))
    return source


def shorter(source: str) -> str:
    parts = urlparse(source)
    if parts.password is None:
        return source
    return source.replace(parts.password, "")


def attach(source: str) -> tuple:
    log.info("mirrors %s", plain(source))
    log.info("mirrors %s", shorter(source))
    parts = urlsplit(source)
    log.info("mirrors %s on port %s", parts.hostname, parts.port)
    return parts.username, parts.password


def bare(source: str) -> None:
    log.info("mirrors %s", re.sub("//[^@/]+@", "//", source))


class Mirror:
    def __init__(self, url: str) -> None:
        self.url = urlparse(url)

    def start(self) -> tuple:
        log.info("mirror of %s at %s", self.url.path, self.url.hostname)
        return self._login(self.url.username, self.url.password)


def open_place(place: str) -> str:
    parts = urlsplit(place)
    log.info("opens %s", place)
    return parts.hostname
