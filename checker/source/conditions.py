"""What a condition vouches for: values known to be harmless, to be nothing, or to hold in one stage only."""

from __future__ import annotations

import ast
import functools
from collections.abc import Callable

from checker.source.syntax import last, names_of
from checker.source.words import split

_FORMS = frozenset({"isdigit", "isalnum", "isalpha", "isidentifier", "isdecimal", "isnumeric", "fullmatch", "match"})
_SAME = frozenset({"lower", "upper", "strip", "casefold", "title"})
"""Methods that change no more than the writing."""
_JUDGES = frozenset({"valid", "is", "allowed", "safe", "exists", "known", "validate", "has", "matches", "check"})
"""Words of predicates: what passes one is no longer anything that a client may send."""
_FAILED = frozenset({"error", "errors", "fault", "exception"})
_STAGES = frozenset({"environ", "getenv", "settings", "debug", "production", "prod", "stage", "env", "verbose", "dev", "development"})
_IS = frozenset((ast.Is, ast.Eq))
_AMONG = frozenset((ast.In, ast.Eq))
_NOT_AMONG = frozenset((ast.NotIn, ast.NotEq))
Sides = tuple[list[str], list[str]]
"""Names for the branch where the test holds, and for the one where it fails."""
_NOTHING: Sides = ([], [])


def proven(test: ast.expr) -> Sides:
    """Names that are vouched for where the test holds, and where it fails.

    A name is vouched for as one of known values, as of harmless form, or as what something was found by: such a name stands with a
    ``=`` before it, and it is what was found. One with a ``!`` is an answer that only says what went wrong.
    """
    if isinstance(test, ast.Name):
        return [f"={test.id}"], []
    if isinstance(test, ast.Compare):
        if answer := _refused(test):
            return ([f"!{answer}"], []) if isinstance(test.ops[0], ast.In) else ([], [f"!{answer}"])
        return _compared(test, _plain(test.left)) if len(test.ops) == 1 else _NOTHING
    if isinstance(test, ast.UnaryOp):
        return proven(test.operand)[::-1] if isinstance(test.op, ast.Not) else _NOTHING
    if isinstance(test, ast.BoolOp):
        return _joined(test, proven)
    call = test.value if isinstance(test, ast.Await) else test
    if isinstance(call, ast.Call):
        name = last(call.func)
        if name in _FORMS or _judges(name):
            owner = call.func.value if isinstance(call.func, ast.Attribute) and name in _FORMS else None
            return [name for item in (owner, *call.args) if item is not None and (name := _plain(item))], []
    return _NOTHING


def _compared(test: ast.Compare, name: str) -> Sides:
    """What ``name == value`` and its like vouch for."""
    if not name:
        return _NOTHING
    operator, other = type(test.ops[0]), test.comparators[0]
    if isinstance(other, ast.Constant) and other.value is None:
        return ([], [f"={name}"]) if operator in _IS else ([f"={name}"], [])
    if operator in _AMONG:
        return [name], []
    return ([], [name]) if operator in _NOT_AMONG else _NOTHING


def _joined(test: ast.BoolOp, ask: Callable[[ast.expr], Sides]) -> Sides:
    """What all parts tell together: of ``and`` where it holds, of ``or`` where it fails."""
    side = 0 if isinstance(test.op, ast.And) else 1
    names = [name for value in test.values for name in ask(value)[side]]
    return (names, []) if side == 0 else ([], names)


def _refused(test: ast.Compare) -> str:
    """The name in ``"error" in answer``: such an answer holds no token."""
    key, where = test.left, test.comparators[0]
    says = isinstance(key, ast.Constant) and isinstance(key.value, str) and not _FAILED.isdisjoint(split(key.value))
    plain = len(test.ops) == 1 and isinstance(test.ops[0], ast.In | ast.NotIn)
    return where.id if says and plain and isinstance(where, ast.Name) else ""


def _plain(node: ast.expr) -> str:
    """The name behind ``name``, ``name.lower()``, ``name.strip()`` and ``str(name)``."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _SAME and not node.args:
        node = node.func.value
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "str" and len(node.args) == 1:
        node = node.args[0]
    return node.id if isinstance(node, ast.Name) else ""


def empty(test: ast.expr) -> Sides:
    """Names that hold nothing, or no text, where the test holds; and where it fails."""
    if isinstance(test, ast.Name):
        return [], [test.id]
    if isinstance(test, ast.Compare):
        if isinstance(test.left, ast.Name) and len(test.ops) == 1:
            other = test.comparators[0]
            if isinstance(other, ast.Constant) and other.value is None:
                return ([test.left.id], []) if type(test.ops[0]) in _IS else ([], [test.left.id])
        return _NOTHING
    if isinstance(test, ast.UnaryOp):
        return empty(test.operand)[::-1] if isinstance(test.op, ast.Not) else _NOTHING
    if isinstance(test, ast.BoolOp):
        return _joined(test, empty)
    if isinstance(test, ast.Call) and last(test.func) == "isinstance" and len(test.args) == 2 and isinstance(test.args[0], ast.Name):
        kinds = names_of(test.args[1]).split()
        return ([], [test.args[0].id]) if {"str", "bytes"} & set(kinds) else _NOTHING
    return _NOTHING


def by_stage(test: ast.expr) -> bool:
    """Whether a condition asks where the program runs, not what the value is."""
    waiting: list[ast.expr] = [test]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Name):
            if _is_stage(node.id):
                return True
        elif isinstance(node, ast.Attribute):
            if _is_stage(node.attr):
                return True
            waiting.append(node.value)
        elif isinstance(node, ast.Call):
            waiting.append(node.func)
            waiting += node.args
        elif isinstance(node, ast.Compare):
            waiting.append(node.left)
            waiting += node.comparators
        elif isinstance(node, ast.BoolOp):
            waiting += node.values
        elif isinstance(node, ast.UnaryOp):
            waiting.append(node.operand)
        elif isinstance(node, ast.Subscript):
            waiting.append(node.value)
    return False


@functools.lru_cache(maxsize=10_000)
def _is_stage(name: str) -> bool:
    return not _STAGES.isdisjoint(split(name))


@functools.lru_cache(maxsize=10_000)
def _judges(name: str) -> bool:
    return not _JUDGES.isdisjoint(split(name))
