"""Functions that refuse what an address carries: they look for a password in it only to raise where there is one."""

from __future__ import annotations

from checker.source import ir
from checker.source.flow.operands import operands
from checker.source.names.elements import Fn


def refuses_password(fn: Fn) -> bool:
    """Whether a function does no more with the password of an address than to raise where it has one."""
    nodes = fn.body.nodes
    if not fn.head.raises or b"password" not in fn.data:
        return False
    read = {at for at, record in enumerate(nodes) if record[0] == ir.ATTR and record[2] == "password"}
    used = (record for record in nodes if record[0] != ir.COND)
    return bool(read) and all(read.isdisjoint(operands(record)) for record in used)
