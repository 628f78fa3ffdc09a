"""Comprehensions that leave items out by their keys: what a condition lets through."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from typing import Any

from checker.source import ir
from checker.source.index.evidence import key_of
from checker.source.index.scope import Scope

_FORMS = ("csrf", "xsrf", "middleware", "submit", "page", "next", "format", "timestamp", "_method")
"""Parts of the keys of a form that everybody leaves out, and that are no secret of a person's."""


def one(condition: ast.expr) -> str:
    """``if key != "password"``: a list of one denied key lets every other secret through; ``""`` for any other condition."""
    single = isinstance(condition, ast.Compare) and len(condition.ops) == 1 and isinstance(condition.ops[0], ast.NotEq)
    return key_of(condition.comparators[0]) if single and isinstance(condition, ast.Compare) else ""


def nothing(condition: ast.expr, scope: Scope, told: Mapping[str, Any]) -> bool:
    """``if key not in {"csrf_token", "page"}``: a list of denied keys of which none is a secret's. Or ``if value is not None``."""
    if not isinstance(condition, ast.Compare) or len(condition.ops) != 1:
        return False
    if isinstance(condition.ops[0], ast.IsNot | ast.NotEq):
        without = condition.comparators[0]
        return isinstance(without, ast.Constant) and without.value in (None, "")
    if not isinstance(condition.ops[0], ast.NotIn):
        return False
    keys = _written(condition.comparators[0], scope)
    return bool(keys) and all(any(part in key for part in _FORMS) or not told[key] for key in keys)


def _written(node: ast.expr, scope: Scope) -> list[str]:
    """The keys of a list that stands in the condition, or that a local name holds; none where one of them is not known."""
    if isinstance(node, (ast.Set, ast.List, ast.Tuple)):
        return [key.lower() for item in node.elts if (key := key_of(item))] if all(map(key_of, node.elts)) else []
    record = scope.nodes[scope.env[node.id]] if isinstance(node, ast.Name) and node.id in scope.env else (ir.OPAQUE,)
    while record[0] == ir.VAR:
        record = scope.nodes[record[2]]
    items = [scope.nodes[item] for item in record[1]] if record[0] == ir.SEQ else []
    return [item[1].lower() for item in items] if all(item[0] == ir.CONST and isinstance(item[1], str) for item in items) else []
