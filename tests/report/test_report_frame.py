"""Code frames and fix previews: the exact range, in any text and any width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import Edit, Fix, Span
from checker.report.escape import hides
from checker.report.frame import Row, cells, frame
from checker.report.lines import split, text_of
from checker.report.preview import Change, changes


def row(line: str, start: int, end: int, width: int = 80) -> Row:
    """The only row of a range in a one-line source."""
    (only,) = frame({"f": line}, Span("f", 1, start, 1, end), width)
    return only


@pytest.mark.parametrize(
    ("line", "start", "end", "expected"),
    [
        ("log(x)", 5, 6, Row(1, "log(x)", (4, 1))),
        ("\tlog(x)", 6, 7, Row(1, "    log(x)", (8, 1))),
        ("漢字 x", 4, 5, Row(1, "漢字 x", (5, 1))),
        ("e\u0301 x", 4, 5, Row(1, "e\u0301 x", (2, 1))),
        ("\x1b[m x", 5, 6, Row(1, "\\x1b[m x", (7, 1))),
        ("x", 2, 2, Row(1, "x", (1, 1))),
        ("x", 90, 95, Row(1, "x", (1, 1))),
        ("    if not ok:  ", 1, 2, Row(1, "    if not ok:  ", (4, 10))),  # a place of which the line alone is known
    ],
)
def test_mark_stands_under_the_range(line: str, start: int, end: int, expected: Row) -> None:
    """Tabs, wide, combining and escaped characters move the mark as they move the text; a range beyond the line stays at its end."""
    assert row(line, start, end) == expected


@given(
    line=st.text(st.characters(exclude_characters="\r\n"), max_size=300), start=st.integers(1, 320), length=st.integers(0, 320),
    width=st.integers(20, 120),
)  # fmt: skip
def test_row_fits_and_shows_the_start(line: str, start: int, length: int, width: int) -> None:
    """A row never exceeds its width, hides nothing, and the mark lies in it."""
    shown = row(line, start, start + length, width)
    assert cells(shown.text) <= width
    assert not any(map(hides, shown.text))
    assert shown.mark[1] >= 1
    assert sum(shown.mark) <= max(cells(shown.text), shown.mark[0]) + 1


def test_long_line_is_cut_around_the_range() -> None:
    """In a line of a million characters the range is in sight, with marks where text was left out."""
    line = "a" * 500_000 + "SECRET" + "b" * 500_000
    shown = row(line, 500_001, 500_007, 60)
    start, length = shown.mark
    assert shown.text[start : start + length] == "SECRET"
    assert shown.text[0] == shown.text[-1] == "…"


def test_many_lines_leave_out_the_middle() -> None:
    """A range over many lines shows its head and tail, and marks where it begins and ends."""
    source = "\n".join(f"line {number}" for number in range(1, 21))
    rows = list(frame({"f": source}, Span("f", 3, 2, 18, 3), 80, around=(1, 1)))
    assert [one.number for one in rows] == [2, 3, 4, 5, 6, 7, 0, 17, 18, 19]
    assert [one.number for one in rows if one.mark[1]] == [3, 18]


@pytest.mark.parametrize("span", [Span("f", 9, 1, 9, 2), Span("g", 1, 1, 1, 2), Span("f", 0, 0, 0, 0)])
def test_no_frame_without_source(span: Span) -> None:
    """A place that the sources do not hold has no frame and no text."""
    assert list(frame({"f": "x"}, span, 80)) == []
    assert text_of({"f": "x"}, span) is None


def test_lines_are_pythons() -> None:
    """Form feeds, NEL and line separators end no line; CR, LF and CR LF do."""
    assert split("a\fb\x85c\u2028d\re\r\nf\n") == ("a\fb\x85c\u2028d", "e", "f", "")


def test_preview_of_edits() -> None:
    """Edits of one line come together, those of others apart, and a removed line is only a minus."""
    source = "log(a, b)\nkeep\ndrop\nend"
    edits = (Edit(Span("f", 1, 5, 1, 6), "x"), Edit(Span("f", 1, 8, 1, 9), "y"), Edit(Span("f", 3, 1, 4, 1), ""))
    assert list(changes({"f": source}, Fix("", edits, safe=True))) == [
        Change("f", 1, ("log(a, b)",), ("log(x, y)",)),
        Change("f", 3, ("drop",), ()),
    ]
    assert list(changes({}, Fix("", edits, safe=True))) == []


def test_preview_takes_no_blank_line_away() -> None:
    """What a fix puts behind a blank line is only added."""
    source = "import os\n\nLIMIT = 3\n"
    edits = (Edit(Span("f", 2, 1, 2, 1), "\nlog = logging.getLogger(__name__)\n"),)
    assert list(changes({"f": source}, Fix("", edits, safe=True))) == [Change("f", 2, (), ("log = logging.getLogger(__name__)",))]
