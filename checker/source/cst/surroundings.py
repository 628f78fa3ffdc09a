"""What stands around a fact, as the judge of a rule sees it."""

from __future__ import annotations

import libcst as cst
import msgspec

from checker.model import Span
from checker.source.cst.tree import Tree


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
    tree: Tree | None = None

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

    def _known(self) -> Tree:
        if self.tree is None:
            message = "libcst could not take the statement: node is None"
            raise LookupError(message)
        return self.tree
