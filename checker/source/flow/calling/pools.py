"""What a function gives that a pool or ``map`` runs: ``pool.submit(sign_in, name).result()``, ``map(sign_in, names)``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.source import ir
from checker.source.flow import literal
from checker.source.flow.origin import Flow, Place, hop
from checker.source.ir import Node
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_HANDS = frozenset({"submit", "apply_async"})
"""Methods of pools that give a future."""
_WAITS = frozenset({"as_completed", "wait"})
"""Calls that give the futures that they are given as they come to their ends."""
_STEPS = frozenset((ir.ELEM, ir.COMP, ir.UNPACK))


class Pools:
    """The part of the follower that knows what runs for somebody else."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower

    def each(self, fn: Fn, node: Node, text: str = "", place: Place = ("", 0, 0)) -> Flow | None:
        """``map(sign_in, names)``, where the function is the project's own."""
        return self._of(fn, node) if len(node[2]) > 1 and min(node[2]) >= 0 else None

    def mapped(self, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
        """``pool.map(sign_in, names)``"""
        return self.each(fn, node)

    def result(self, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
        """``future.result()`` of what was handed to a pool in the same function."""
        if not _HANDS.intersection(fn.head.called):
            return None
        record = self._future(fn, owner)
        return self._of(fn, record) if record is not None else None

    def _of(self, fn: Fn, outer: Node) -> Flow | None:
        """What the project's function gives that another call runs."""
        function, nodes = outer[2][0], fn.body.nodes
        entity = self._follower.names.entity(fn, function)
        if entity is None or entity[0] != "fn":
            return None
        inner = next((at for at in fn.body.calls if nodes[at][1] == function and list(nodes[at][-2:]) == list(outer[-2:])), -1)
        if inner >= 0:
            return self._follower.flow(fn, inner)
        if entity[1].head.params:
            return None
        found = tuple(replace(item, crossed=item.crossed + 1) for item in self._follower.functions.results.of(entity[1]).found)
        return hop(Flow(found), self._follower.place(fn, outer), f"returned by `{entity[1].name}()`")

    def _future(self, fn: Fn, owner: int) -> Node | None:
        """The call that handed work to a pool whose future a value is: the only one of the function where the futures are kept together."""
        nodes, at = fn.body.nodes, literal.bare(fn, owner)
        if self._hands(fn, nodes[at]):
            return nodes[at]
        if nodes[at][0] not in _STEPS:
            return None
        over = literal.bare(fn, nodes[at][1], *_STEPS)
        waits = nodes[over][0] == ir.CALL and self._called(fn, nodes[over]) in _WAITS
        handed = [nodes[call] for call in fn.body.calls if self._hands(fn, nodes[call])]
        kept = nodes[over][0] in (ir.SEQ, ir.DICT, ir.UNION) or self._hands(fn, nodes[over])
        return handed[0] if len(handed) == 1 and (waits or kept) else None

    def _hands(self, fn: Fn, record: Node) -> bool:
        return record[0] == ir.CALL and bool(record[2]) and record[2][0] >= 0 and self._called(fn, record) in _HANDS

    def _called(self, fn: Fn, record: Node) -> str:
        return self._follower.text(fn, record[1]).rpartition(".")[2]
