"""Where lines stand in what the index keeps: two states of a file can be the same but for lines that were added or taken away above."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Sequence
from typing import Any, Final

import msgspec
from msgspec.structs import replace

from checker.source import ir
from checker.source.ir import Body, Class, Function, markers, markers_of

_NODES: Final = {
    ir.PARAM: 2, ir.GLOBAL: 2, ir.VAR: 3, ir.ATTR: 3, ir.ITEM: 3, ir.CALL: 4, ir.DICT: 3, ir.CAUGHT: 2, ir.SET: 4,
}  # fmt: skip
"""Where the line stands in a node."""
_MARKERS: Final = {
    markers.IF: 4, markers.ELIF: 4, markers.WHILE: 4, markers.FOR: 2, markers.WITH: 4, markers.TRY: 2, markers.EXCEPT: 3,
    markers.MATCH: 2, markers.LEAVE: 5, markers.YIELD: 3, markers.PUT: 5, markers.BOUND: 3,
}  # fmt: skip
"""And in a marker."""
_encoder = msgspec.msgpack.Encoder()
Apart = tuple[bytes, list[int]]
"""All but the lines, encoded, and the lines, in order."""


_MOST = 20_000
"""Lines of one file of which it is found out where they are now; what goes beyond counts as changed."""


class Moved:
    """Which line of a file before is which line of it after: what stayed, stayed in order."""

    def __init__(self) -> None:
        self._before = [0]
        self._after = {0: 0}

    def takes(self, before: Apart, after: Apart) -> bool:
        """Whether two things are the same but for their lines, and those fit all lines so far; from then on they count too."""
        return before[0] == after[0] and all(map(self._is, before[1], after[1]))

    def _is(self, old: int, new: int) -> bool:
        known = self._after.get(old)
        if known is not None:
            return known == new
        if (old == 1) != (new == 1) or len(self._before) > _MOST:  # the first line also stands for places without one
            return False
        at = bisect(self._before, old)
        follows = at == len(self._before) or new < self._after[self._before[at]]
        if not (follows and self._after[self._before[at - 1]] < new):
            return False
        self._before.insert(at, old)
        self._after[old] = new
        return True


def unnumbered(functions: Iterable[Function], classes: Iterable[Class]) -> tuple[list[Function], list[Class]]:
    """Heads and classes without the numbers of nodes, which mean something only to who reads the body that they are of."""
    return [*map(_unnumbered, functions)], [
        replace(cls, decorators=[0] * len(cls.decorators), fields=[replace(one, value=min(one.value, 0)) for one in cls.fields])
        for cls in classes
    ]


def _unnumbered(one: Function) -> Function:
    if not (one.decorators or one.sinks or one.staged or one.refused or one.setups or one.stores):
        return one
    return replace(
        one,
        decorators=(0,) * len(one.decorators),
        sinks=(0,) * len(one.sinks),
        staged=(0,) * len(one.staged),
        refused=(0,) * len(one.refused),
        rescues=tuple((0, handler) for _, handler in one.rescues),
        setups=tuple((0, guarded) for _, guarded in one.setups),
        stores=tuple(replace(store, value=min(store.value, 0)) for store in one.stores),
    )


def of_heads(functions: Iterable[Function], classes: Iterable[Class]) -> Apart:
    """The heads of functions; of a module's own not its last line, for which nobody but the module itself asks."""
    lines: list[int] = []
    told: list[Any] = []
    functions, classes = unnumbered(functions, classes)
    for one in functions:
        lines += (one.line, one.end if one.parent >= 0 else 0)
        stores, members, uses = (_without_line(records, lines) for records in (one.stores, one.members, one.uses))
        told.append(replace(one, line=0, end=0, stores=stores, members=members, uses=uses))
    for cls in classes:
        lines.append(cls.line)
        told.append(replace(cls, line=0, fields=_without_line(cls.fields, lines)))
    return _encoder.encode(told), lines


def of_body(body: Body) -> Apart:
    """A function's body."""
    lines: list[int] = []
    nodes = _without(body.nodes, _NODES, lines)
    ways = _without(markers_of(body), _MARKERS, lines)
    raises, handlers = _without_line(body.raises, lines), _without_line(body.handlers, lines)
    lines += (line for line, *_ in body.leaving)
    plain = replace(body, nodes=[], ways=ir.raw(None), raises=raises, handlers=handlers, leaving=[])
    return _encoder.encode((plain, nodes, ways, [rest for _, *rest in body.leaving])), lines


def _without_line(records: Sequence[Any], lines: list[int]) -> list[Any]:
    """Records without their lines, which are noted."""
    lines += (one.line for one in records)
    return [replace(one, line=0) for one in records]


def _without(entries: Iterable[Sequence[Any]], where: dict[int, int], lines: list[int]) -> list[list[Any]]:
    """Entries without their lines, which are noted."""
    told: list[list[Any]] = []
    for entry in entries:
        plain, at = list(entry), where.get(entry[0], 0)
        if at:
            lines.append(plain[at])
            plain[at] = 0
        told.append(plain)
    return told
