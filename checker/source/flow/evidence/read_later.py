"""What is read of a value elsewhere: by the class that keeps it, and by the callers of the function that gives it back."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.literal import unnamed
from checker.source.flow.origin import Found, Place
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_MOST_CALLERS = 20
"""Calls of a function of which is looked at what becomes of what it gives."""
_SELF = "self"
LATER = "read later"
"""Mark of what one of those who get a value reads of it: it says nothing of what the others get."""
_NEVER = sys.maxsize
"""A line that is behind every other."""

Secret = tuple[str, Confidence]
"""A secret's label, and how sure it is."""


class ReadLater:
    """Evidence by keys that others read: ``config = load(path)`` there, ``config["password"]`` behind it."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower

    def secret(self, fn: Fn, text: str, place: Place) -> Found | None:
        """The secret that is read of what is called ``text`` by those who get it from the function; ``None`` where none is."""
        told = next(self._read(fn, text), None)
        if told is None:
            return None
        return Found("container", f"`{text}`", text, min(Confidence.MEDIUM, told[1]), place, "members", told[0], passed=frozenset({LATER}))

    def _read(self, fn: Fn, text: str) -> Iterator[Secret]:
        slots = set(self._slots(fn, text))
        callers = self._follower.callers.callers(fn) if slots else []
        if len(callers) > _MOST_CALLERS:
            self._follower.names.reads.beyond.add(f"what becomes of what a function gives to more than {_MOST_CALLERS} calls")
        for caller, call, _ in callers[:_MOST_CALLERS]:
            if caller.module.facts.test or not self._follower.callers.surely(caller, call, fn):
                continue
            self._follower.names.reads.heads.add(caller.module)
            yield from self._of_names(fn, caller, self._names(caller, call, slots))
            for store in caller.head.stores:
                if store.owner == _SELF and caller.owner is not None and self._gets(caller, store.value, call, slots):
                    for member in caller.owner.members.get(f"{_SELF}.{store.name}", ()):
                        yield from self._told(fn, member.name)

    def _slots(self, fn: Fn, text: str) -> Iterator[int | None]:
        """Where what is called ``text`` stands in what the function gives back: a position in a tuple, or ``None`` for the whole.

        A part of something else, ``answer.reason``, stands where other ways out give what is read.
        """
        if not text.removeprefix(f"{_SELF}.").isidentifier():
            return
        for value in fn.body.returns:
            record = fn.body.nodes[value]
            if self._follower.text(fn, value) == text:
                yield None
            elif record[0] == ir.SEQ:
                yield from (at for at, item in enumerate(record[1]) if self._follower.text(fn, item) == text)

    @staticmethod
    def _gets(fn: Fn, value: int, call: int, slots: set[int | None]) -> bool:
        """Whether a value is what stands there of a call's result: ``sensors, config = load()``."""
        at = unnamed(fn, value)
        record = fn.body.nodes[at]
        part = record[0] in (ir.ITEM, ir.UNPACK) and record[2] in slots and unnamed(fn, record[1]) == call
        return part or (at == call and None in slots)

    def _names(self, fn: Fn, call: int, slots: set[int | None]) -> dict[str, tuple[int, int]]:
        """The names that get it, and from which line to which they stand for it."""
        names: dict[str, tuple[int, int]] = {}
        for record in fn.body.nodes:
            if record[0] != ir.VAR:
                continue
            since, until = names.get(record[1], (0, 0))
            if self._gets(fn, record[2], call, slots):
                names[record[1]] = (record[3], _NEVER)
            elif until == _NEVER and record[3] > since:
                names[record[1]] = (since, record[3])
        return names

    def _of_names(self, fn: Fn, caller: Fn, names: Mapping[str, tuple[int, int]]) -> Iterator[Secret]:
        """What a caller reads of the names, or hands to somebody who reads it there."""
        for member in caller.head.members:
            since, until = names.get(member.owner, (_NEVER, 0))
            if since <= member.line <= until:
                yield from self._told(fn, member.name)
        for name, (since, _) in names.items():
            needed = self._follower.consumers.secret(caller, name, (caller.module.path, since, 0), since)
            if needed is not None:
                yield needed

    def _told(self, fn: Fn, name: str) -> Iterator[Secret]:
        told = self._follower.lexicon.secret(name)
        if told is not None:
            yield told.label, self._follower.by_name.sure(fn, told)
