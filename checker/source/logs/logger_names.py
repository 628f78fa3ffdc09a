"""By which name a record is written: the argument of ``getLogger``, a module's own name, or the root."""

from __future__ import annotations

from checker.source import ir
from checker.source.names.elements import Fn
from checker.source.names.lookup import Names

_FOLLOWED = 4
OWN = "__name__"
"""Stands for the module's own name, which depends on where its package begins."""


def logger_name(names: Names, fn: Fn, call: int) -> str | None:
    """The logger's name of a call such as ``logger.info(...)``, ``""`` for the root logger, ``None`` where it is not known.

    ``"__name__"`` stands for the module's own name, which depends on where its package begins.
    """
    callee = fn.body.nodes[fn.body.nodes[call][1]]
    if callee[0] != ir.ATTR:
        return None
    if names.entity(fn, callee[1]) == ("lib", "logging"):
        return ""
    record = fn.body.nodes[callee[1]]
    for _ in range(_FOLLOWED):
        if record[0] == ir.VAR:
            record = fn.body.nodes[record[2]]
        elif record[0] == ir.GLOBAL:
            bound = names.binding(fn, record[1])
            if bound is None:
                return None
            fn, record = bound[0], bound[0].body.nodes[bound[1]]
        else:
            break
    if record[0] != ir.CALL or names.entity(fn, record[1]) != ("lib", "logging.getLogger"):
        return None
    if not record[2]:
        return "" if not record[3] else None
    argument = fn.body.nodes[record[2][0]] if record[2][0] >= 0 else [ir.OPAQUE]
    if argument[0] == ir.CONST and isinstance(argument[1], str):
        return "" if argument[1] == "root" else argument[1]
    own = argument[0] == ir.GLOBAL and argument[1] == OWN
    return OWN if own else None
