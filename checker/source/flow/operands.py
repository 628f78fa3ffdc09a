"""What a node is made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from checker.source import ir
from checker.source.names.elements import Fn

_FIRST = frozenset((ir.ATTR, ir.ITEM, ir.COMP, ir.ELEM, ir.SLICE, ir.DROP, ir.UNPACK, ir.MASKIF, ir.TOUCHED, ir.CHECKED))
"""Operations whose one operand stands first."""
_MANY = frozenset((ir.JOIN, ir.SEQ, ir.UNION))
_DEEPEST = 8


def operands(node: Sequence[Any]) -> Iterable[int]:
    """The nodes that a node is computed from."""
    operation = node[0]
    if operation in _FIRST:
        return (node[1],)
    if operation in _MANY:
        items: Iterable[int] = node[1]
        return items
    if operation == ir.CALL:
        return (node[1], *(item if item >= 0 else -1 - item for item in node[2]), *(value for _, value in node[3]))
    if operation == ir.VAR:
        return (node[2],)
    if operation == ir.DICT:
        values: Iterable[int] = node[2]
        return values
    if operation == ir.SET:
        return (node[1], node[3])
    return node[2] if operation == ir.COND else ()


def depends(fn: Fn, node: int, wanted: int, depth: int = 0) -> bool:
    """Whether a value is made of another one."""
    if node == wanted:
        return True
    if node < 0 or depth > _DEEPEST:
        return False
    return any(depends(fn, item, wanted, depth + 1) for item in operands(fn.body.nodes[node]))


def mentions(fn: Fn, node: int, name: str, depth: int = 0) -> bool:
    """Whether a value is made of what a name holds."""
    if node < 0 or depth > _DEEPEST:
        return False
    record = fn.body.nodes[node]
    if (record[0] == ir.VAR and record[1] == name) or (record[0] == ir.PARAM and fn.head.params[record[1]] == name):
        return True
    return any(mentions(fn, item, name, depth + 1) for item in operands(record))
