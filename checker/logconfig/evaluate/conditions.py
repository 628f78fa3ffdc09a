"""What a test comes to: known for certain, or a condition under which both ways are followed.

A switch such as ``DEBUG`` is never certain: the project ships with one value and runs with another.
"""

from __future__ import annotations

import ast
from functools import lru_cache

from checker import patterns as re
from checker.logconfig.values import UNKNOWN, Choice, Condition, Items, Made, Map, Ref, Value
from checker.logconfig.variables import is_turned
from checker.model import Span

_SWITCH = re.compile(r"debug|(?:^|_|\b)(?:dev|devel|development|local|test|testing|prod|production|staging|ci)(?:$|_|\b)", re.IGNORECASE)
_LONGEST = 120


def is_switch(text: str) -> bool:
    """Whether a test asks in which environment it runs, by its words."""
    return bool(_SWITCH.search(text))


def truth(value: Value) -> bool | None:
    """Whether a value counts as true; ``None`` where that is not known."""
    data = value.data
    if isinstance(data, Map):
        return True if data.entries else None if data.more else False
    if isinstance(data, Items):
        return True if data.values else None if data.more else False
    if data is UNKNOWN or isinstance(data, Choice | Ref | Made):
        return None
    if data is None or isinstance(data, str | int | float | bool):
        return bool(data)
    return True  # a function, a class, a module


def condition(test: ast.expr, value: Value) -> tuple[bool | None, Condition, bool]:
    """The certain outcome or ``None``; the condition; and the outcome of the condition that makes the test true."""
    hangs = hanging(value)
    if hangs is not None:
        return None, *hangs
    outcome = truth(value)
    text, positive = _told(test)
    certain = outcome is not None and not value.open and not is_switch(text) and "__name__" not in text
    actual = None if outcome is None or "__name__" in text else outcome == positive
    actual = _default(test) if outcome is None else actual
    turned = value.open if is_turned(value.open) and actual is not None else ""
    return (outcome if certain else None), Condition(text, actual, turned), positive


def hanging(value: Value) -> tuple[Condition, bool] | None:
    """Of a truth that is one thing where a condition holds and the other where not: the condition, and its outcome that makes it true."""
    options = value.data.options if isinstance(value.data, Choice) else []
    if len(options) != 2 or {type(one.data) for _, one in options} != {bool}:
        return None
    (when, first), (rest, second) = options
    if len(when) != 1 or first.data == second.data or (rest and rest.keys() != when.keys()):
        return None
    test, outcome = next(iter(when.items()))
    return test, outcome == first.data


def both_ways(test: Condition, outcome: bool, span: Span) -> Value:
    """The truth that hangs on a condition."""
    return Value(Choice([({test: outcome}, Value(True, span)), ({test: not outcome}, Value(False, span))]), span)


def named(test: ast.expr, value: Value) -> Value:
    """What a name is given that hides what was asked: ``json_logs = ENV == "production"`` still hangs on that, whatever its default."""
    if not isinstance(test, ast.Compare | ast.BoolOp | ast.UnaryOp) or not (value.data is UNKNOWN or isinstance(value.data, bool)):
        return value
    known, asked, outcome = condition(test, value)
    return both_ways(asked, outcome, value.span) if known is None and is_switch(asked.text) else value


def _default(test: ast.expr) -> bool | None:
    """What a reader of variables that is not followed is told to give where nobody sets one: ``env.bool("LOG_QUERIES", default=False)``."""
    while isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        test = test.operand
    given = [one.value for one in test.keywords if one.arg == "default"] if isinstance(test, ast.Call) else []
    known = given[0].value if given and isinstance(given[0], ast.Constant) else None
    return known if isinstance(known, bool) else None


@lru_cache(maxsize=4096)  # a function's tests are met at each of its calls
def _told(test: ast.expr) -> tuple[str, bool]:
    """A test's text without its negations, and whether an even number of them was taken off."""
    positive = True
    while isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        test, positive = test.operand, not positive
    if isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], ast.NotEq | ast.NotIn | ast.IsNot):
        mirror = {ast.NotEq: ast.Eq(), ast.NotIn: ast.In(), ast.IsNot: ast.Is()}[type(test.ops[0])]
        return _text(ast.Compare(test.left, [mirror], test.comparators)), not positive
    return _text(test), positive


def _text(test: ast.expr) -> str:
    try:
        return ast.unparse(test)[:_LONGEST]
    except (ValueError, RecursionError):
        return "a condition"
