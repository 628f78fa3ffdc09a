"""Texts that are taken of a table which is written out: ``for pattern, mask in PATTERNS: text = pattern.sub(mask, text)``, ``TOKEN[1]``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.flow.literal import source
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.names.lookup import Names

_MOST_ROWS = 20
"""Rows of one table that are looked at."""
_MOST_STEPS = 6
"""Names behind names, and tables within tables."""
_PAIRS = frozenset({"items"})

Where = tuple[Fn, int]


def texts(names: Names, fn: Fn, node: int) -> Iterator[str]:
    """Every text that a value may be, of those that a table holds where it stands."""
    for owner, at in _values(names, fn, node, _MOST_STEPS):
        record = source(owner, at)
        if record[0] == ir.CONST and isinstance(record[1], str):
            yield record[1]


def _values(names: Names, fn: Fn, node: int, steps: int) -> Iterator[Where]:
    """The nodes that a value may be."""
    fn, node = settled_at(names, fn, node)
    record = source(fn, node)
    if steps == 0:
        return
    if record[0] == ir.ELEM:
        for row in _values(names, fn, record[1], steps - 1):
            yield from _rows(names, *row)
    elif record[0] in (ir.ITEM, ir.UNPACK) and isinstance(record[2], int):
        for row in _values(names, fn, record[1], steps - 1):
            where, at = settled_at(names, *row)
            items = source(where, at)
            if items[0] == ir.SEQ and -1 < record[2] < len(items[1]):
                yield where, items[1][record[2]]
            elif items[0] == ir.CONST and record[2] == 1:  # the value of a pair of TABLE.items()
                yield where, at
    else:
        yield fn, node


def _rows(names: Names, fn: Fn, node: int) -> Iterator[Where]:
    """What going over a table gives, row by row; of a mapping its keys, and of ``TABLE.items()`` its values, of which masks are some."""
    record = source(fn, node)
    callee = fn.body.nodes[record[1]] if record[0] == ir.CALL else record
    if record[0] == ir.CALL and callee[0] == ir.ATTR and callee[2] in _PAIRS:
        fn, node = settled_at(names, fn, callee[1])
        record = source(fn, node)
    if record[0] == ir.SEQ:
        yield from ((fn, item) for item in record[1][:_MOST_ROWS])
    elif record[0] == ir.DICT:
        yield from ((fn, value) for value in record[2][:_MOST_ROWS])


def settled_at(names: Names, fn: Fn, node: int) -> Where:
    """The node that a name of a module stands for, where it has one."""
    for _ in range(_MOST_STEPS):
        where = stands_for(names, fn, source(fn, node))
        if where is None or where == (fn, node):
            return fn, node
        fn, node = where
    return fn, node


def stands_for(names: Names, fn: Fn, record: ir.Node) -> Where | None:
    """What a name that another place has given its value stands for: a module's, an imported one, one of a class's."""
    if record[0] == ir.GLOBAL:
        return names.binding(fn, record[1])
    if record[0] == ir.IMPORT:
        return names.imported_value(record[1], fn.module)
    owner = names.entity(fn, record[1]) if record[0] == ir.ATTR else None
    where = names.global_value(owner[1], record[2]) if owner and owner[0] == "mod" else None
    if where is None and owner and owner[0] in ("cls", "inst"):
        where = next(((place, value) for place, value, _ in owner[1].attributes.get(record[2], ())), None)
    return where
