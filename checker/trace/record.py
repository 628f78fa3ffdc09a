"""The sample that is sent through a project's logging: an event as a record, with sentinels for the values that it carries."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from checker.source.facts.events import Part
from checker.trace.wording import Text, anything, hole, known

NUMBERS = {"debug": 10, "info": 20, "warning": 30, "warn": 30, "error": 40, "exception": 40, "critical": 50, "fatal": 50, "success": 25}


class Record(msgspec.Struct, frozen=True):
    """One record."""

    logger: str | None
    """The logger's name, ``None`` where it is not known."""
    level: str
    """In lower case; ``""`` where it is not known."""
    message: Text
    fields: Mapping[str, Text] = msgspec.field(default_factory=dict)
    """What it carries beside the message, in order."""
    exception: bool = False
    path: str = ""
    """The file of the call."""
    line: int = 0
    function: str = ""
    sink: str = "logging"
    open: bool = False
    """Whether it may carry further fields."""
    body: Mapping[str, Text] | None = None
    """The fields of which the message is the JSON, where it is."""
    raised: str = ""
    """The exception's class, where it is known."""

    @property
    def traceback(self) -> Text:
        """That of its exception, down to the class."""
        return Text((*anything("the traceback").parts, *([f"\n{self.raised}"] if self.raised else [])))

    @property
    def number(self) -> int | None:
        """Its level as a number."""
        return NUMBERS.get(self.level)

    def attribute(self, name: str) -> Text | None:
        """An attribute of `logging.LogRecord`; ``None`` where it has none of the name."""
        if name == "message":
            return self.message
        if name == "levelname":
            return known(self.level.upper()) if self.level else anything("the level")
        if name == "levelno":
            return known(str(self.number)) if self.number is not None else anything("the level")
        if name == "name":
            return known(self.logger or "root") if self.logger is not None else anything("the logger's name")
        stem = self.path.rpartition("/")[2].removesuffix(".py")
        own = {
            "module": stem, "filename": f"{stem}.py", "pathname": f"/app/{self.path}",
            "funcName": self.function.rpartition(".")[2] or "<module>", "lineno": str(self.line),
            "processName": "MainProcess", "threadName": "MainThread",
            "process": "4711", "thread": "140245",
            "created": "1764230400.0", "msecs": "123", "relativeCreated": "4242", "taskName": "None",
        }  # fmt: skip
        if name in own:
            return known(own[name])
        return self.fields.get(name)


def text_of(parts: tuple[Part, ...]) -> Text:
    """A message's text."""
    return Text(tuple(text or hole(source) for text, source in parts)) if parts else anything("the message")
