"""Statements that leave a ``finally``: an error that is on its way there is lost."""

from __future__ import annotations

import ast
from collections.abc import Iterable

_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
_LOOPS = (ast.For, ast.AsyncFor, ast.While)


def first_leaving(block: Iterable[ast.stmt]) -> ast.Return | ast.Break | ast.Continue | None:
    """The first statement that leaves a block: a ``return``, or a ``break`` or ``continue`` of a loop around it."""
    waiting: list[tuple[ast.AST, bool]] = [(one, False) for one in reversed([*block])]
    while waiting:
        node, looped = waiting.pop()
        if isinstance(node, ast.Return) or (not looped and isinstance(node, (ast.Break, ast.Continue))):
            return node
        if isinstance(node, ast.stmt | ast.ExceptHandler | ast.match_case) and not isinstance(node, _SCOPES):
            inner = [one for one in ast.iter_child_nodes(node) if not isinstance(one, ast.expr)]
            waiting += [(one, looped or isinstance(node, _LOOPS)) for one in reversed(inner)]
    return None
