"""Functions that refuse what an address carries: they look for a password in it only to raise, or give nothing, where there is one."""

from __future__ import annotations

from checker.source import ir
from checker.source.flow.operands import operands
from checker.source.names.elements import Fn

_NOTHING: tuple[ir.Node, ...] = ([ir.CONST, None], [ir.CONST, False])


def refuses_password(fn: Fn) -> bool:
    """Whether a function does no more with the password of an address than to raise, or give nothing, where it has one."""
    if b"password" not in fn.data:
        return False
    nodes = fn.body.nodes
    if not fn.head.raises and not any(nodes[value][:2] in _NOTHING for value in fn.body.returns):
        return False
    read = {at for at, record in enumerate(nodes) if record[0] == ir.ATTR and record[2] == "password"}
    used = (record for record in nodes if record[0] != ir.COND)
    return bool(read) and all(read.isdisjoint(operands(record)) for record in used)
