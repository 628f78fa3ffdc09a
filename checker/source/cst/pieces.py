"""A file in pieces: top-level statements, and of large classes the methods, each small enough to be parsed alone."""

from __future__ import annotations

import ast
from bisect import bisect_right
from collections.abc import Sequence

import msgspec

_DEEPEST = 300
"""Nesting that libcst is trusted with; it crashes its process on some thousands."""
_LARGEST = 3_000_000
"""Characters of one top-level statement that libcst is given."""
_LARGE = 100
"""Lines of a class from which on its methods are parsed one by one: parsing takes time and memory by the line."""
_LONGEST = 4_000
"""Characters of a statement that are looked at; thousands of suspects may share one line."""
_LARGE = 100
"""Lines of a class from which on its methods are parsed one by one: parsing takes time and memory by the line."""
_LONGEST = 4_000
"""Characters of a statement that are looked at; thousands of suspects may share one line."""


class Piece(msgspec.Struct, frozen=True, eq=False):
    """A statement that is parsed alone."""

    first: int
    last: int
    indented: bool
    inner: tuple[Piece, ...] = ()
    """Statements of a large class that are parsed in its place."""


def pieces_of(statements: Sequence[ast.stmt], *, indented: bool) -> tuple[Piece, ...]:
    """The statements, but for those nested too deeply."""
    pieces: list[Piece] = []
    for statement in statements:
        first = min([statement.lineno, *(item.lineno for item in getattr(statement, "decorator_list", ()))])
        last = statement.end_lineno or statement.lineno
        if pieces and first <= pieces[-1].last:  # two statements on one line
            pieces[-1] = Piece(pieces[-1].first, max(last, pieces[-1].last), indented)
        elif not _too_deep(statement):
            large = isinstance(statement, ast.ClassDef) and last - first > _LARGE and statement.body[0].lineno > statement.lineno
            inner = pieces_of(statement.body, indented=True) if large and isinstance(statement, ast.ClassDef) else ()
            pieces.append(Piece(first, last, indented, inner))
    return tuple(pieces)


def piece_around(pieces: Sequence[Piece], line: int) -> Piece | None:
    """The smallest piece that holds a line."""
    before = bisect_right(pieces, line, key=lambda piece: piece.first) - 1
    if before < 0 or line > pieces[before].last:
        return None
    return piece_around(pieces[before].inner, line) or pieces[before]


def _too_deep(statement: ast.stmt) -> bool:
    level: list[ast.AST] = [statement]
    if _long(statement):
        return True
    for _ in range(_DEEPEST):
        level = [child for node in level for child in ast.iter_child_nodes(node)]
        if not level:
            return False
        if any(map(_long, level)):
            break
    return True


def _long(node: ast.AST) -> bool:
    """Whether what is flat for ``ast`` is deep for libcst."""
    if isinstance(node, ast.BoolOp):
        return len(node.values) > _DEEPEST
    if isinstance(node, ast.ImportFrom):
        return (node.module or "").count(".") > _DEEPEST
    return isinstance(node, ast.alias) and node.name.count(".") > _DEEPEST
