"""What a record shows of a caught error: its text, its class, its traceback."""

from __future__ import annotations

from checker.source import ir
from checker.source.errors.reporting import Told, called
from checker.source.flow.operands import depends
from checker.source.index.templates import brace_conversions, conversions
from checker.source.ir.ways import Block, Branch, Called, walk
from checker.source.names.elements import Fn

_OF_CLASSES = frozenset({"repr", "type", "ascii"})
_TEXTS = ("str", "repr")
_DEEPEST = 8


def shown(fn: Fn, told: Told, handler: ir.Handler) -> bool:
    """Whether a record of a clause holds the error or its traceback."""
    node = fn.body.nodes[told.call]
    if called(fn, told.call) == "exception" or any(name == "exc_info" for name, _ in node[3]):
        return True
    position = fn.body.handlers.index(handler)
    caught = next((at for at, one in enumerate(fn.body.nodes) if one[0] == ir.CAUGHT and one[1] == position), -1)
    return caught >= 0 and any(depends(fn, item, caught) for item in given(node))


def asked_for(fn: Fn, block: Block, caught: int) -> set[int]:
    """The calls of a clause that stand behind a question for what the error is."""
    arms = (arm for step in walk(block) if caught >= 0 and isinstance(step, Branch) for arm in step.arms)
    return {
        one.node
        for arm in arms
        if arm.condition >= 0 and depends(fn, arm.condition, caught)
        for one in walk(arm.block)
        if isinstance(one, Called)
    }


def class_shown(fn: Fn, node: ir.Node, caught: int) -> bool:
    """Whether a call writes the class of the error too: ``%r``, ``{error!r}``, ``repr(error)``, ``type(error).__name__``."""
    values = given(node)
    if caught < 0 or not values:
        return False
    first = fn.body.nodes[values[0]]
    template = first[1] if first[0] == ir.CONST and isinstance(first[1], str) else ""
    kinds = conversions(template) or [kind for _, kind in brace_conversions(template)]
    shows = (value == caught and kind == "r" for value, kind in zip(values[1:], kinds, strict=False))
    return any(shows) or any(_class_in(fn, value, caught) for value in values)


def itself_shown(fn: Fn, values: list[int], caught: int) -> str:
    """Whether a call writes the error itself, and no more than a part of it: ``alone``, ``within`` other words, or ``""``."""
    if caught < 0 or not values:
        return ""
    if len(values) == 1 and (values[0] == caught or _text_of(fn, values[0]) == caught):
        return "alone"
    return "within" if any(_holds(fn, value, caught, 0) for value in values) else ""


def _holds(fn: Fn, at: int, caught: int, depth: int) -> bool:
    if at == caught or _text_of(fn, at) == caught:
        return True
    record = fn.body.nodes[at]
    if record[0] == ir.JOIN and depth < _DEEPEST:
        return any(_holds(fn, part, caught, depth + 1) for part in record[1])
    callee = fn.body.nodes[record[1]] if record[0] == ir.CALL else [ir.OPAQUE]
    return callee[0] == ir.ATTR and callee[2] == "format" and caught in record[2]


def _text_of(fn: Fn, at: int) -> int:
    """What ``str(...)`` or ``repr(...)`` is called with, -1 of anything else."""
    record = fn.body.nodes[at]
    named = record[0] == ir.CALL and fn.body.nodes[record[1]][1:2] in ([name] for name in _TEXTS)
    return int(record[2][0]) if named and len(record[2]) == 1 else -1


def given(node: ir.Node) -> list[int]:
    """The nodes of a call's arguments by position."""
    return [item if item >= 0 else -1 - item for item in node[2]]


def _class_in(fn: Fn, at: int, caught: int) -> bool:
    record = fn.body.nodes[at]
    if record[0] == ir.JOIN:
        parts = zip(record[1], record[2], strict=False)
        return any((part == caught and kind == "r") or _class_in(fn, part, caught) for part, kind in parts)
    if record[0] == ir.ATTR:
        return record[2] in ("__name__", "__qualname__", "__class__") and depends(fn, at, caught)
    return record[0] == ir.CALL and fn.body.nodes[record[1]][1:2] in ([name] for name in _OF_CLASSES) and depends(fn, at, caught)
