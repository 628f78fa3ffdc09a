"""The fix that writes a call before a statement, and the import that it needs; every comment and blank stays."""

from __future__ import annotations

import ast
import warnings
from typing import TYPE_CHECKING

import libcst as cst
from msgspec.structs import replace

from checker.model import Edit, Fix, Span

if TYPE_CHECKING:
    from checker.rule import Message
    from checker.source.cst.surroundings import Surroundings


def inserted(message: Message, around: Surroundings) -> Message:
    """The message with its fix; without one where the statement shares its line with another, or the file's imports are not known."""
    statement = around.statement
    if not isinstance(statement, cst.SimpleStatementLine) or len(statement.body) != 1:
        return message
    place = around.range(statement)
    line = around.lines(place.line, place.line)[0]
    indent = line[: place.column - 1]
    if indent.strip():
        return message
    edits = [Edit(Span(place.path, place.line, place.column, place.line, place.column), f"{message.before}\n{indent}")]
    if message.importing:
        at = _imports_end(around)
        if at is None:
            return message
        edits.append(Edit(Span(place.path, at, 1, at, 1), f"{message.importing}\n"))
    name = message.before.partition("(")[0]
    return replace(message, fix=Fix(f"Write a record by {name}()", tuple(edits), safe=False))


def _imports_end(around: Surroundings) -> int | None:
    """The line behind the module's last import that stands for itself, else behind its docstring; ``None`` where it does not parse."""
    lines = around.lines(1, 1_000_000)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            body = ast.parse("\n".join(lines)).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    at = 1
    for position, node in enumerate(body):
        docstring = position == 0 and isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if docstring or isinstance(node, ast.Import | ast.ImportFrom):
            at = (node.end_lineno or node.lineno) + 1
    behind = lines[at - 2] if at >= 2 else ""
    return None if ";" in behind.partition("#")[0] else at
