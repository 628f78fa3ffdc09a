"""What a text consists of, in the order in which it is read: literal text, and the nodes of the values between."""

from __future__ import annotations

from collections.abc import Sequence

from checker import patterns as re
from checker.source import ir
from checker.source.index.templates import FIELD, PLACEHOLDER
from checker.source.ir import Node

Pieces = list[str | int]
"""Literal text, and nodes."""
SIGNS = ("--", "=", "@", " BY ", "PASSWORD")
"""What stands in a text that says what a value is given as: an option, a part of a query, a password before a host or in a statement."""
_ROOT = re.compile(r"[^.\[]*")
"""What a field takes a part of: ``0`` of ``{0.netloc}``."""


def joined(nodes: Sequence[Node], parts: Sequence[int]) -> Pieces:
    """That of a sum, of an f-string, and of a ``%`` template, which stands before its values."""
    template = _held(nodes, parts[0]) if parts else [ir.OPAQUE]
    if template[0] == ir.CONST and isinstance(template[1], str) and "%" in template[1]:
        found = [match for match in PLACEHOLDER.finditer(template[1]) if match["kind"] != "%"]
        if len(found) == len(parts) - 1 > 0:
            return _between(nodes, template[1], [match.span() for match in found], parts[1:])
    return [_text(nodes[part]) if nodes[part][0] == ir.CONST else part for part in parts]


def formatted(nodes: Sequence[Node], call: Node) -> Pieces | None:
    """That of ``"...{}...".format(...)``; ``None`` where the template or one of its values is not known."""
    template = _held(nodes, nodes[call[1]][1])
    if template[0] != ir.CONST or not isinstance(template[1], str):
        return None
    text = template[1].replace("{{", "").replace("}}", "")
    named, values, spans, following = dict(call[3]), [], [], 0
    for match in FIELD.finditer(text):
        root = _ROOT.match(match["name"])
        name = root[0] if root else ""
        at = int(name) if name.isdecimal() and len(name) < 4 else following
        following += not name
        value = named.get(name, -1) if name and not name.isdecimal() else call[2][at] if at < len(call[2]) else -1
        if value < 0:
            return None
        values.append(value)
        spans.append(match.span())
    return _between(nodes, text, spans, values)


def _between(nodes: Sequence[Node], text: str, spans: Sequence[tuple[int, int]], values: Sequence[int]) -> Pieces:
    pieces: Pieces = []
    at = 0
    for (start, end), value in zip(spans, values, strict=True):
        piece = _text(nodes[value]) if nodes[value][0] == ir.CONST else value
        pieces += [text[at:start], piece] if start > at else [piece]
        at = end
    return [*pieces, text[at:]] if at < len(text) else pieces


def _held(nodes: Sequence[Node], at: int) -> Node:
    """A node, or what the local name holds that it reads."""
    return nodes[nodes[at][2]] if nodes[at][0] == ir.VAR else nodes[at]


def _text(node: Node) -> str:
    return node[1] if isinstance(node[1], str) else "?"
