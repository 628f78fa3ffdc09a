"""The CST walk: each suspect gets its statement and exact range, and its rule a look at what stands around it.

Only the top-level statements that hold a suspect, and of large classes only the methods, are parsed with libcst; what libcst cannot take
keeps the place that the index gave.
"""

from __future__ import annotations

import ast
import re
import warnings
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

import libcst as cst
import msgspec
from libcst.metadata import CodePosition, CodeRange, MetadataWrapper, PositionProvider
from msgspec.structs import replace

from checker.model import Span
from checker.rule import Message, Rule
from checker.source.cst.insertion import inserted
from checker.source.cst.normal import Statements
from checker.source.facts.records import RaiseText
from checker.text import lines as lines_of
from checker.text import readable

_DEEPEST = 300
"""Nesting that libcst is trusted with; it crashes its process on some thousands."""
_LARGEST = 3_000_000
"""Characters of one top-level statement that libcst is given."""
_LARGE = 100
"""Lines of a class from which on its methods are parsed one by one: parsing takes time and memory by the line."""
_LONGEST = 4_000
"""Characters of a statement that are looked at; thousands of suspects may share one line."""


class Suspect(msgspec.Struct, frozen=True):
    """What a rule said of a fact, before anybody looked at the surroundings."""

    rule: Rule
    fact: Any
    message: Message


class Surroundings(msgspec.Struct, frozen=True):
    """What the judge of a rule sees."""

    node: cst.CSTNode | None
    """The call, raise or assignment of the fact."""
    statement: cst.CSTNode | None
    """The simple statement, or the head of the compound one, that holds it."""
    source: str
    """The statement's text, comments included."""
    comments: tuple[str, ...]
    """Comments above, in and behind the statement."""
    path: str = ""
    line_offset: int = 0
    tree: _Tree | None = None

    def range(self, node: cst.CSTNode) -> Span:
        """Where a node of the statement stands in the file."""
        tree = self._known()
        span = tree.ranges[node]
        return Span(self.path, span.start.line + tree.first - 1, span.start.column + 1, span.end.line + tree.first - 1, span.end.column + 1)

    def text(self, begin: Span, end: Span | None = None) -> str:
        """The file's text in a range, or from the beginning of one to the end of another."""
        end = end or begin
        lines = self._known().lines[begin.line - 1 : end.end_line]
        lines[-1] = lines[-1][: end.end_column - 1]
        return "".join([lines[0][begin.column - 1 :], *lines[1:]])

    def lines(self, first: int, last: int) -> list[str]:
        """Lines of the file, without their ends; the numbers are inclusive, and beyond the end there are none."""
        return [line.rstrip("\n") for line in self._known().lines[max(first, 1) - 1 : last]]

    def _known(self) -> _Tree:
        if self.tree is None:
            message = "libcst could not take the statement: node is None"
            raise LookupError(message)
        return self.tree


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
    pieces = _pieces(parsed.body, indented=False)
    statements = Statements(parsed)
    trees: dict[_Piece, _Tree | None] = {}
    for suspect in suspects:
        place = suspect.message.span or suspect.fact.span
        piece = _around(pieces, place.line)
        if piece is not None and piece not in trees:
            trees[piece] = _parse(lines, piece)
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
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ast.Module([], [])


def _normal(statements: Statements, lines: list[str], place: Span) -> str:
    before = lines[place.line - 1][: place.column - 1] if place.line <= len(lines) else ""
    return statements.at(place.line, len(before.encode("utf-8", "surrogatepass")))


class _Piece(msgspec.Struct, frozen=True, eq=False):
    """A statement that is parsed alone."""

    first: int
    last: int
    indented: bool
    inner: tuple[_Piece, ...] = ()
    """Statements of a large class that are parsed in its place."""


def _pieces(statements: Sequence[ast.stmt], *, indented: bool) -> tuple[_Piece, ...]:
    """The statements, but for those nested too deeply."""
    pieces: list[_Piece] = []
    for statement in statements:
        first = min([statement.lineno, *(item.lineno for item in getattr(statement, "decorator_list", ()))])
        last = statement.end_lineno or statement.lineno
        if pieces and first <= pieces[-1].last:  # two statements on one line
            pieces[-1] = _Piece(pieces[-1].first, max(last, pieces[-1].last), indented)
        elif not _too_deep(statement):
            large = isinstance(statement, ast.ClassDef) and last - first > _LARGE and statement.body[0].lineno > statement.lineno
            inner = _pieces(statement.body, indented=True) if large and isinstance(statement, ast.ClassDef) else ()
            pieces.append(_Piece(first, last, indented, inner))
    return tuple(pieces)


def _around(pieces: Sequence[_Piece], line: int) -> _Piece | None:
    """The smallest piece that holds a line."""
    before = bisect_right(pieces, line, key=lambda piece: piece.first) - 1
    if before < 0 or line > pieces[before].last:
        return None
    return _around(pieces[before].inner, line) or pieces[before]


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


class _Tree(msgspec.Struct, frozen=True):
    first: int
    module: cst.Module
    ranges: dict[cst.CSTNode, CodeRange]
    starts: dict[tuple[int, int], list[cst.CSTNode]]
    statements: list[cst.CSTNode]
    """Statement lines, and the small statements behind a colon, by their place; none holds another."""
    lines: list[str]


def _parse(lines: list[str], piece: _Piece) -> _Tree | None:
    part = lines[piece.first - 1 : piece.last]
    if sum(map(len, part)) > _LARGEST:
        return None
    try:
        head = "class _:\n" if piece.indented else ""
        wrapper = MetadataWrapper(cst.parse_module(head + "".join(part)), unsafe_skip_copy=True)
        ranges: dict[cst.CSTNode, CodeRange] = dict(wrapper.resolve(PositionProvider))
    except BaseException as error:  # libcst raises many kinds on input it cannot take, and Rust's panic is no Exception
        if isinstance(error, KeyboardInterrupt | SystemExit):
            raise
        return None  # the place from the index still stands
    starts: dict[tuple[int, int], list[cst.CSTNode]] = {}
    for node, span in ranges.items():
        starts.setdefault((span.start.line, span.start.column), []).append(node)
    return _Tree(piece.first - piece.indented, wrapper.module, ranges, starts, _statements(ranges), lines)


def _place(path: str, tree: _Tree, suspect: Suspect, place: Span) -> Examined | None:
    line, column = place.line - tree.first + 1, place.column - 1
    wanted: tuple[type[cst.CSTNode], ...] = (cst.Raise,) if isinstance(suspect.fact, RaiseText) else (cst.Call,)
    here = tree.starts.get((line, column), [])
    nodes = [node for node in here if isinstance(node, wanted)] or [
        node for node in here if isinstance(node, cst.BaseExpression | cst.BaseSmallStatement | cst.ExceptHandler | cst.ExceptStarHandler)
    ]
    if not nodes:
        return _unplaced(path, tree.lines, suspect, place)
    node = max(nodes, key=lambda item: _size(tree.ranges[item]))
    span = _head(tree, node)
    exact = Span(path, place.line, place.column, span.end.line + tree.first - 1, span.end.column + 1)
    statement = _statement(tree, line, column)
    text = _text(tree, statement or node)
    message = _judged(suspect, Surroundings(node, statement, text, tuple(_comments(tree, statement or node)), path, tree.first - 1, tree))
    if message is None:
        return None
    return Examined(suspect, message, exact, getattr(suspect.fact, "function", ""), " ".join(text.split()))


def _head(tree: _Tree, node: cst.CSTNode) -> CodeRange:
    """A node's range; of an ``except`` clause that of its first line."""
    whole = tree.ranges[node]
    if not isinstance(node, cst.ExceptHandler | cst.ExceptStarHandler):
        return whole
    last = node.name or node.type
    end = tree.ranges[last].end if last is not None else CodePosition(whole.start.line, whole.start.column + len("except"))
    return CodeRange(whole.start, end)


def _size(span: CodeRange) -> tuple[int, int]:
    return (span.end.line - span.start.line, span.end.column)


def _statements(ranges: dict[cst.CSTNode, CodeRange]) -> list[cst.CSTNode]:
    in_lines = {small for node in ranges if isinstance(node, cst.SimpleStatementLine) for small in node.body}
    outer = (cst.SimpleStatementLine, cst.BaseSmallStatement)
    found = [node for node in ranges if isinstance(node, outer) and node not in in_lines]
    return sorted(found, key=lambda node: _begin(ranges[node]))


def _begin(span: CodeRange) -> tuple[int, int]:
    return (span.start.line, span.start.column)


def _statement(tree: _Tree, line: int, column: int) -> cst.CSTNode | None:
    """The simple statement around a position."""
    before = bisect_right(tree.statements, (line, column), key=lambda node: _begin(tree.ranges[node])) - 1
    if before < 0:
        return None
    end = tree.ranges[tree.statements[before]].end
    return tree.statements[before] if (line, column) <= (end.line, end.column) else None


def _text(tree: _Tree, node: cst.CSTNode) -> str:
    span = tree.ranges[node]
    part = tree.lines[tree.first + span.start.line - 2 : tree.first + span.end.line - 1]
    return "".join(part).strip()[:_LONGEST]


def _comments(tree: _Tree, node: cst.CSTNode) -> Iterator[str]:
    span = tree.ranges[node]
    above = tree.first + span.start.line - 3
    while above >= 0 and tree.lines[above].lstrip().startswith("#"):
        yield tree.lines[above].strip()
        above -= 1
    for text in tree.lines[tree.first + span.start.line - 2 : tree.first + span.end.line - 1]:
        match = re.search(r"#.*$", text.rstrip())
        if match:
            yield match[0]


def _judged(suspect: Suspect, around: Surroundings) -> Message | None:
    message = suspect.message if suspect.rule.judge is None else suspect.rule.judge(suspect.fact, suspect.message, around)
    return inserted(message, around) if message is not None and message.before else message


def _unplaced(path: str, lines: list[str], suspect: Suspect, place: Span) -> Examined | None:
    """The place as the index gave it, to the end of its line."""
    text = lines[place.line - 1].rstrip("\n") if place.line <= len(lines) else ""
    end = max(len(text) + 1, place.column + 1)
    text = text[:_LONGEST]
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
