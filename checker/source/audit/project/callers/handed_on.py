"""Functions that make the answer of those who call them, as a whole or what it is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.flow.literal import unnamed
from checker.source.ir.ways import Branch, Loop, walk
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.audit.project.callers.around import Around

_DEEPEST = 3
_MOST_NESTED = 4


def answers(around: Around, fn: Fn, depth: int = 0) -> bool:
    """Whether a function makes the answer of those who call it: they hand it on as it is, ``return login_link(token)``, or put its parts
    into theirs without a look at them, ``return Response(result["body"])``.
    """
    callers = around.callers(fn)
    return bool(callers) and all(
        _hands_on(caller, call) and (around.boundary(caller) or (depth < _DEEPEST and answers(around, caller, depth + 1)))
        for caller, call, _ in callers
    )


def _hands_on(fn: Fn, call: int) -> bool:
    if any(unnamed(fn, value) == call for value in fn.body.returns):
        return True
    return any(_is_made_of(fn, value, call, 0) for value in fn.body.returns) and not _looks_at(fn, call)


def _is_made_of(fn: Fn, node: int, call: int, depth: int) -> bool:
    """Whether a value is put together of parts of what a call gave: ``Response(result["body"], headers={"token": result["token"]})``."""
    node = unnamed(fn, node)
    if node == call or depth == _MOST_NESTED or node < 0:
        return node == call and depth > 0
    record = fn.body.nodes[node]
    if record[0] in (ir.ITEM, ir.ATTR):
        return unnamed(fn, record[1]) == call
    if record[0] != ir.CALL:
        return False
    return any(_is_made_of(fn, one, call, depth + 1) for one in (*record[2], *(value for _, value in record[3])) if one >= 0)


def _looks_at(fn: Fn, call: int) -> bool:
    """Whether a function goes one way or another by what a call gave, and so judges it itself."""
    steps = (step for step in walk(fn.steps) if isinstance(step, Branch | Loop))
    asked = (one for step in steps for one in ([arm.condition for arm in step.arms] if isinstance(step, Branch) else [step.condition]))
    return any(one >= 0 and _is_about(fn, one, call, 0) for one in asked)


def _is_about(fn: Fn, node: int, call: int, depth: int) -> bool:
    """Whether a test asks for what a call gave, or for a part of it."""
    node = unnamed(fn, node)
    if node == call or depth > _MOST_NESTED:
        return node == call
    record = fn.body.nodes[node]
    inner = record[2] if record[0] == ir.COND else [record[1]] if record[0] in (ir.ITEM, ir.ATTR, ir.UNPACK) else []
    if record[0] == ir.CALL:
        inner = [record[1], *(one for one in record[2] if one >= 0)]
    return any(_is_about(fn, one, call, depth + 1) for one in inner)
