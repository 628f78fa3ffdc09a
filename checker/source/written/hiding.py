"""Whether who wrote a record has hidden something of what it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from checker.source import ir
from checker.source.flow.calling.redactors import Redactors
from checker.source.flow.operands import operands
from checker.source.names.elements import Fn

_RECORDING = frozenset({"debug", "info", "warning", "warn", "error", "critical", "exception", "log", "trace"})
"""How the calls are named that write records."""


class Hiding:
    """Tells it of each call; a function is looked at once, however many calls it has."""

    def __init__(self, redactors: Redactors) -> None:
        self._redactors = redactors
        self._known: dict[Fn, tuple[frozenset[int], bool]] = {}
        """Of a function: the calls that a mask comes to, and whether there is one that comes to no record in a single expression."""

    def forget(self) -> None:
        """Know nothing of any function."""
        self._known.clear()

    def is_beside(self, fn: Fn, call: int) -> bool:
        """Whether a mask comes to a call, or may: what is put together in a list, line by line, comes to the record from there."""
        if fn not in self._known:
            self._known[fn] = self._masks(fn)
        reached, apart = self._known[fn]
        return apart or call in reached

    def comes_to(self, fn: Fn, call: int) -> bool:
        """Whether a mask surely comes to a call."""
        if fn not in self._known:
            self._known[fn] = self._masks(fn)
        return call in self._known[fn][0]

    def _masks(self, fn: Fn) -> tuple[frozenset[int], bool]:
        nodes = fn.body.nodes
        hidden = {node for node in range(len(nodes)) if self._redactors.hides(fn, node)}
        if not hidden:
            return frozenset(), False
        above: dict[int, list[int]] = {}
        for node, record in enumerate(nodes):
            for one in operands(record):
                above.setdefault(one, []).append(node)
        records = [call for call in fn.body.calls if _is_record(fn, call)]
        within = _reached(records, lambda node: operands(nodes[node]))
        return _reached(hidden, lambda node: above.get(node, ())), not hidden <= within


def _reached(begin: Iterable[int], following: Callable[[int], Iterable[int]]) -> frozenset[int]:
    found = set[int]()
    waiting = [*begin]
    while waiting:
        node = waiting.pop()
        if node >= 0 and node not in found:
            found.add(node)
            waiting += following(node)
    return frozenset(found)


def _is_record(fn: Fn, call: int) -> bool:
    callee = fn.body.nodes[fn.body.nodes[call][1]]
    return callee[0] == ir.ATTR and callee[2] in _RECORDING
