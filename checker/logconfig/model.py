"""The pipeline that a logging configuration sets up: loggers, handlers, filters and formatters, each with its place.

`LogPipeline` is what a process has after the configuration was applied, as Python's ``logging`` would apply it. What could not be told
stays unknown, with its reason, in the `Setting` at hand; a pipeline that may hold more than was read says so in ``partial``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from checker.model import Span

LEVELS: Mapping[str, int] = {
    "CRITICAL": 50, "FATAL": 50, "ERROR": 40, "WARNING": 30, "WARN": 30, "INFO": 20, "DEBUG": 10, "NOTSET": 0, "TRACE": 5, "SUCCESS": 25,
}  # fmt: skip
"""Numbers of the names that ``logging`` and loguru know."""
PRODUCTION, DEVELOPMENT, TEST, MIGRATION = "production", "development", "test", "migration"


class Setting(msgspec.Struct, frozen=True):
    """One value of a node."""

    value: Any
    """Text, number, bool or ``None``; of a list or mapping its plain form; ``None`` where unknown."""
    span: Span
    unknown: str = ""
    """Why it is unknown; ``""`` where it is known."""
    open: str = ""
    """What can make it another value than this default."""
    read: Span | None = None
    """Where the configuration reads it, if the value itself stands elsewhere: in an environment variable."""


class Reference(msgspec.Struct, frozen=True):
    """A handler's, filter's or formatter's name where it is used."""

    name: str
    """``""`` where it is unknown."""
    span: Span
    unknown: str = ""
    open: str = ""
    """What can make it another name than this default."""
    function: str = ""
    """Where code attaches it: the function, ``""`` for a module's own code."""


class Formatter(msgspec.Struct, frozen=True):
    """How a record becomes text."""

    name: str
    span: Span
    cls: str = "logging.Formatter"
    """Dotted; ``""`` where unknown."""
    format: Setting | None = None
    datefmt: Setting | None = None
    style: str = "%"
    options: Mapping[str, Setting] = msgspec.field(default_factory=dict)
    """Whatever else it is given."""
    unknown: str = ""
    timeless: bool = False
    """Whether it is of a class of the project's that writes no time."""


class Filter(msgspec.Struct, frozen=True):
    """What lets a record through or not."""

    name: str
    span: Span
    cls: str = "logging.Filter"
    options: Mapping[str, Setting] = msgspec.field(default_factory=dict)
    passes: bool = False
    """Whether it is of a class of the project's that lets every record through."""
    drops: Span | None = None
    """The method of such a class that returns nothing, so that no record gets through."""


class Handler(msgspec.Struct, frozen=True):
    """Where records go."""

    name: str
    span: Span
    cls: str
    """Dotted class; ``""`` where unknown."""
    cls_span: Span
    level: Setting | None = None
    formatter: Reference | None = None
    filters: tuple[Reference, ...] = ()
    options: Mapping[str, Setting] = msgspec.field(default_factory=dict)
    """Arguments of the class: ``filename``, ``maxBytes`` ..."""
    targets: tuple[Reference, ...] = ()
    """Handlers that it hands its records on to (MemoryHandler, QueueHandler)."""
    builtin: bool = False
    """Whether a framework brings it and the project says nothing of it."""
    somewhere: bool = False
    """Whether a logger has it of which is not known which it is."""
    unheard: bool = False
    """Whether only loggers have it that the project asks for nowhere, though it asks for others."""
    waits: tuple[Span, str] | None = None
    """Where its class, one of the project's, waits for another host, and by which call."""

    @property
    def threshold(self) -> int | None:
        """Its level as a number, 0 where it has none, ``None`` where unknown."""
        return level_number(self.level)


class Logger(msgspec.Struct, frozen=True):
    """One logger that the configuration speaks of; ``""`` is the root."""

    name: str
    span: Span
    level: Setting | None = None
    propagate: Setting | None = None
    handlers: tuple[Reference, ...] = ()
    filters: tuple[Reference, ...] = ()
    disabled: Span | None = None
    """What disables it."""
    more: str = ""
    """Why it may have further handlers."""
    builtin: bool = False
    silent: bool = False
    """Whether nothing in the project, nor a library that it imports, logs under its name."""
    meant: str = ""
    """The name of the project's own that it resembles: nothing logs under its name, and the code asks for that one, which has no logger."""
    undebugged: bool = False
    """Whether the files that log under its name are known, and none of them writes debug records."""
    asked: bool = False
    """Whether the code asks for it by its name; told of those that resemble a library's logger alone."""

    @property
    def propagates(self) -> bool | None:
        """Whether records go on to its parent; ``None`` where unknown. Python asks for truth, so that ``"no"`` is true."""
        if self.propagate is None:
            return True
        return None if self.propagate.unknown else bool(self.propagate.value)


class Misread(msgspec.Struct, frozen=True):
    """A key or value that Python's logging ignores or takes otherwise than it looks."""

    span: Span
    what: str
    """One sentence."""
    harmless: bool = False
    """Whether the process does the same as it looks."""


class LogPipeline(msgspec.Struct, frozen=True):
    """What one configuration sets up."""

    kind: str
    """``dictConfig``, ``django``, ``ini``, ``code``, ``loguru`` ..."""
    span: Span
    """Of the configuration as a whole."""
    environment: str = PRODUCTION
    loggers: Mapping[str, Logger] = msgspec.field(default_factory=dict)
    handlers: Mapping[str, Handler] = msgspec.field(default_factory=dict)
    formatters: Mapping[str, Formatter] = msgspec.field(default_factory=dict)
    filters: Mapping[str, Filter] = msgspec.field(default_factory=dict)
    undefined: tuple[tuple[str, Reference, str], ...] = ()
    """Kind, reference and its owner, of what is named and is not there."""
    misread: tuple[Misread, ...] = ()
    disables: Span | None = None
    """Where it disables the loggers that exist already: the key's place, or the configuration's where that is the default."""
    partial: str = ""
    """Why it may hold more than what was read; ``""`` for the whole of a process's set-up."""
    packages: tuple[str, ...] = ()
    """The project's own top-level packages and modules."""
    debug: bool = False
    """Whether the settings beside it say ``DEBUG = True``."""
    mails: bool = True
    """Whether there may be somebody whom Django mails errors to: the settings beside it name ``ADMINS``."""
    spoken: Mapping[str, frozenset[str]] = msgspec.field(default_factory=dict)
    """Section to every text that some way through its conditions has where a name of that section may stand: names that are used elsewhere
    than in what was read."""
    tests: tuple[str, ...] = ()
    """The conditions under which it is applied at all, as source."""
    server: bool = True
    """Whether it is for a service (not a command-line tool, an example or a script)."""
    leads: bool = True
    """Whether it stands where a process may be started, or in a file called after logging; what any other module does may come too late."""

    scripted: bool = False
    """Whether only files that are started as scripts, and make no application of a server, call the function that sets it up."""
    processes: int = 0
    """How many processes the file itself says that the server has; 0 where it says nothing of them."""
    awaits: str = ""
    """The name by which code has to speak of it for it to be applied; ``""`` where that is seen, or not known."""
    unspoken: tuple[str, ...] = ()
    """Names that the code asks for loggers by, of which it does not speak, though it speaks of others below the same first part."""
    unapplied: str = ""
    """Why it is in no process: nothing calls the function that applies it, nothing loads the file."""

    @property
    def doubt(self) -> str:
        """Why it takes no effect, as far as the project shows."""
        return self.unapplied

    @property
    def root(self) -> Logger | None:
        """The root logger as far as it is configured."""
        return self.loggers.get("")

    def lineage(self, name: str) -> Iterator[str]:
        """The logger and those above it, the root last."""
        while name:
            yield name
            name = name.rpartition(".")[0]
        yield ""


def level_number(level: Setting | None) -> int | None:
    """A level as a number: 0 for none, ``None`` where unknown or no level at all."""
    if level is None or (level.value is None and not level.unknown):
        return 0
    if level.unknown:
        return None
    if isinstance(level.value, bool):
        return int(level.value)
    if isinstance(level.value, int):
        return level.value
    return LEVELS.get(str(level.value).rpartition(".")[2])
