"""Bodies of requests of which the code around says what is in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.flow.literal import source
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_FEW = 2
"""Keys that must be read: one alone is read of anything."""
_READS = frozenset({"get", "pop"})
_BODIES = frozenset({"json", "get_json", "data", "get_data", "form", "body", "values", "POST", "post", "text", "read"})
"""Attributes and methods of a request that give its body."""


class Bodies:
    """The part of the follower that knows about bodies of a known form."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower

    def known(self, fn: Fn, node: int) -> bool:
        """Whether a function reads several keys of a body by name, none of them sensitive, and hands it on to nobody.

        Then its endpoint takes no more than these, the state of a lamp or the reading of a meter; a body that is handed on whole may
        hold anything.
        """
        name = self._follower.text(fn, node) if fn.body.nodes[node][0] in _NAMES else self._read_as(fn, node)
        keys = set(self._keys(fn, name))
        sinks = {fn.body.nodes[call][1] for call in fn.head.sinks}
        return (
            bool(name)
            and len(keys) >= _FEW
            and not any(self._follower.lexicon.tell(key) for key in keys)
            and not any(self._is_given(fn, call, name) for call in fn.body.calls if fn.body.nodes[call][1] not in sinks)
        )

    def _read_as(self, fn: Fn, node: int) -> str:
        """What a body is called that is read beside the whole request's: ``fields = request.get_json() or {}``; ``""`` for none."""
        owner, _, last = self._follower.text(fn, node).removesuffix("()").rpartition(".")
        for record in fn.body.nodes if owner and last in _BODIES else ():
            if record[0] != ir.VAR:
                continue
            made = source(fn, record[2])
            parts: list[int] = made[1] if made[0] == ir.UNION else [record[2]]
            texts = (self._follower.text(fn, part).removesuffix("()").rpartition(".") for part in parts)
            if any(text[0] == owner and text[2] in _BODIES for text in texts):
                return str(record[1])
        return ""

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
