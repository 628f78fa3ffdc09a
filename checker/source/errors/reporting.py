"""Which calls tell somebody of an error: log calls, error trackers, tracebacks, and the project's functions that come to one of these."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from checker.source import ir
from checker.source.flow.backwards import Follower
from checker.source.lexicon.words import split
from checker.source.logs.sinks import Sinks, Use
from checker.source.names.elements import Fn

_DEEPEST = 3
"""So many calls a report may be away."""
_MOST_CALLS = 60
"""Calls of a function that are looked at."""
_TELLING = frozenset({"logging", "structlog", "loguru", "twisted", "tracker", "warnings", "print", "stderr", "click", "tracing", "file"})
_TRACEBACKS = frozenset(
    {
        "print_exc", "print_exception", "print_last", "print_stack", "format_exc", "format_exception", "excepthook", "exc_info",
        "handleError", "capture_exception", "captureException", "notify_exception", "report_exc_info", "record_exception",
        "notice_error", "set_exception", "deferr", "call_exception_handler", "default_exception_handler", "__excepthook__",
    }
)  # fmt: skip
"""Calls that carry an error on, or its traceback."""
_OF_TRACES = frozenset({"traceback", "trace", "tb", "exc", "exception", "stack"})
"""Words of what such a call is renamed to."""
_WORDS = frozenset(
    {
        "log", "logs", "logger", "logging", "report", "reports", "reporter", "notify", "notification", "alert", "warn", "warning",
        "fail", "failed", "failure", "error", "errors", "exception", "panic", "abort", "die", "crash", "complain", "message",
        "messages", "flash", "echo", "print", "audit", "trace", "debug", "emit", "incr", "increment", "inc", "metric", "metrics",
        "counter", "count", "sentry", "display", "show", "tell", "dialog", "popup", "toast", "status", "result", "reply",
        "respond", "response", "retry", "requeue", "nack",
    }
)  # fmt: skip
"""Words of a called name that say it may tell somebody."""


class Told(msgspec.Struct, frozen=True):
    """A call that tells."""

    call: int
    level: str
    """``debug`` ... ``critical``; ``""`` where unknown."""
    kind: str
    """A sink's kind, ``traceback``, ``function`` for one of the project's own, or ``name`` for what only sounds like it."""
    use: Use | None = None


class Reporting:
    """Knows which calls tell; what it found out of a function holds until the next module."""

    def __init__(self, follower: Follower, sinks: Sinks) -> None:
        self.names = follower.names
        self.sinks = sinks
        self._functions: dict[Fn, str | None] = {}

    def forget(self) -> None:
        """Know nothing of any function."""
        self._functions.clear()

    def told(self, fn: Fn, call: int) -> Told | None:
        """What a call tells, ``None`` where nothing."""
        use = self.sinks.use(fn, call)
        if use is not None and use.kind in _TELLING:
            return Told(call, use.level, use.kind, use)
        name = called(fn, call)
        if name in _TRACEBACKS or self._is_renamed(fn, call, name):
            return Told(call, "error", "traceback")
        for target, _ in self.names.callees(fn, call):
            level = self.tells(target)
            if level is not None:
                return Told(call, level, "function")
        made = name[:1].isupper()  # an exception's class, mostly
        return Told(call, "", "name") if not made and not _WORDS.isdisjoint(split(name)) else None

    def _is_renamed(self, fn: Fn, call: int, name: str) -> bool:
        """Whether a module calls it otherwise: ``from traceback import format_exc as traceback_text``."""
        if "traceback" not in fn.module.tops or _OF_TRACES.isdisjoint(split(name)):
            return False
        entity = self.names.entity(fn, fn.body.nodes[call][1])
        return (
            entity is not None and entity[0] == "lib" and entity[1].startswith("traceback.") and entity[1].rpartition(".")[2] in _TRACEBACKS
        )

    def tells(self, fn: Fn, depth: int = 0) -> str | None:
        """The level of the gravest record that a function writes, also through other functions; ``None`` where it writes none."""
        if fn in self._functions:
            return self._functions[fn]
        self._functions[fn] = None  # ends recursion
        found: str | None = None
        for call in fn.body.calls[:_MOST_CALLS]:
            use = self.sinks.use(fn, call)
            if use is not None and use.kind in _TELLING:
                found = graver(found, use.level)
            elif called(fn, call) in _TRACEBACKS:
                found = graver(found, "error")
            elif depth < _DEEPEST:
                for target, _ in self.names.callees(fn, call):
                    level = self.tells(target, depth + 1)
                    found = graver(found, level) if level is not None else found
        self._functions[fn] = found
        return found


_RANKS = {"debug": 1, "": 2, "info": 2, "warning": 3, "error": 4, "critical": 5}


def rank(level: str) -> int:
    """How grave a level is; unknown ones count as info."""
    return _RANKS.get(level, 2)


def graver(one: str | None, other: str) -> str:
    """The graver of two levels."""
    return other if one is None or rank(other) > rank(one) else one


def called(fn: Fn, call: int) -> str:
    """The last part of a called name, ``""`` where it has none."""
    callee = fn.body.nodes[fn.body.nodes[call][1]]
    if callee[0] == ir.ATTR:
        return str(callee[2])
    if callee[0] == ir.PARAM:
        return fn.head.params[callee[1]]
    return str(callee[1]) if callee[0] in (ir.GLOBAL, ir.VAR) else callee[1].rpartition(".")[2] if callee[0] == ir.IMPORT else ""


def names(fn: Fn, calls: range | list[int]) -> Iterator[str]:
    """The called names of some calls."""
    return (name for call in calls if (name := called(fn, call)))
