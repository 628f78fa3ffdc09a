"""The fix that writes a call before a statement, and the import that it needs; every comment and blank stays."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import libcst as cst
from msgspec.structs import replace

from checker.model import Edit, Fix, Span
from checker.remembering import of_the_last
from checker.syntax import parse

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
    written = "".join(f"{one}\n{indent}" for one in message.before.split("\n"))
    edits = [Edit(Span(place.path, place.line, place.column, place.line, place.column), written)]
    lines, module = whole(around)
    if module is None:
        return message
    body = module.body
    if not message.importing and _only_for_types(body) & _names(message.before):
        return message
    if message.importing:
        at = imports_end(body, lines)
        if at is None:
            return message
        edits.append(Edit(Span(place.path, at, 1, at, 1), f"{message.importing}\n"))
    name = message.before.rpartition("\n")[2].partition("(")[0].removeprefix("await ")
    return replace(message, fix=Fix(f"Write a record by {name}()", tuple(edits), safe=False))


def whole(around: Surroundings) -> tuple[list[str], ast.Module | None]:
    """The lines of the file that a fix is made for, without their ends, and its tree; ``None`` where it does not parse."""
    return _whole(around.tree.lines) if around.tree is not None else ([], None)


@of_the_last
def _whole(lines: list[str]) -> tuple[list[str], ast.Module | None]:
    bare = [line.rstrip("\n") for line in lines]
    try:
        return bare, parse("".join(f"{line}\n" for line in bare)).tree
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return bare, None


def _only_for_types(body: list[ast.stmt]) -> set[str]:
    """Names that are imported for a type checker alone, and are not there when the module runs."""
    blocks = [node for node in body if isinstance(node, ast.If) and ast.unparse(node.test).rpartition(".")[2] == "TYPE_CHECKING"]
    inner = [one for block in blocks for one in block.body]
    return {name for one in inner for name in _bound(one)} - {name for one in body for name in _bound(one)}


def _bound(node: ast.stmt) -> set[str]:
    if not isinstance(node, ast.Import | ast.ImportFrom):
        return set()
    return {alias.asname or alias.name.partition(".")[0] for alias in node.names}


def _names(call: str) -> set[str]:
    return {node.id for node in ast.walk(ast.parse(call.rpartition("\n")[2].removeprefix("await "))) if isinstance(node, ast.Name)}


def imports_end(body: list[ast.stmt], lines: list[str]) -> int | None:
    """The line behind the last import that stands for itself above every function and class, else behind the docstring."""
    at = 1
    for position, node in enumerate(body):
        docstring = position == 0 and isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if docstring or isinstance(node, ast.Import | ast.ImportFrom):
            at = (node.end_lineno or node.lineno) + 1
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            break
    behind = lines[at - 2] if at >= 2 else ""
    return None if ";" in behind.partition("#")[0] else at
