"""The CST walk: each suspect gets its statement and exact range, and its rule a look at what stands around it.

Only the top-level statements that hold a suspect, and of large classes only the methods, are parsed with libcst; what libcst cannot take
keeps the place that the index gave.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import Any

import libcst as cst
import msgspec
from msgspec.structs import replace

from checker import syntax
from checker.model import Span
from checker.rule import Message, Rule
from checker.source.cst.insertion import inserted
from checker.source.cst.normal import Statements
from checker.source.cst.own_record import recorded
from checker.source.cst.pieces import Piece, piece_around, pieces_of
from checker.source.cst.surroundings import Surroundings
from checker.source.cst.tree import LONGEST, Tree, comments_of, head, parse, size, statement_at, text_of
from checker.source.facts.records import RaiseText
from checker.text import lines as lines_of
from checker.text import readable


class Suspect(msgspec.Struct, frozen=True):
    """What a rule said of a fact, before anybody looked at the surroundings."""

    rule: Rule
    fact: Any
    message: Message


class Examined(msgspec.Struct, frozen=True):
    """A suspect that its surroundings confirmed, with its exact place."""

    suspect: Suspect
    message: Message
    span: Span
    function: str
    statement: str


def examine(path: str, text: bytes, suspects: Sequence[Suspect]) -> list[Examined]:
    """Confirm or drop the suspects of one file; never raises on the file's content."""
    source = _decode(text)
    lines = lines_of(source)
    examined: list[Examined] = []
    parsed = _parsed(text)
    pieces = pieces_of(parsed.body, indented=False)
    statements = Statements(parsed)
    trees: dict[Piece, Tree | None] = {}
    for suspect in suspects:
        place = suspect.message.span or suspect.fact.span
        piece = piece_around(pieces, place.line)
        if piece is not None and piece not in trees:
            trees[piece] = parse(lines, piece)
        tree = trees.get(piece) if piece is not None else None
        found = _place(path, tree, suspect, place) if tree is not None else _unplaced(path, lines, suspect, place)
        if found is not None:
            examined.append(replace(found, statement=_normal(statements, lines, place) or found.statement))
    return examined


def _decode(text: bytes) -> str:
    return readable(text).replace("\r\n", "\n").replace("\r", "\n")


def _parsed(text: bytes) -> ast.Module:
    """The file's tree; an empty one where Python's parser gives up."""
    try:
        return syntax.parse(text).tree
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ast.Module([], [])


def _normal(statements: Statements, lines: list[str], place: Span) -> str:
    before = lines[place.line - 1][: place.column - 1] if place.line <= len(lines) else ""
    return statements.at(place.line, len(before.encode("utf-8", "surrogatepass")))


def _place(path: str, tree: Tree, suspect: Suspect, place: Span) -> Examined | None:
    line, column = place.line - tree.first + 1, place.column - 1
    wanted: tuple[type[cst.CSTNode], ...] = (cst.Raise,) if isinstance(suspect.fact, RaiseText) else (cst.Call,)
    here = tree.starts.get((line, column), [])
    nodes = [node for node in here if isinstance(node, wanted)] or [
        node for node in here if isinstance(node, cst.BaseExpression | cst.BaseSmallStatement | cst.ExceptHandler | cst.ExceptStarHandler)
    ]
    if not nodes:
        return _unplaced(path, tree.lines, suspect, place)
    node = max(nodes, key=lambda item: size(tree.ranges[item]))
    span = head(tree, node)
    exact = Span(path, place.line, place.column, span.end.line + tree.first - 1, span.end.column + 1)
    statement = statement_at(tree, line, column)
    text = text_of(tree, statement or node)
    message = _judged(suspect, Surroundings(node, statement, text, tuple(comments_of(tree, statement or node)), path, tree.first - 1, tree))
    if message is None:
        return None
    return Examined(suspect, message, exact, getattr(suspect.fact, "function", ""), " ".join(text.split()))


def _judged(suspect: Suspect, around: Surroundings) -> Message | None:
    message = suspect.message if suspect.rule.judge is None else suspect.rule.judge(suspect.fact, suspect.message, around)
    if message is not None and message.lacking is not None:
        return recorded(message, message.lacking, around)
    return inserted(message, around) if message is not None and message.before else message


def _unplaced(path: str, lines: list[str], suspect: Suspect, place: Span) -> Examined | None:
    """The place as the index gave it, to the end of its line."""
    text = lines[place.line - 1].rstrip("\n") if place.line <= len(lines) else ""
    end = max(len(text) + 1, place.column + 1)
    text = text[:LONGEST]
    message = _judged(suspect, Surroundings(None, None, text, (), path))
    if message is None:
        return None
    return Examined(
        suspect,
        message,
        replace(place, path=path, end_line=place.line, end_column=end),
        getattr(suspect.fact, "function", ""),
        " ".join(text.split()),
    )
