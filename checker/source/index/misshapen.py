"""Tests of the form of a secret, beside one of its type: what has neither is none."""

from __future__ import annotations

import ast

from checker.source.ir.syntax import last


def of_length(test: ast.expr, name: str) -> bool:
    """Whether a test holds of what has not the right length: ``len(key) != 16``."""
    if not isinstance(test, ast.Compare) or len(test.ops) != 1 or not isinstance(test.ops[0], ast.NotEq):
        return False
    call = test.left
    measured = call.args[0] if isinstance(call, ast.Call) and last(call.func) == "len" and call.args else None
    return isinstance(measured, ast.Name) and measured.id == name
