"""What an object was made of stands in its own text, of which the fields are given by their names; others are made of other things."""

import logging

logger = logging.getLogger(__name__)


class Command:
    def __init__(self, name: str, tag: str, *args: str, prefix: str = "", timeout: float | None = None) -> None:
        self.name = name
        self.tag = tag
        self.args = args
        self.prefix = prefix
        self.timeout = timeout

    def __repr__(self) -> str:
        return "{tag} {prefix}{name} {args}".format(tag=self.tag, prefix=self.prefix, name=self.name, args=" ".join(self.args))


class Fetch(Command):
    def __init__(self, tag: str, *args: str, prefix: str = "", timeout: float | None = None) -> None:
        super().__init__("FETCH", tag, *args, prefix=prefix, timeout=timeout)


class Client:
    def send(self, line: str) -> None:
        data = ("%s\r\n" % line).encode()
        logger.debug("sending %s", data)  # expect: the password
        self.transport.write(data)

    def execute(self, command: Command) -> None:
        self.send(str(command))

    def log_in(self, user: str, password: str) -> None:
        self.execute(Command("LOGIN", "A1", user, '"%s"' % password))

    def select(self, *args: str) -> None:
        self.execute(Command("SELECT", "A2", *args))

    def fetch(self, number: str) -> None:
        self.execute(Fetch("A3", number))
