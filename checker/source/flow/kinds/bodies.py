"""Bodies of requests of which the code around says what is in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_FEW = 2
"""Keys that must be read: one alone is read of anything."""
_READS = frozenset({"get", "pop"})


class Bodies:
    """The part of the follower that knows about bodies of a known form."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower

    def known(self, fn: Fn, node: int) -> bool:
        """Whether a function reads several keys of a body by name, none of them sensitive, and hands it on to nobody.

        Then its endpoint takes no more than these, the state of a lamp or the reading of a meter; a body that is handed on whole may
        hold anything.
        """
        record = fn.body.nodes[node]
        if record[0] not in (ir.VAR, ir.CHECKED, ir.TOUCHED):
            return False
        name = self._follower.text(fn, node)
        keys = set(self._keys(fn, name))
        sinks = {fn.body.nodes[call][1] for call in fn.head.sinks}
        return (
            len(keys) >= _FEW
            and not any(self._follower.lexicon.tell(key) for key in keys)
            and not any(self._is_given(fn, call, name) for call in fn.body.calls if fn.body.nodes[call][1] not in sinks)
        )

    def _keys(self, fn: Fn, name: str) -> Iterator[str]:
        """What is read of the body: ``body["on"]``, ``body.get(ATTR_ON)``."""
        for record in fn.body.nodes:
            key: object = None
            if record[0] == ir.ITEM and self._follower.text(fn, record[1]) == name:
                number = record[2]
                key = self._follower.mappings.key(fn, -1 - number) if isinstance(number, int) and number < 0 else number
            elif record[0] == ir.CALL and record[2] and record[2][0] >= 0:
                callee = fn.body.nodes[record[1]]
                if callee[0] == ir.ATTR and callee[2] in _READS and self._follower.text(fn, callee[1]) == name:
                    key = self._follower.mappings.key(fn, record[2][0])
            if isinstance(key, str):
                yield key

    def _is_given(self, fn: Fn, call: int, name: str) -> bool:
        """Whether a call is given the whole body."""
        _, callee, arguments, keywords, *_ = fn.body.nodes[call]
        if self._follower.text(fn, callee).rpartition(".")[2] in _ASKS:
            return False
        given = [abs(argument + 1) if argument < 0 else argument for argument in arguments] + [value for _, value in keywords]
        return any(fn.body.nodes[value][0] in _NAMES and self._follower.text(fn, value) == name for value in given)


_NAMES = frozenset((ir.VAR, ir.CHECKED, ir.TOUCHED))
_ASKS = frozenset({"isinstance", "len", "type", "bool"})
