"""What operators make of values, as far as these are known: arithmetic, joined texts, merged mappings, comparisons."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable
from typing import Any

from checker.logconfig.evaluate import library
from checker.logconfig.values import ABSENT, Choice, Items, Map, Value, unknown
from checker.model import Span

_ARITHMETIC: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.FloorDiv: operator.floordiv, ast.Mod: operator.mod,
    ast.BitOr: operator.or_, ast.LShift: operator.lshift, ast.Pow: operator.pow, ast.Div: operator.truediv,
}  # fmt: skip
_COMPARISONS: dict[type[ast.cmpop], Callable[[Any, Any], Any]] = {
    ast.Eq: operator.eq, ast.NotEq: operator.ne, ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt, ast.GtE: operator.ge,
    ast.Is: operator.is_, ast.IsNot: operator.is_not,
}  # fmt: skip
_GREATEST = 10**15


def combined(left: Value, right: Value, op: ast.operator, span: Span) -> Value:
    """``left op right``"""
    if isinstance(left.data, Map) and isinstance(op, ast.BitOr):
        made = Value(left.data.copy(), span)
        library.merge(made.data, right)
        return made
    if isinstance(left.data, Items) and isinstance(op, ast.Add):
        other = right.data.values if isinstance(right.data, Items) else []
        more = right.data.more if isinstance(right.data, Items) else right.reason or "it is added to something that is not known"
        return Value(Items([*left.data.values, *other], left.data.more or more), span)
    if isinstance(op, ast.Div):
        return library.path_of([left, right], span)
    if isinstance(op, ast.Add) and (library.is_text(left) or library.is_text(right)):
        return library.joined([left, right], span)
    if isinstance(op, ast.Mod) and library.is_text(left):
        return _percent(left, right, span)
    numbers = isinstance(left.data, int | float) and isinstance(right.data, int | float)
    if (
        numbers
        and type(op) in _ARITHMETIC
        and abs(left.data) < _GREATEST
        and abs(right.data) < (64 if isinstance(op, ast.Pow | ast.LShift) else _GREATEST)
    ):
        try:
            return Value(_ARITHMETIC[type(op)](left.data, right.data), span, open=left.open or right.open)
        except (ArithmeticError, TypeError, ValueError):
            return unknown(span, "a number that cannot be computed")
    return unknown(span, left.reason or right.reason or "it is computed from something that is not known")


def _percent(left: Value, right: Value, span: Span) -> Value:
    """``"%s/%s" % (a, b)`` with plain fields."""
    parts = str(left.data).split("%s")
    given = right.data.values if isinstance(right.data, Items) else [right]
    if len(parts) != len(given) + 1 or isinstance(right.data, Map):
        return unknown(span, "a formatted text")
    pieces = [Value(parts[0], span)]
    for value, text in zip(given, parts[1:], strict=True):
        pieces += [value, Value(text, span)]
    return library.joined(pieces, span)


def compared(left: Value, right: Value, op: ast.cmpop, span: Span) -> Value:
    """``left op right``, a comparison"""
    if isinstance(op, ast.In | ast.NotIn):
        return _contained(left, right, span, negated=isinstance(op, ast.NotIn))
    if not all(isinstance(one.data, str | int | float | bool | None) for one in (left, right)):
        return unknown(span, left.reason or right.reason or "it is compared with something that is not known")
    try:
        return Value(bool(_COMPARISONS[type(op)](left.data, right.data)), span, open=left.open or right.open)
    except TypeError:
        return unknown(span, "things that cannot be compared")


def _contained(left: Value, right: Value, span: Span, *, negated: bool) -> Value:
    if isinstance(right.data, Map) and not right.data.more and library.scalar(left):
        held = right.data.entries.get(left.data)
        if held is not None and isinstance(held.data, Choice) and not left.open:
            ways = [(when, Value((one.data is not ABSENT) != negated, span)) for when, one in held.data.options]
            return Value(Choice([*ways]) if len({one.data for _, one in ways}) > 1 else ways[0][1].data, span)
        return Value((left.data in right.data.entries) != negated, span, open=left.open)
    if isinstance(right.data, Items) and not right.data.more and library.scalar(left) and all(map(library.scalar, right.data.values)):
        return Value((left.data in [one.data for one in right.data.values]) != negated, span, open=left.open)
    if isinstance(right.data, str) and isinstance(left.data, str) and not right.open:
        return Value((left.data in right.data) != negated, span, open=left.open)
    return unknown(span, left.reason or right.reason or "whether it is in there")
