"""A line is written as it is where nothing is to be hidden; who has a password in it says so."""

import logging

logger = logging.getLogger(__name__)


class Client:
    def send(self, line: str, hidden: str | None = None) -> None:
        data = (line + "\r\n").encode()
        if hidden:
            logger.debug("sending %s", data.replace(hidden.encode(), len(hidden) * b"*"))
        else:
            logger.debug("sending %s", data)

    def log_in(self, user: str, password: str) -> None:
        self.send(f"LOGIN {user} {password}", hidden=password)

    def select(self, folder: str) -> None:
        self.send(f"SELECT {folder}")


def announce(line: str, hidden: str | None = None) -> None:
    shown = line.replace(hidden, "***") if hidden else line
    logger.info("announcing %s", shown)


def begin(user: str, password: str) -> None:
    announce(f"begin {user} {password}", hidden=password)
