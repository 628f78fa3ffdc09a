"""What a condition vouches for: values known to be harmless, to be nothing, or to hold in one stage only."""

from __future__ import annotations

import ast

from checker.source.syntax import last, names_of
from checker.source.words import split

_FORMS = frozenset({"isdigit", "isalnum", "isalpha", "isidentifier", "isdecimal", "isnumeric", "fullmatch", "match"})
_SAME = frozenset({"lower", "upper", "strip", "casefold", "title"})
"""Methods that change no more than the writing."""
_JUDGES = frozenset({"valid", "is", "allowed", "safe", "exists", "known", "validate", "has", "matches", "check"})
"""Words of predicates: what passes one is no longer anything that a client may send."""
_STAGES = frozenset({"environ", "getenv", "settings", "debug", "production", "prod", "stage", "env", "verbose", "dev", "development"})


def proven(test: ast.expr) -> tuple[list[str], list[str]]:
    """Names that are vouched for where the test holds, and where it fails.

    A name is vouched for as one of known values, as of harmless form, or as what something was found by: such a name stands with a
    ``=`` before it, and it is what was found.
    """
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return proven(test.operand)[::-1]
    if isinstance(test, ast.BoolOp):
        parts = [proven(value) for value in test.values]
        side = 0 if isinstance(test.op, ast.And) else 1
        names = [name for part in parts for name in part[side]]
        return (names, []) if side == 0 else ([], names)
    if isinstance(test, ast.Name):
        return [f"={test.id}"], []
    if isinstance(test, ast.Compare) and (plain := _plain(test.left)) and len(test.ops) == 1:
        name, operator = plain, test.ops[0]
        if isinstance(test.comparators[0], ast.Constant) and test.comparators[0].value is None:
            return ([], [f"={name}"]) if isinstance(operator, ast.Is | ast.Eq) else ([f"={name}"], [])
        if isinstance(operator, ast.In | ast.Eq):
            return [name], []
        if isinstance(operator, ast.NotIn | ast.NotEq):
            return [], [name]
    call = test.value if isinstance(test, ast.Await) else test
    if isinstance(call, ast.Call):
        name = last(call.func)
        if name in _FORMS or not _JUDGES.isdisjoint(split(name)):
            owner = call.func.value if isinstance(call.func, ast.Attribute) and name in _FORMS else None
            return [name for item in (owner, *call.args) if item is not None and (name := _plain(item))], []
    return [], []


def _plain(node: ast.expr) -> str:
    """The name behind ``name``, ``name.lower()``, ``name.strip()`` and ``str(name)``."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _SAME and not node.args:
        node = node.func.value
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "str" and len(node.args) == 1:
        node = node.args[0]
    return node.id if isinstance(node, ast.Name) else ""


def empty(test: ast.expr) -> tuple[list[str], list[str]]:
    """Names that hold nothing, or no text, where the test holds; and where it fails."""
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return empty(test.operand)[::-1]
    if isinstance(test, ast.BoolOp):
        parts = [empty(value) for value in test.values]
        side = 0 if isinstance(test.op, ast.And) else 1
        names = [name for part in parts for name in part[side]]
        return (names, []) if side == 0 else ([], names)
    if isinstance(test, ast.Name):
        return [], [test.id]
    if isinstance(test, ast.Compare) and isinstance(test.left, ast.Name) and len(test.ops) == 1:
        other = test.comparators[0]
        if isinstance(other, ast.Constant) and other.value is None:
            return ([test.left.id], []) if isinstance(test.ops[0], ast.Is | ast.Eq) else ([], [test.left.id])
    if isinstance(test, ast.Call) and last(test.func) == "isinstance" and len(test.args) == 2 and isinstance(test.args[0], ast.Name):
        kinds = names_of(test.args[1]).split()
        return ([], [test.args[0].id]) if {"str", "bytes"} & set(kinds) else ([], [])
    return [], []


def by_stage(test: ast.expr) -> bool:
    """Whether a condition asks where the program runs, not what the value is."""
    waiting: list[ast.expr] = [test]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Name | ast.Attribute):
            if not _STAGES.isdisjoint(split(node.id if isinstance(node, ast.Name) else node.attr)):
                return True
            if isinstance(node, ast.Attribute):
                waiting.append(node.value)
        elif isinstance(node, ast.Call):
            waiting += [node.func, *node.args]
        elif isinstance(node, ast.Compare):
            waiting += [node.left, *node.comparators]
        elif isinstance(node, ast.BoolOp):
            waiting += node.values
        elif isinstance(node, ast.UnaryOp):
            waiting.append(node.operand)
        elif isinstance(node, ast.Subscript):
            waiting.append(node.value)
    return False
