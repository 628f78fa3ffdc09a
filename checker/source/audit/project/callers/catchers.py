"""Exceptions of the project's own that every handler in it records: who raises one need not, whoever it was that called.

A dispatcher that runs what it was given (``method(*args)``) is no caller that could be told; but it catches, by the exception's name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.source.audit.project.callers.leaving import Leaving
from checker.source.audit.project.recording.records import Records
from checker.source.audit.project.recording.sure import Sure
from checker.source.audit.project.registering.outside import apart
from checker.source.audit.ways.paths import Handling
from checker.source.ir.ways import Exit
from checker.source.names.elements import Fn
from checker.source.names.lookup import Names
from checker.source.names.reads import CAUGHT

if TYPE_CHECKING:
    from checker.source.audit.ways.paths import Way


class Catchers:
    """Looks for the handlers of an exception in the whole project; remembers what was found."""

    def __init__(self, names: Names, leaving: Leaving, records: Records) -> None:
        """``leaving`` and ``records`` are its own: what they remember is forgotten after each question."""
        self._names = names
        self._leaving = leaving
        self._records = records
        self._known: dict[str, bool] = {}

    def all_record(self, name: str) -> bool:
        """Whether there is a handler of an exception of that name, and each leaves a record or raises it again."""
        self._names.reads.asked.add((CAUGHT, name, -1))
        return self.answer(name)

    def answer(self, name: str) -> bool:
        """The same, for whoever compares two runs."""
        if name not in self._known:
            with self._names.aside():
                self._known[name] = self._looked_for(name)
            self._leaving.forget()  # what was found out aside is no knowledge of the module that is being read
            self._records.forget()
        return self._known[name]

    def _looked_for(self, name: str) -> bool:
        found = False
        for fn in self._names.catching(name):
            if fn.module.facts.test or apart(fn.module):
                continue
            for position, handler in enumerate(fn.body.handlers):
                if any(one.rpartition(".")[2] == name for one in handler.types):
                    told = self._told(fn, position)
                    if told is False:
                        return False
                    found = found or told is True
        return found

    def _told(self, fn: Fn, position: int) -> Any:
        """Whether a handler records on each of its ways; ``None`` where it only raises again."""
        told = [
            any(self._records.entry(fn, one) == Sure.YES for one in way.entries[at:]) or (None if _again(way) else False)
            for way in self._leaving.ways(fn)
            for at, entry in enumerate(way.entries)
            if isinstance(entry, Handling) and entry.handler == position
        ]
        return False if False in told or not told else (True in told) or None


def _again(way: Way) -> bool:
    return isinstance(way.exit, Exit) and way.exit.kind == "raise" and way.exit.value < 0
