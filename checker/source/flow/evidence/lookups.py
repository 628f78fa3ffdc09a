"""Whether a function raises for what it does not know: behind a call of it, what it was given is the name of something known."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.flow.literal import source
from checker.source.flow.origin import Flow, flat, without
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_LOOKS = frozenset(
    {"get", "find", "lookup", "load", "fetch", "resolve", "read", "validate", "check", "ensure", "require", "parse", "must", "select",
     "verify", "authorize", "is"}
)  # fmt: skip
"""First words of functions that look something up, or try it."""
_MISSES = frozenset(
    {"found", "exist", "exists", "missing", "unknown", "invalid", "lookup", "key", "value", "such", "http", "forbidden", "denied"}
)
"""Words of exceptions that say that there is none."""
_ENUMS = frozenset({"enum.Enum", "enum.StrEnum", "Enum", "StrEnum"})
_DEEPEST = 3
_MOST = 8
"""Functions that one call may run, and calls of a function that are looked at."""


class Lookups:
    """The part of the follower that knows what only goes on where something was found."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower

    def proven(self, fn: Fn, node: ir.Node, flow: Flow) -> Flow:
        """What a value shows behind a call that was given it, or where a test has shown that it is no mapping."""
        if node[2] == "flat":
            return flat(flow)
        raw = any(item.category == "untrusted" for item in flow.found)
        return without(flow, ("untrusted",)) if raw and self.settles(fn, node[3], node[1]) else flow

    def settles(self, fn: Fn, call: int, node: int) -> bool:
        """Whether a call that was given a value raises where it knows no such value."""
        entity = self._follower.names.entity(fn, fn.body.nodes[call][1])
        if entity is not None and entity[0] == "cls":
            return not _ENUMS.isdisjoint(self._follower.names.mro(entity[1])[1])
        value = self._plain(fn, node)
        return self._raises(fn, call, lambda given: self._plain(fn, given) == value, _DEEPEST)

    def _plain(self, fn: Fn, node: int) -> int:
        """The node that a name stands for, behind what was proven of it."""
        nodes = fn.body.nodes
        while nodes[node][0] == ir.CHECKED:
            node = nodes[node][1]
        return node

    def _raises(self, fn: Fn, call: int, is_given: Callable[[int], bool], depth: int) -> bool:
        _, callee, arguments, keywords, *_ = fn.body.nodes[call]
        positions = [at for at, given in enumerate(arguments) if given >= 0 and is_given(given)]
        names = [name for name, given in keywords if is_given(given)]
        if depth == 0 or not (positions or names):
            return False
        targets = self._targets(fn, call, callee)
        return bool(targets) and all(
            any(self._looks_up(target, at, depth) for at in self._parameters(target, bound, positions, names)) for target, bound in targets
        )

    def _targets(self, fn: Fn, call: int, callee: int) -> list[tuple[Fn, bool]]:
        """What a call may run: where the owner is not known, every method of that name."""
        known = self._follower.names.callees(fn, call)[:_MOST]
        record = fn.body.nodes[callee]
        if not known and record[0] == ir.ATTR:
            known = [(method, not method.head.flags & ir.STATIC) for method in self._follower.names.named(record[2])[:_MOST]]
        for target, _ in known:
            self._follower.names.reads.heads.add(target.module)
        return [(target, bound) for target, bound in known if not target.module.facts.test]

    @staticmethod
    def _parameters(target: Fn, bound: bool, positions: list[int], names: list[str]) -> list[int]:
        found = [at + bound for at in positions] + [target.head.params.index(name) for name in names if name in target.head.params]
        return [at for at in found if at < len(target.head.params)]

    def _looks_up(self, target: Fn, position: int, depth: int) -> bool:
        """Whether a function raises for a parameter: by itself, by ``rows[name]``, or in what it hands it on to."""
        nodes = target.body.nodes
        looks = not _LOOKS.isdisjoint(split(target.name.rpartition(".")[2])[:1])
        if any(looks or self._misses(target, raised.value) for raised in target.body.raises):
            return True
        if looks and "abort" in target.head.called:
            return True

        def is_given(node: int) -> bool:
            record = source(target, self._plain(target, node))
            return bool(record[0] == ir.PARAM and record[1] == position)

        by_key = (node for node in nodes if node[0] == ir.ITEM and isinstance(node[2], int) and node[2] < 0)
        if any(is_given(-1 - node[2]) for node in by_key):
            return True
        return any(self._raises(target, call, is_given, depth - 1) for call in target.body.calls[:_MOST])

    def _misses(self, target: Fn, raised: int) -> bool:
        record = target.body.nodes[raised]
        name = self._follower.text(target, record[1] if record[0] == ir.CALL else raised).rpartition(".")[2]
        return not _MISSES.isdisjoint(split(name))
