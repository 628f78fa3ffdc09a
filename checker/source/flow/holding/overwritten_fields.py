"""Loops over the fields of an object that overwrite those that the code names: what is left to be seen of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.flow.holding.objects import members
from checker.source.flow.literal import source, unnamed
from checker.source.flow.origin import CLEAN, Flow, merge
from checker.source.ir import Node
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_ITEMS = frozenset({"items", "iteritems"})
_DUMPS = frozenset({"dict", "model_dump", "to_dict", "as_dict", "asdict"})
"""Methods that give an object's fields by their names."""
_MOST_STEPS = 8


class OverwrittenFields:
    """Reads which keys a loop overwrites."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._names: dict[Fn, dict[int, frozenset[str]]] = {}

    def forget(self) -> None:
        """Know nothing of any function."""
        self._names.clear()

    def left(self, fn: Fn, node: Node) -> Flow | None:
        """What one of several values shows, if it is a field's value or a mask, by the field's name; ``None`` of any other."""
        item = self._item(fn, node)
        if item[0] != ir.UNPACK or item[2] != 1:
            return None
        dumped = self._dumped(fn, item[1])
        named = self._named(fn).get(item[1], frozenset()) if dumped is not None else None
        entity = self._follower.names.entity(fn, dumped[1]) if dumped is not None and named else None
        if dumped is None or not named or entity is None or entity[0] != "inst":
            return None
        text, place = f"{self._follower.text(fn, dumped[1])}.{dumped[2]}()", self._follower.place(fn, dumped)
        found = members(self._follower, entity[1], place, text, gone=named).found
        return Flow(found) if found else CLEAN

    def passed_over(self, fn: Fn, node: Node, flow: Flow, rest: Flow) -> Flow:
        """What an item of a mapping shows where a test has found its name in no list of some: a secret that none of these names tells."""
        if (left := self.left(fn, node)) is not None:
            return left
        told = {telling.label for name in node[3] if (telling := self._follower.lexicon.tell(name))}
        kept = (item for item in flow.found if item.category == "container" and item.member and item.member not in told)
        return merge([rest, Flow(tuple(kept))])

    def _item(self, fn: Fn, node: Node) -> Node:
        """The one value behind choices and masks that is no mask."""
        for _ in range(_MOST_STEPS):
            if node[0] in (ir.MASKIF, ir.CHECKED):
                node = source(fn, node[1])
            elif node[0] == ir.UNION:
                values = [value for value in node[1] if not self._is_mask(fn, value)]
                if len(values) != 1:
                    break
                node = source(fn, values[0])
            else:
                break
        return node

    def _is_mask(self, fn: Fn, value: int) -> bool:
        record = source(fn, value)
        shown = source(fn, record[1]) if record[0] == ir.MASKIF else record
        return shown[0] == ir.CONST or (record[0] != ir.MASKIF and self._follower.flow(fn, value).clean)

    @staticmethod
    def _dumped(fn: Fn, element: int) -> Node | None:
        """The method that gives an object's fields, over whose items a loop runs: ``settings.dict`` of ``settings.dict().items()``."""
        record = fn.body.nodes[element]
        items = source(fn, record[1]) if record[0] == ir.ELEM else record
        callee = fn.body.nodes[items[1]] if items[0] == ir.CALL else items
        if items[0] != ir.CALL or callee[0] != ir.ATTR or callee[2] not in _ITEMS:
            return None
        call = source(fn, callee[1])
        method = fn.body.nodes[call[1]] if call[0] == ir.CALL else call
        return method if call[0] == ir.CALL and method[0] == ir.ATTR and method[2] in _DUMPS else None

    def _named(self, fn: Fn) -> dict[int, frozenset[str]]:
        """The keys that conditions name, by the node of the loop's element that they are a key of."""
        known = self._names.get(fn)
        if known is None:
            known = self._names[fn] = {}
            for record in fn.body.nodes:
                if record[0] == ir.COND and record[1] in ("in", "==") and len(record[2]) == 2:
                    key, names = fn.body.nodes[unnamed(fn, record[2][0])], self._literals(fn, record[2][1])
                    while key[0] == ir.CHECKED:  # another test has asked for it before
                        key = fn.body.nodes[unnamed(fn, key[1])]
                    if key[0] == ir.UNPACK and key[2] == 0 and names:
                        known[key[1]] = known.get(key[1], frozenset()) | names
        return known

    @staticmethod
    def _literals(fn: Fn, node: int) -> frozenset[str]:
        record = source(fn, node)
        parts = [fn.body.nodes[part] for part in record[1]] if record[0] == ir.SEQ else [record]
        return frozenset(part[1] for part in parts if part[0] == ir.CONST and isinstance(part[1], str))
