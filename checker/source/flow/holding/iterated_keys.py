"""Dicts that the project's code fills itself: who iterates over one gets its keys, whatever stands under them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.flow.holding.cuts import is_filled
from checker.source.flow.holding.literal_tables import settled_at
from checker.source.flow.literal import source
from checker.source.ir import Node
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.names.lookup import Names

_ASKED = frozenset({"get", "items", "keys", "values", "setdefault"})
"""Methods of mappings."""
_THROUGH = frozenset((ir.VAR, ir.CHECKED, ir.TOUCHED, ir.SET, ir.DROP))
_MOST_STEPS = 30
_OF_MODULES = frozenset((ir.GLOBAL, ir.IMPORT))
"""The flag of a function that is read like an attribute."""


def is_keyed(names: Names, fn: Fn, node: int) -> bool:
    """Whether a value is a dict that was written out or filled here, in a function that is called, in a property or in an attribute."""
    if is_filled(fn, node) or source(fn, node)[0] == ir.DICT or _is_kept(names, fn, source(fn, node)) or _is_of_module(names, fn, node):
        return True
    if _is_dict_or(fn, source(fn, node)):
        return True
    giver = _giver(names, fn, source(fn, node))
    return giver is not None and any(is_filled(giver, value) or source(giver, value)[0] == ir.DICT for value in giver.body.returns)


def _is_dict_or(fn: Fn, record: Node) -> bool:
    """Whether a value is a dict, or else an empty one: ``params or {}``, ``(params or {}) | (data or {})``."""
    parts = [source(fn, part) for part in record[1]] if record[0] == ir.UNION else []
    return any(part[0] == ir.DICT and not part[1] for part in parts)


def is_proven(fn: Fn, node: int, key: str) -> bool:
    """Whether a test has shown that what stands under a key is one of known values: ``if data["kind"] not in KINDS: raise``."""
    for _ in range(_MOST_STEPS):
        record = fn.body.nodes[node]
        if record[0] == ir.CHECKED and record[2:] and record[2] == f"@{key}":
            return True
        if record[0] not in _THROUGH or (record[0] == ir.SET and record[2] in (None, key)):
            return False
        node = record[2] if record[0] == ir.VAR else record[1]
    return False


def is_asked(fn: Fn, node: int, text: Callable[[Fn, int], str]) -> bool:
    """Whether a function reads of a value what stands under a key: ``credentials.get("default")``, ``credentials["default"]``."""
    whole = text(fn, node)
    for record in fn.body.nodes:
        by_key = record[0] == ir.ITEM and isinstance(record[2], str)
        by_method = record[0] == ir.ATTR and record[2] in _ASKED
        if (by_key or by_method) and text(fn, record[1]) == whole:
            return True
    return False


def _is_of_module(names: Names, fn: Fn, node: int) -> bool:
    """Whether a name of a module, this one's or another's, stands for a dict that is written out there: ``for key in DATABASE``."""
    return source(fn, node)[0] in _OF_MODULES and source(*settled_at(names, fn, node))[0] == ir.DICT


def _is_kept(names: Names, fn: Fn, record: ir.Node) -> bool:
    """Whether a dict that is written out is kept in that attribute of an object: ``self.keys = {self.url: self.key}``."""
    owner = names.entity(fn, record[1]) if record[0] == ir.ATTR else None
    if owner is None or owner[0] != "inst":
        return False
    classes = names.mro(owner[1])[0]
    names.reads.heads.update(cls.module for cls in classes)
    kept = (item for cls in classes for item in cls.attributes.get(record[2], ()))
    return any(source(where, value)[0] == ir.DICT for where, value, _ in kept)


def _giver(names: Names, fn: Fn, record: ir.Node) -> Fn | None:
    """The project's function that gives a value back."""
    if record[0] == ir.CALL:
        entity = names.entity(fn, record[1])
        return entity[1] if entity is not None and entity[0] == "fn" else None
    if record[0] != ir.ATTR:
        return None
    owner = names.entity(fn, record[1])
    method = names.method(owner[1], record[2]) if owner is not None and owner[0] in ("inst", "cls") else None
    return method if method is not None and method.head.flags & ir.PROPERTY else None
