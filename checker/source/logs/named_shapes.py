"""Templates and extra fields that stand under a name of their own: ``text = "%s of %s"``, ``log.info(text, done)``, ``extra=fields``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.flow.literal import source
from checker.source.ir import shapes
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_NAMES = frozenset((ir.VAR, ir.GLOBAL, ir.IMPORT))
_FILLED = _NAMES | {ir.SET}
_MOST_CHANGES = 20
"""Items that are set one after the other in the dict of extra fields."""


def under_names(follower: Follower, fn: Fn, call: int, shape: shapes.Shape | None) -> shapes.Shape | None:
    """How a call of a logger's method is written, with what its message and its extra fields are by their names."""
    node = fn.body.nodes[call]
    callee = fn.body.nodes[node[1]]
    if shape is None and callee[0] == ir.ATTR and callee[2] in shapes.METHODS:
        shape = _of_template(follower, fn, call, node, 1 if callee[2] == "log" else 0)
    if any(name == "extra" and fn.body.nodes[value][0] in _FILLED for name, value in node[3]) and clashing(follower, fn, node):
        shape = shape or (call, shapes.OTHER, shapes.UNKNOWN, shapes.UNKNOWN, 0, 0, "")
        return (*shape[:5], shape[5] | shapes.CLASHING, shape[6])
    return shape


def _of_template(follower: Follower, fn: Fn, call: int, node: ir.Node, first: int) -> shapes.Shape | None:
    """The same of a call whose message is a text that a name of the function or of a module stands for, and nothing else."""
    if len(node[2]) <= first or min(node[2]) < 0 or fn.body.nodes[node[2][first]][0] not in _NAMES:
        return None
    record = fn.body.nodes[node[2][first]]
    if record[0] == ir.GLOBAL and fn.module.declared(record[1]):
        return None  # a function gives it another value
    text = follower.mappings.literal(fn, node[2][first])
    given = node[2][first + 1 :]
    if text is None or not given:
        return None
    flags = shapes.MAPPING if len(given) == 1 and _may_be_mapping(fn, given[0]) else 0
    return call, shapes.LITERAL, shapes.placeholders(text, bare=False), shapes.braces(text), len(given), flags, ""


def _may_be_mapping(fn: Fn, value: int) -> bool:
    return bool(source(fn, value)[0] == ir.DICT)


def clashing(follower: Follower, fn: Fn, node: ir.Node) -> tuple[str, ...]:
    """The names among the extra fields that every record has of its own."""
    value = next((value for key, value in node[3] if key == "extra"), -1)
    if value < 0:
        return ()
    where, keys, extra = fn, list[str](), source(fn, value)
    if extra[0] == ir.GLOBAL and (bound := follower.names.binding(fn, extra[1])) is not None and not fn.module.declared(extra[1]):
        where, extra = bound[0], source(*bound)
    for _ in range(_MOST_CHANGES):
        if extra[0] != ir.SET:
            break
        keys, extra = [extra[2], *keys], source(where, extra[1])
    if extra[0] == ir.DICT:
        keys = [*extra[1], *keys]
    elif extra[0] == ir.CALL:
        keys = [*(key for key, _ in extra[3]), *keys] if follower.text(where, extra[1]) == "dict" else []
    else:
        keys = []
    return tuple(key for key in dict.fromkeys(keys) if key in shapes.RESERVED)
