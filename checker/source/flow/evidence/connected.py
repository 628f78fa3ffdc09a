"""Whether a value is the address that a library connects to: what a database's or a broker's client is given to find its server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.evidence.members import siblings
from checker.source.flow.literal import source
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_LOCATING = frozenset({0, "url", "uri", "dsn", "conninfo", "host", "name_or_url", "db_url", "hostname"})
"""Where such a call is given an address."""
_ADDRESSES = frozenset({"url", "uri", "dsn", "urls", "uris", "conninfo"})
"""Last words of names for an address."""
_ENGINES = frozenset({"create_engine", "create_async_engine", "from_url", "URLParameters"})
"""Last parts of calls that take an address and nothing else, whatever it is called: ``create_engine(self.database)``."""
_OWN = "self."


class Connected:
    """Evidence by the clients that a value is given to."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._locators = follower.tables.locators

    def sure(self, fn: Fn, text: str) -> Confidence | None:
        """How sure it is that what is called ``text`` is the address of a database or the like; ``None`` where nothing connects to it.

        What is not called like an address is one where the library takes nothing else.
        """
        own, located = text.startswith(_OWN), not _ADDRESSES.isdisjoint(split(text.rpartition(".")[2])[-1:])
        if not located and _ENGINES.isdisjoint(fn.head.called) and not (own and any(map(_makes_engine, siblings(fn)))):
            return None
        handed = list(self._follower.consumers.slots(fn, text))
        engines = [self._is_engine(one, call) for one, call, slot in handed if self._is_located(one, call, slot)]
        if not engines and located and any(self._is_handed_on(one, call, slot) for one, call, slot in handed):
            return Confidence.MEDIUM
        return Confidence.HIGH if any(engines) else Confidence.MEDIUM if engines and located else None

    def _is_handed_on(self, fn: Fn, call: int, slot: int | str) -> bool:
        """Whether a function of the project makes an engine of what it is given there: ``get_engine(url)``."""
        consumers = self._follower.consumers
        taken = consumers.parameter(fn, call, slot)
        if taken is None or not _makes_engine(taken[0].head):
            return False
        target, position = taken
        within = consumers.slots(target, target.head.params[position])
        return any(one is target and self._is_engine(one, at) and self._is_located(one, at, where) for one, at, where in within)

    def _is_engine(self, fn: Fn, call: int) -> bool:
        return self._follower.text(fn, fn.body.nodes[call][1]).rpartition(".")[2] in _ENGINES

    def _is_located(self, fn: Fn, call: int, slot: int | str) -> bool:
        """Whether a client finds its server by what it is given there, and that has not become another address by then, which is written
        out: ``path = f"sqlite:///{path}"``."""
        _, callee, given, named, *_ = fn.body.nodes[call]
        entity = self._follower.names.entity(fn, callee)
        if entity is None or entity[0] != "lib" or entity[1] not in self._locators or slot not in _LOCATING:
            return False
        value = given[slot] if isinstance(slot, int) else next((value for name, value in named if name == slot), -1)
        return value < 0 or not _is_written_out(fn, value)


def _is_written_out(fn: Fn, value: int) -> bool:
    """Whether an address begins in the code, in all branches: its parts tell what it carries."""
    record = source(fn, value)
    parts = record[1] if record[0] == ir.UNION else [value]
    return bool(parts) and all(_begins(fn, source(fn, part)) for part in parts)


def _begins(fn: Fn, record: ir.Node) -> bool:
    first = fn.body.nodes[record[1][0]] if record[0] == ir.JOIN and record[1] else record
    return bool(first[0] == ir.CONST and isinstance(first[1], str) and "://" in first[1])


def _makes_engine(head: ir.Function) -> bool:
    return not _ENGINES.isdisjoint(head.called)
