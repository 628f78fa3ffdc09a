"""Tests of paths: the names that a path was made from are those of a file that is there."""

from __future__ import annotations

import ast
from collections.abc import Callable

from checker.source.ir.syntax import last

ASKED = frozenset({"exists", "isfile", "is_file", "isdir", "is_dir", "lexists"})
"""Last parts of the calls that ask."""
_JOINS = frozenset({"str", "fspath", "Path", "PurePath", "PosixPath", "join"})
"""Calls that put a path together."""


def proven(call: ast.Call, plain: Callable[[ast.expr], str]) -> list[str]:
    """What ``os.path.exists(path)`` and ``path.exists()`` vouch for: the names that it was found by, and of which it is put together.

    ``plain`` gives the name behind an expression, ``""`` where there is none.
    """
    asked = [call.func.value] if isinstance(call.func, ast.Attribute) and not call.args else call.args
    return [mark + item for given in asked for item in _parts(given, plain) for mark in ("", "=", "*")]


def _parts(node: ast.expr, plain: Callable[[ast.expr], str]) -> list[str]:
    """The names that a path is put together of on the spot: ``str(PurePath(Path(folder), Path(name)))``, ``os.path.join(folder, name)``."""
    if item := plain(node):
        return [item]
    if isinstance(node, ast.Call) and last(node.func) in _JOINS:
        return [name for given in node.args for name in _parts(given, plain)]
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
        return [*_parts(node.left, plain), *_parts(node.right, plain)]
    return []
