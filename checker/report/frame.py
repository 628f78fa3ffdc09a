"""Code frames: source lines shown safely in a given width, with the exact range marked."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import msgspec

from checker.model import Span
from checker.report.escape import hides, spelled
from checker.report.lines import split

_TAB = 4
_HEAD, _TAIL = 5, 2
"""Lines shown of a range over many lines, at its start and at its end."""


class Row(msgspec.Struct, frozen=True):
    """One source line of a frame."""

    number: int
    """1-based; 0 stands for lines left out."""
    text: str = ""
    mark: tuple[int, int] = (0, 0)
    """Where the range begins in ``text`` and how long it is, in terminal cells; length 0: nothing of it is here."""


def cells(text: str) -> int:
    """Terminal cells that a text without hiding characters takes."""
    return len(text) if text.isascii() else sum(_cell(character) for character in text)


def _cell(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def frame(sources: dict[str, str], span: Span, width: int, *, around: tuple[int, int] = (0, 0), cut: str = "…") -> Iterator[Row]:
    """The rows of a range and of the lines around it, none where the source is not at hand.

    Args:
        width: cells for a line's text; a longer line is shortened around the range.
        around: how many lines before and after the range.
        cut: what stands where a line was shortened.
    """
    lines = split(sources[span.path]) if span.path in sources else ()
    if not 1 <= span.line <= len(lines):
        return
    last = min(max(span.end_line, span.line), len(lines))
    first_shown, last_shown = max(1, span.line - around[0]), min(len(lines), last + around[1])
    while first_shown < span.line and not lines[first_shown - 1].strip():
        first_shown += 1
    while last_shown > last and not lines[last_shown - 1].strip():
        last_shown -= 1
    left = _left_cut(lines[span.line - 1], *_range_in(lines[span.line - 1], span, span.line), width)
    skipped = range(span.line + _HEAD, last - _TAIL + 1) if last - span.line >= _HEAD + _TAIL else range(0)
    for number in range(first_shown, last_shown + 1):
        if number in skipped:
            if number == skipped[0]:
                yield Row(0)
            continue
        yield _row(lines[number - 1], span, number, left, width, cut)


def _range_in(line: str, span: Span, number: int) -> tuple[int, int]:
    """Offsets of the range's part in its first or last line (those between need no mark), without indentation; never empty in the first.

    A range of which nothing but the line is known is all that stands there.
    """
    if number not in (span.line, span.end_line):
        return 0, 0
    indented, whole = len(line) - len(line.lstrip()), _is_line(span)
    start = indented if whole or number != span.line else span.column - 1
    end = len(line.rstrip()) if whole or number != span.end_line else span.end_column - 1
    start = max(0, min(start, len(line)))
    return start, min(max(end, start + (number == span.line)), len(line) + 1)


def _is_line(span: Span) -> bool:
    """Whether a range tells a line alone."""
    return span.column == 1 and span.end_line == span.line and span.end_column <= 2  # a place without a column is its first character


def _left_cut(line: str, start: int, end: int, width: int) -> int:
    """How many characters to leave out at the left so that the range can be seen."""
    shown = [len(_shown(c, 0)) if c != "\t" else _TAB for c in line[start : min(end, start + width)]]
    room = width - min(sum(shown), width * 3 // 4) - 4
    cut = start
    while cut > 0 and room > 0:
        cut -= 1
        room -= _TAB if line[cut] == "\t" else cells(_shown(line[cut], 0))
    return cut + 1 if cut and room < 0 else cut


def _shown(character: str, column: int) -> str:
    if character == "\t":
        return " " * (_TAB - column % _TAB)
    return spelled(character) if hides(character) else character


def _row(line: str, span: Span, number: int, left: int, width: int, cut: str) -> Row:
    left = min(left, len(line))
    text = cut if left else ""
    places = [column := cells(text)]
    for index in range(left, len(line)):
        shown = _shown(line[index], column)
        if column + cells(shown) > width - (len(cut) if index + 1 < len(line) else 0):
            text += cut
            break
        text += shown
        places.append(column := column + cells(shown))
    start, end = _range_in(line, span, number)
    if end <= start or end <= left:
        return Row(number, text)
    begin = places[min(max(start - left, 0), len(places) - 1)]
    finish = places[min(end - left, len(places) - 1)]
    return Row(number, text, (begin, max(finish - begin, 1)))
