"""By which name a record is written: the argument of ``getLogger``, a module's own name, or the root."""

from __future__ import annotations

from checker.source import ir
from checker.source.names.elements import Fn
from checker.source.names.lookup import Names

_FOLLOWED = 8
_GETS = ("lib", "getattr")
_TAKES_METHOD = (_GETS, ("lib", "functools.partial"))
PARTLY_GIVEN = ("made", "functools.partial")
_ADAPTER = "logging.LoggerAdapter"
OWN = "__name__"
"""Stands for the module's own name, which depends on where its package begins."""


def logger_name(names: Names, fn: Fn, call: int) -> str | None:
    """The logger's name of a call such as ``logger.info(...)``, ``""`` for the root logger, ``None`` where it is not known.

    ``"__name__"`` stands for the module's own name, which depends on where its package begins.
    """
    home = fn.module
    fn, owner = _owner(names, fn, fn.body.nodes[call][1])
    if owner < 0:
        return None
    if names.entity(fn, owner) == ("lib", "logging"):
        return ""
    fn, record = _made(names, fn, fn.body.nodes[owner])
    if record[0] != ir.CALL or names.entity(fn, record[1]) != ("lib", "logging.getLogger"):
        return None
    if not record[2]:
        return "" if not record[3] else None
    argument = fn.body.nodes[record[2][0]] if record[2][0] >= 0 else [ir.OPAQUE]
    if argument[0] == ir.CONST and isinstance(argument[1], str):
        return "" if argument[1] == "root" else argument[1]
    own = argument[0] == ir.GLOBAL and argument[1] == OWN
    return OWN if own and fn.module is home else None


def _owner(names: Names, fn: Fn, callee: int) -> tuple[Fn, int]:
    """The logger of which a called value is a method, also one that a name holds or that is given in part; -1 of others."""
    for _ in range(_FOLLOWED):
        record = fn.body.nodes[callee]
        if record[0] == ir.VAR:
            callee = record[2]
        elif record[0] == ir.UNION and record[1]:
            callee = record[1][0]
        elif record[0] == ir.GLOBAL and (bound := names.binding(fn, record[1])) is not None:
            fn, callee = bound
        elif record[0] == ir.CALL and record[2] and record[2][0] >= 0 and names.entity(fn, record[1]) in _TAKES_METHOD:
            if names.entity(fn, record[1]) == _GETS:
                return fn, record[2][0]  # getattr(logger, level)(text)
            callee = record[2][0]
        elif record[0] == ir.ATTR and names.entity(fn, callee) == PARTLY_GIVEN and (kept := _kept(names, fn, record)) is not None:
            fn, callee = kept
        else:
            return fn, record[1] if record[0] == ir.ATTR else -1
    return fn, -1


def _made(names: Names, fn: Fn, record: ir.Node) -> tuple[Fn, ir.Node]:
    """What made a logger that names hold, an object keeps, or an adapter is put around."""
    for _ in range(_FOLLOWED):
        if record[0] == ir.VAR:
            record = fn.body.nodes[record[2]]
        elif record[0] == ir.GLOBAL and (bound := names.binding(fn, record[1])) is not None:
            fn, record = bound[0], bound[0].body.nodes[bound[1]]
        elif record[0] == ir.ATTR and (kept := _kept(names, fn, record)) is not None:
            fn, record = kept[0], kept[0].body.nodes[kept[1]]
        elif record[0] == ir.CALL and record[2] and record[2][0] >= 0 and _is_adapter(names, fn, record[1]):
            record = fn.body.nodes[record[2][0]]
        else:
            break
    return fn, record


def _kept(names: Names, fn: Fn, record: ir.Node) -> tuple[Fn, int] | None:
    """The one value that an attribute of an object is given: ``self.log = logging.getLogger("shop")``."""
    owner = names.entity(fn, record[1])
    if owner is None or owner[0] not in ("inst", "cls"):
        return None
    stores = next((found for base in names.mro(owner[1])[0] if (found := base.attributes.get(record[2]))), [])
    return stores[0][:2] if len(stores) == 1 else None


def _is_adapter(names: Names, fn: Fn, callee: int) -> bool:
    entity = names.entity(fn, callee)
    if entity is None:
        return False
    bases = names.mro(entity[1])[1] if entity[0] == "cls" else [entity[1]] if entity[0] == "lib" else []
    return _ADAPTER in bases
