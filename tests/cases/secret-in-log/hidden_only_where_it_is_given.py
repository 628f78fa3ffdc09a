"""A line is written as it is where nothing is to be hidden: one caller does not say what that would be."""

import logging

logger = logging.getLogger(__name__)


class Client:
    def send(self, line: str, hidden: str | None = None) -> None:
        if hidden:
            logger.debug("sending %s", line.replace(hidden, "***"))
        else:
            logger.debug("sending %s", line)  # expect: the password

    def log_in(self, user: str, password: str) -> None:
        self.send(f"LOGIN {user} {password}")


def announce(line: str, word: str | None = None) -> None:
    shown = line.replace(word, word.upper()) if word else line
    logger.info("announcing %s", shown)  # expect: the password


def begin(user: str, password: str) -> None:
    announce(f"begin {user} {password}", word=user)
