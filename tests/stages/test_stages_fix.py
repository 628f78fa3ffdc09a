"""Edits are applied in order and whole, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.fix import Change, diff, plan, write
from checker.model import Confidence, Edit, Finding, Fix, Severity, Span


def finding(*edits: Edit, safe: bool = True) -> Finding:
    """A finding with these edits as its fix."""
    return Finding("LP101", "x", "m", Severity.LOW, Confidence.HIGH, edits[0].span, "", "", fix=Fix("do it", edits, safe))


def edit(line: int, column: int, end_line: int, end_column: int, text: str, path: str = "a.py") -> Edit:
    """One edit."""
    return Edit(Span(path, line, column, end_line, end_column), text)


def after(source: bytes, *findings: Finding, unsafe: bool = False) -> bytes:
    """The file after the fixes."""
    changes = plan(findings, lambda path: source, unsafe=unsafe).changes
    return changes[0].new if changes else source


def test_edits_of_several_findings_are_all_applied() -> None:
    """Positions count in the old text, whatever other edits do before them."""
    source = b"a = 1\nb = 2\n"
    findings = [finding(edit(1, 1, 1, 2, "long_name")), finding(edit(2, 5, 2, 6, "[\n    2,\n]")), finding(edit(1, 6, 1, 6, "  # new"))]
    assert after(source, *findings) == b"long_name = 1  # new\nb = [\n    2,\n]\n"


def test_of_overlapping_fixes_the_first_wins_whole() -> None:
    """A fix that overlaps an earlier one in any of its edits is left out with all of them."""
    source = b"a = 1\nb = 2\n"
    first, second = finding(edit(1, 1, 1, 6, "a = 9")), finding(edit(2, 5, 2, 6, "8"), edit(1, 5, 1, 6, "7"))
    planned = plan([first, second], lambda path: source)
    assert planned.changes[0].new == b"a = 9\nb = 2\n"
    assert planned.findings == (first,)


def test_an_import_that_two_fixes_need_is_inserted_once() -> None:
    """Equal edits do not disturb each other and are applied once; different insertions at one place do."""
    source = b"a = 1\nb = 2\n"
    new = edit(1, 1, 1, 1, "import x\n")
    assert after(source, finding(new, edit(1, 5, 1, 6, "x")), finding(new, edit(2, 5, 2, 6, "x"))) == b"import x\na = x\nb = x\n"
    assert after(source, finding(new), finding(edit(1, 1, 1, 1, "import y\n"))) == b"import x\na = 1\nb = 2\n"


def test_a_file_that_would_not_parse_is_left_alone() -> None:
    """Its fixes are dropped in all files that they touch, other files' fixes stay."""
    broken = finding(edit(1, 5, 1, 6, "("), edit(1, 1, 1, 2, "z", path="b.py"))
    good = finding(edit(1, 5, 1, 6, "2", path="c.py"))
    planned = plan([broken, good], lambda path: b"a = 1\n")
    assert [(change.path, change.new) for change in planned.changes] == [("c.py", b"a = 2\n")]
    assert planned.findings == (good,)


def test_unsafe_fixes_are_applied_on_request_only() -> None:
    """Without being asked for, a fix that changes behaviour is not applied."""
    found = finding(edit(1, 5, 1, 6, "2"), safe=False)
    assert after(b"a = 1\n", found) == b"a = 1\n"
    assert after(b"a = 1\n", found, unsafe=True) == b"a = 2\n"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("é = 1\r\nb = 'x'\r\n".encode(), "é = 1\r\nb = (\r\n2)\r\n".encode()),
        (b"\xef\xbb\xbfa = 1\nb = 'x'\n", b"\xef\xbb\xbfa = 1\nb = (\n2)\n"),
        ("# coding: latin-1\nb = 'x' # é\n".encode("latin-1"), "# coding: latin-1\nb = (\n2) # é\n".encode("latin-1")),
        (b"a = 1\rb = 'x'\r", b"a = 1\rb = (\r2)\r"),
        (b"a = '\x0c'\nb = 'x'\n", b"a = '\x0c'\nb = (\n2)\n"),
    ],
)
def test_encoding_and_line_ends_stay(source: bytes, expected: bytes) -> None:
    """Byte order mark, declared encoding, form feeds and every kind of line end survive; new lines take the file's own end."""
    assert after(source, finding(edit(2, 5, 2, 8, "(\n2)"))) == expected


def test_what_the_encoding_lacks_is_not_written() -> None:
    """A fix that needs a character which the file's encoding does not have is left out."""
    source = b"# coding: latin-1\nb = 1\n"
    assert after(source, finding(edit(2, 5, 2, 6, "'\u20ac'"))) == source


def test_a_file_that_is_gone_or_shorter_now_is_left_alone() -> None:
    """Nothing is guessed about a file that has changed since it was analysed."""

    def gone(path: str) -> bytes:
        raise FileNotFoundError(path)

    found = finding(edit(9, 1, 9, 2, "x"))
    assert plan([found], gone).changes == ()
    assert plan([found], lambda path: b"a = 1\n").changes == ()


@given(st.text(alphabet="ab\r\n\x0c\x85\u2028", max_size=30), st.data())
def test_an_edit_changes_its_range_and_nothing_else(text: str, data: st.DataObject) -> None:
    """For any text inside of a string, replacing a range keeps what stands before and behind it."""
    source = f"x = '''{text}'''\n"
    start = data.draw(st.integers(7, 7 + len(text)))
    while source[start - 1] == "\r" and source[start] == "\n":
        start += 1
    before = source[:start].replace("\r\n", "\n").replace("\r", "\n")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    assert after(source.encode(), finding(edit(line, column, line, column, "INS"))) == (source[:start] + "INS" + source[start:]).encode()


def test_files_are_replaced_whole_and_keep_their_mode(tmp_path: Path) -> None:
    """The new file has the old one's permissions, and no temporary file stays."""
    path = tmp_path / "a.py"
    path.write_bytes(b"a = 1\n")
    path.chmod(0o750)
    write(Change("a.py", b"a = 1\n", b"a = 2\n"), str(path))
    assert path.read_bytes() == b"a = 2\n"
    assert path.stat().st_mode & 0o777 == 0o750
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_somebody_changed_meanwhile_is_not_written(tmp_path: Path) -> None:
    """Nobody's edit is lost."""
    path = tmp_path / "a.py"
    path.write_bytes(b"a = 3\n")
    with pytest.raises(OSError, match="changed meanwhile"):
        write(Change("a.py", b"a = 1\n", b"a = 2\n"), str(path))
    assert path.read_bytes() == b"a = 3\n"


def test_a_diff_can_be_applied() -> None:
    """It is a unified diff with the usual prefixes, and says where a line has no end."""
    change = Change("a.py", b"a = 1\nb = 2", b"a = 1\nb = 3")
    assert "".join(diff(change)) == (
        "--- a/a.py\n+++ b/a.py\n@@ -1,2 +1,2 @@\n a = 1\n-b = 2\n\\ No newline at end of file\n+b = 3\n\\ No newline at end of file\n"
    )
