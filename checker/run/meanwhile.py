"""What this process does while others work for it, instead of waiting: it loads what comes next, and looks at what stands apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from importlib import import_module

Part = Callable[[], object]
Done = Callable[[int], None]
JOIN = tuple(
    f"checker.source.{name}"
    for name in (
        "flow.backwards",
        "logs.records",
        "errors.handlers",
        "written.calls",
        "audit.deciding.refusing.exits",
        "audit.outcomes",
        "program",
    )
)
"""What the join is made of, in pieces of some ten milliseconds."""


def meanwhile(parts: Iterable[Part], done: Done = lambda count: None) -> Done:
    """Hears what ``done`` hears, and does the next of some things each time that a chunk of the others' work is ready.

    One at a time, because the next chunks must not wait long for this process. A single item was done here, where nobody else works; so
    nothing may depend on these things being done.
    """
    waiting = iter(parts)

    def heard(count: int) -> None:
        done(count)
        part = next(waiting, None) if count > 1 else None
        if part is not None:
            part()

    return heard


def loading(name: str) -> Part:
    """Loads a module."""
    return partial(import_module, name)
