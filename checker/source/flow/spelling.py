"""How an expression is spelt: what names, evidence and reports call a value."""

from __future__ import annotations

from checker.source import ir
from checker.source.ir import Node
from checker.source.names.elements import Fn

_SAME_TEXT = frozenset((ir.SET, ir.DROP, ir.TOUCHED, ir.CHECKED, ir.ELEM, ir.UNPACK, ir.SLICE))
"""Operations that are called as what they are done to."""
_MOST_NAMED = 4
"""Values of one name that are asked whether they are called alike."""


def spelt(fn: Fn, node: int) -> str:
    """Source of a node, shortened."""
    nodes = fn.body.nodes  # before what is known is looked up, so that this read is noted
    known = fn.texts.get(node)
    if known is None:
        known = fn.texts[node] = _text(fn, nodes[node], nodes, 0)
    return known


def _text(fn: Fn, record: Node, nodes: list[Node], depth: int) -> str:
    operation = record[0]
    if operation == ir.VAR or operation == ir.GLOBAL:
        name: str = record[1]
        return name
    if operation == ir.PARAM:
        return fn.head.params[record[1]]
    if depth > 6:
        return "..."
    depth += 1
    if operation == ir.ATTR:
        return f"{_text(fn, nodes[record[1]], nodes, depth)}.{record[2]}"
    if operation == ir.ITEM:
        owner, key = _text(fn, nodes[record[1]], nodes, depth), record[2]
        if isinstance(key, int) and key < 0:
            return f"{owner}[{_text(fn, nodes[-1 - key], nodes, depth)}]"
        return f"{owner}[{key!r}]" if key is not None else f"{owner}[...]"
    if operation == ir.CALL:
        return f"{_text(fn, nodes[record[1]], nodes, depth)}()"
    if operation in _SAME_TEXT:
        return _text(fn, nodes[record[1]], nodes, depth)
    if operation == ir.IMPORT:
        dotted: str = record[1]
        return dotted
    if operation == ir.UNION and record[1]:
        texts = {_text(fn, nodes[value], nodes, depth) for value in record[1][:_MOST_NAMED]}
        return texts.pop() if len(texts) == 1 else "..."
    return "..."
