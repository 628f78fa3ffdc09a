"""What was done to a value before something is taken out of it: text that was cut, a dict that was filled."""

from __future__ import annotations

from checker.source import ir
from checker.source.flow.literal import source
from checker.source.ir import Node
from checker.source.names.elements import Fn

_CUTS = frozenset({"split", "rsplit", "splitlines", "findall"})
"""Methods that give the pieces of a text."""


def is_parted(fn: Fn, owner: int) -> bool:
    """``header.split(" ", 1)[0]`` is a scheme, ``key.partition("-")[0]`` a prefix: what is secret stands behind it."""
    record = source(fn, owner)
    callee: Node = fn.body.nodes[record[1]] if record[0] == ir.CALL and record[2] else [ir.OPAQUE]
    return callee[0] == ir.ATTR and callee[2] in ("split", "partition")


def is_cut(fn: Fn, owner: int) -> bool:
    """Whether a value is text that was cut: ``request.get_data().splitlines()``."""
    record = source(fn, owner)
    callee: Node = fn.body.nodes[record[1]] if record[0] == ir.CALL else [ir.OPAQUE]
    return callee[0] == ir.ATTR and callee[2] in _CUTS


def is_filled(fn: Fn, owner: int) -> bool:
    """Whether a value is a dict that the function itself puts items into: iterating gives its keys."""
    record = fn.body.nodes[owner]
    while record[0] in (ir.VAR, ir.TOUCHED):
        record = fn.body.nodes[record[2] if record[0] == ir.VAR else record[1]]
    values = [fn.body.nodes[value] for value in record[1]] if record[0] == ir.UNION else [record]
    return any(value[0] == ir.SET for value in values)
