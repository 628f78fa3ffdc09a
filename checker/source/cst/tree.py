"""One piece as libcst reads it: what stands where, and which statement is around a place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

import libcst as cst
import msgspec
from libcst.metadata import CodePosition, CodeRange, MetadataWrapper, PositionProvider

from checker.source.cst.pieces import Piece

_LARGEST = 3_000_000
"""Characters of one top-level statement that libcst is given."""
_LARGE = 100
"""Lines of a class from which on its methods are parsed one by one: parsing takes time and memory by the line."""
_LONGEST = 4_000
"""Characters of a statement that are looked at; thousands of suspects may share one line."""
LONGEST = 4_000
"""Characters of a statement that are looked at; thousands of suspects may share one line."""


class Tree(msgspec.Struct, frozen=True):
    """A parsed piece; lines of its ranges are counted from its own first line."""

    first: int
    module: cst.Module
    ranges: dict[cst.CSTNode, CodeRange]
    starts: dict[tuple[int, int], list[cst.CSTNode]]
    statements: list[cst.CSTNode]
    """Statement lines, and the small statements behind a colon, by their place; none holds another."""
    lines: list[str]


def parse(lines: list[str], piece: Piece) -> Tree | None:
    """``None`` for what libcst cannot take."""
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
    return Tree(piece.first - piece.indented, wrapper.module, ranges, starts, _statements(ranges), lines)


def head(tree: Tree, node: cst.CSTNode) -> CodeRange:
    """A node's range; of an ``except`` clause that of its first line."""
    whole = tree.ranges[node]
    if not isinstance(node, cst.ExceptHandler | cst.ExceptStarHandler):
        return whole
    last = node.name or node.type
    end = tree.ranges[last].end if last is not None else CodePosition(whole.start.line, whole.start.column + len("except"))
    return CodeRange(whole.start, end)


def size(span: CodeRange) -> tuple[int, int]:
    """Larger for a node that begins at the same place and holds the other."""
    return (span.end.line - span.start.line, span.end.column)


def _statements(ranges: dict[cst.CSTNode, CodeRange]) -> list[cst.CSTNode]:
    in_lines = {small for node in ranges if isinstance(node, cst.SimpleStatementLine) for small in node.body}
    outer = (cst.SimpleStatementLine, cst.BaseSmallStatement)
    found = [node for node in ranges if isinstance(node, outer) and node not in in_lines]
    return sorted(found, key=lambda node: _begin(ranges[node]))


def _begin(span: CodeRange) -> tuple[int, int]:
    return (span.start.line, span.start.column)


def statement_at(tree: Tree, line: int, column: int) -> cst.CSTNode | None:
    """The simple statement around a position."""
    before = bisect_right(tree.statements, (line, column), key=lambda node: _begin(tree.ranges[node])) - 1
    if before < 0:
        return None
    end = tree.ranges[tree.statements[before]].end
    return tree.statements[before] if (line, column) <= (end.line, end.column) else None


def text_of(tree: Tree, node: cst.CSTNode) -> str:
    """The lines of a node, cut after `LONGEST` characters."""
    span = tree.ranges[node]
    part = tree.lines[tree.first + span.start.line - 2 : tree.first + span.end.line - 1]
    return "".join(part).strip()[:LONGEST]


def comments_of(tree: Tree, node: cst.CSTNode) -> Iterator[str]:
    """Comments above a statement, in it and behind it."""
    span = tree.ranges[node]
    above = tree.first + span.start.line - 3
    while above >= 0 and tree.lines[above].lstrip().startswith("#"):
        yield tree.lines[above].strip()
        above -= 1
    for text in tree.lines[tree.first + span.start.line - 2 : tree.first + span.end.line - 1]:
        match = re.search(r"#.*$", text.rstrip())
        if match:
            yield match[0]
