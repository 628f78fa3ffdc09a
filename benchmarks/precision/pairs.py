"""Leaks that were fixed: whether the release before is flagged at the leak, and the one after is silent there."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.precision.scans import Found, Place

_LEAKS = frozenset(f"LP10{number}" for number in range(1, 9))
"""LP109 is about a setting of a library, not about a value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leak:
    """One line of leaks.jsonl."""

    id: str
    package: str
    before: str
    after: str
    """Versions."""
    before_file: str
    before_sha256: str
    after_file: str
    after_sha256: str
    path: str
    """Inside the release; a source distribution's own folder left out."""
    line: int
    """In the release before, of the statement that leaks: it logs or raises."""
    kind: str
    what: str
    source: str
    """Where the fix is told of."""
    function: str = ""
    """That it stands in; empty at module level."""
    after_lines: tuple[int, ...] = ()
    """What the statement became; empty where it went away, or where the fix is elsewhere."""
    after_path: str = ""
    """Where the file moved."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What logproof shows of a leak; first by default, then with low confidence too."""

    before: tuple[Found, ...]
    """At the leak."""
    after: tuple[Found, ...]
    """In its place, after the fix."""

    def flagged(self, low: bool = False) -> bool:
        """Whether the leak is found."""
        return any(one.shown or low for one in self.before)

    def silent(self, low: bool = False) -> bool:
        """Whether nothing is found after the fix."""
        return not any(one.shown or low for one in self.after)


def load(file: Path) -> list[Leak]:
    """All leaks; fields of others' own are passed over."""
    names = Leak.__slots__
    entries = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line]
    plain = [{name: value for name, value in entry.items() if name in names and value is not None} for entry in entries]
    return [Leak(**{**entry, "after_lines": tuple(entry.get("after_lines", ()))}) for entry in plain]


def before(leak: Leak, found: Iterable[Found], source: str) -> Iterator[Found]:
    """What is found at the leak: in its statement, or on a way through it, or in an equal statement of its function."""
    lines = statement(source, leak.line)
    equal = [lines, *equals(source, lines)]
    for one in found:
        same = _within(one.function, leak.function) and any(_overlaps(one.place, leak.path, others) for others in equal)
        if one.code in _LEAKS and (same or _touches(one, leak.path, lines)):
            yield one


def after(leak: Leak, found: Iterable[Found], source: str) -> Iterator[Found]:
    """What is found where the leak was: in the statements that took its place, or without such in its function."""
    path = leak.after_path or leak.path
    ranges = [statement(source, line) for line in leak.after_lines]
    for one in found:
        there = one.place.file == path and _within(one.function, leak.function) if not ranges else False
        if one.code in _LEAKS and (there or any(_touches(one, path, lines) for lines in ranges)):
            yield one


def _within(function: str, named: str) -> bool:
    """Whether a function is the one that is named, with or without its class, or stands in it."""
    if not named:
        return not function
    return f".{named}." in f".{function}." or (f".{named}".endswith(f".{function}") and bool(function))


def _touches(one: Found, path: str, lines: range) -> bool:
    return _overlaps(one.place, path, lines) or any(step.file == path and step.line in lines for step in one.steps)


def _overlaps(place: Place, path: str, lines: range) -> bool:
    return place.file == path and place.line < lines.stop and place.last >= lines.start


def statement(source: str, line: int) -> range:
    """The lines of the statement that a line belongs to; of one with a body those of its head; else the line alone."""
    heads = [lines for lines, _ in _statements(source) if line in lines]
    return min(heads, key=len, default=range(line, line + 1))


def equals(source: str, lines: range) -> list[range]:
    """The lines of each statement that is written as the one in ``lines`` is."""
    every = list(_statements(source))
    texts = {text for where, text in every if where == lines and text}
    return [where for where, text in every if text in texts]


def _statements(source: str) -> Iterator[tuple[range, str]]:
    """The lines and, of one without a body, the text of each statement; nothing of a file in the syntax of another Python."""
    try:
        nodes = ast.walk(ast.parse(source))
    except (SyntaxError, ValueError):
        return
    for node in nodes:
        if isinstance(node, ast.stmt | ast.ExceptHandler):
            body = getattr(node, "body", None)
            after_ = max(node.lineno + 1, body[0].lineno) if body else (node.end_lineno or node.lineno) + 1
            yield range(node.lineno, after_), "" if body else ast.dump(node)
