"""What a fix would change, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, zip_longest
from posixpath import commonprefix

import msgspec

from checker.model import Edit, Fix, Span
from checker.report.lines import split


class Change(msgspec.Struct, frozen=True):
    """Lines of one file before and after."""

    path: str
    line: int
    """The first changed line, 1-based."""
    old: tuple[str, ...]
    new: tuple[str, ...]


def changes(sources: dict[str, str], fix: Fix) -> Iterator[Change]:
    """One change for each stretch of lines that edits touch; none where a source is not at hand."""
    edits = sorted(fix.edits, key=lambda edit: edit.span)
    for path, group in groupby(edits, key=lambda edit: edit.span.path):
        lines = split(sources[path]) if path in sources else ()
        for stretch in _stretches(group):
            first, last = stretch[0].span.line, max(edit.span.end_line for edit in stretch)
            if 1 <= first <= last <= len(lines):
                yield Change(path, first, *_trimmed(lines[first - 1 : last], _applied(lines[first - 1 : last], first, stretch)))


def _stretches(edits: Iterator[Edit]) -> Iterator[list[Edit]]:
    """Edits whose lines touch belong together."""
    stretch: list[Edit] = []
    for edit in edits:
        if stretch and edit.span.line > max(other.span.end_line for other in stretch):
            yield stretch
            stretch = []
        stretch.append(edit)
    yield stretch


def _applied(lines: tuple[str, ...], first: int, edits: list[Edit]) -> tuple[str, ...]:
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    text = "\n".join(lines)
    for edit in reversed(edits):
        start = starts[edit.span.line - first] + edit.span.column - 1
        end = starts[edit.span.end_line - first] + edit.span.end_column - 1
        text = text[:start] + edit.replacement + text[end:]
    return split(text)


def _trimmed(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Without equal last lines, as an edit that removes whole lines ends at the start of the next, and without blank ones: what is put
    behind a blank line takes none away."""
    while old and new and old[-1] == new[-1] and len(old) > 1:
        old, new = old[:-1], new[:-1]
    return tuple(line for line in old if line.strip()), tuple(line for line in new if line.strip())


def apart(change: Change) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is removed and what is added, without the line that an insertion stands before."""
    if change.old and change.new[-1:] == change.old[-1:]:
        return change.old[:-1], change.new[:-1]
    return change.old, change.new


def compared(lines: tuple[str, ...], others: tuple[str, ...]) -> Iterator[tuple[str, Span]]:
    """Each line with the range in which it differs from its counterpart, the part of a long line that has to be seen."""
    for line, other in zip_longest(lines, others[: len(lines)], fillvalue=""):
        start = len(commonprefix((line, other))) if other else 0
        same = len(commonprefix((line[start:][::-1], other[start:][::-1]))) if other else 0
        end = max(len(line), len(other)) - same  # alike for both, so that a long line is cut at the same place
        yield line, Span("", 1, start + 1, 1, end + 1)
