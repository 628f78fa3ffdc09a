"""Which findings a change touches."""

from __future__ import annotations

import ast
import re
import warnings
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

import msgspec

from checker.model import Finding, Span
from checker.since.changes import Changes, Hunk

UNREAD = "LP001"
_MENTIONED = re.compile(r"`([\w.]+)(?:\(\))?`")
_CALLED = re.compile(r"(?<![\w.\"'])(\w+)\(")
_BLOCKS = ("body", "orelse", "handlers", "finalbody", "cases")
Range = tuple[int, int]
"""First and last line."""


def touched(changes: Changes, findings: Iterable[Finding], text: Callable[[str], str]) -> Iterator[Finding]:
    """The findings that the changes touch; an unread file always, because nobody knows what it holds.

    ``text`` gives a file's text by its path.
    """
    touching = _Touching(changes, text)
    return (found for found in findings if found.code == UNREAD or touching.touches(found))


class _File(msgspec.Struct):
    """A changed file: where its statements and its bodies are."""

    statements: list[Range] = msgspec.field(default_factory=list)
    """Simple ones, and the heads of compound ones; sorted, none within another."""
    bodies: list[tuple[Range, str]] = msgspec.field(default_factory=list)
    """Functions and classes with their qualified names."""
    classes: set[str] = msgspec.field(default_factory=set)
    changed: list[Range] = msgspec.field(default_factory=list)
    """Lines that were added or changed."""
    thinned: set[str] = msgspec.field(default_factory=set)
    """Qualified names of the bodies in which lines were taken out or changed; ``""`` is the module's own code."""
    whole: bool = False
    """Whether all of it counts as changed."""

    def body(self, line: int) -> str:
        """The innermost function or class around a line."""
        around = [(first, -last, name) for (first, last), name in self.bodies if first <= line <= last]
        return max(around)[2] if around else ""

    def statement(self, line: int) -> Range:
        """The lines of the statement around a line."""
        number = bisect_right(self.statements, (line, 1 << 62)) - 1
        first, last = self.statements[number] if number >= 0 else (line, line)
        return (first, last) if first <= line <= last else (line, line)


class _Touching:
    """The changes with what they mean for the files as they are."""

    def __init__(self, changes: Changes, text: Callable[[str], str]) -> None:
        self.changes, self.text = changes, text
        self.files = {path: _file(text(path), hunks) for path, hunks in changes.hunks.items()}
        self.functions = set(changes.taken_out)
        for file in self.files.values():
            changed = {name for span, name in file.bodies if any(_meet(span, part) for part in file.changed)}
            self.functions |= (changed - file.classes) | file.thinned
        self.functions.discard("")

    def touches(self, found: Finding) -> bool:
        """Whether a finding is to be shown."""
        steps = [step.span for step in found.steps]
        if self._changed(found.span) or any(map(self._changed, steps)):
            return True
        named = {name for step in found.steps for name in _MENTIONED.findall(step.text)} | set(_CALLED.findall(found.statement))
        return not named.isdisjoint(self.functions)

    def _changed(self, span: Span) -> bool:
        file = self.files.get(span.path)
        if span.path in self.changes.whole or (file and file.whole):
            return True
        if file is None:
            return False
        first, last = file.statement(span.line)
        lines = (min(first, span.line), max(last, span.end_line))
        return file.body(span.line) in file.thinned or any(_meet(lines, part) for part in file.changed)


def _meet(one: Range, other: Range) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _file(text: str, hunks: list[Hunk]) -> _File:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return _File(whole=True)
    file = _File()
    _read(tree.body, "", file)
    file.statements.sort()
    lines = text.split("\n")
    for hunk in hunks:
        if hunk.count:
            file.changed.append((hunk.first, hunk.first + hunk.count - 1))
        if hunk.removed:
            # where nothing is left, the lines around the gap: either may belong to the body that has lost something, or a body around both
            ends = (hunk.first, hunk.first + hunk.count - 1) if hunk.count else (_above(lines, hunk.first), hunk.first + 1)
            file.thinned |= {file.body(line) for line in range(ends[0], ends[1] + 1)} | {_around(file, *ends)}
    return file


def _above(lines: list[str], number: int) -> int:
    """The line, or where it is blank the last one above that is not: a blank line says nothing of the body that went on behind it."""
    while 1 < number <= len(lines) and not lines[number - 1].strip():
        number -= 1
    return number


def _around(file: _File, first: int, last: int) -> str:
    """The innermost body that holds both lines."""
    around = [(start, -end, name) for (start, end), name in file.bodies if start <= first and last <= end]
    return max(around)[2] if around else ""


def _read(block: list[ast.stmt], outer: str, file: _File) -> None:
    """Note the statements and bodies of a block and of all blocks in it."""
    waiting: list[tuple[ast.AST, str]] = [(statement, outer) for statement in block]
    while waiting:
        node, owner = waiting.pop()
        inner = [child for name in _BLOCKS for child in getattr(node, name, None) or ()]
        if isinstance(node, ast.stmt):
            first = min([node.lineno, *(item.lineno for item in getattr(node, "decorator_list", ()))])
            last = node.end_lineno or node.lineno
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                owner = f"{owner}.{node.name}" if owner else node.name
                file.bodies.append(((first, last), owner))
                file.classes |= {owner} if isinstance(node, ast.ClassDef) else set()
            body = getattr(node, "body", None) or getattr(node, "cases", None)
            starts = getattr(body[0], "lineno", last) if body else 0
            file.statements.append((first, max(first, starts - 1) if body else last))
        waiting += [(child, owner) for child in inner]
