"""Whether a fixed leak counts as flagged before and as silent after."""

from __future__ import annotations

import io
import json
import tarfile
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.precision.missed import by_kind, listed
from benchmarks.precision.pairs import Leak, Seen, after, before, load, statement
from benchmarks.precision.releases import unpack
from benchmarks.precision.scans import Found, Place

SOURCE = """\
import logging

def login(user, password):
    if user:
        logging.info(
            "%s %s",
            user, password,
        )
    check(password)
    logging.info(
        "%s", user)
    logging.info("%s %s", user, password)


def other(password):
    raise ValueError(password)
"""
LEAK = Leak(
    id="shop-1",
    package="shop",
    before="1.0",
    after="1.1",
    before_file="shop-1.0.tar.gz",
    before_sha256="0" * 64,
    after_file="shop-1.1.tar.gz",
    after_sha256="1" * 64,
    path="shop/a.py",
    line=7,
    function="login",
    kind="name",
    what="the password",
    source="changelog",
)
FOUND = Found("LP101", "secret-in-log", "the password reaches logging.info()", "high", Place("shop/a.py", 5, 8), "login", ())


@pytest.mark.parametrize(
    ("line", "lines"),
    [(1, (1, 1)), (3, (3, 3)), (4, (4, 4)), (5, (5, 8)), (7, (5, 8)), (13, (13, 13)), (16, (16, 16))],
)
def test_a_line_stands_for_its_statement(line: int, lines: tuple[int, int]) -> None:
    """Of a statement with a body only the head belongs to it; a line without one is itself."""
    found = statement(SOURCE, line)
    assert (found.start, found.stop - 1) == lines


def test_unreadable_source_leaves_the_line() -> None:
    """Syntax of another Python does not end the run."""
    assert statement("print 'x'\n", 1) == range(1, 2)


def _flagged(found: Found) -> bool:
    return list(before(LEAK, [found], SOURCE)) == [found]


def test_a_leak_is_flagged_in_its_statement() -> None:
    """On any of its lines, on a flow through it, or in an equal statement of the function; not beside it."""
    assert _flagged(FOUND)
    assert _flagged(replace(FOUND, place=Place("shop/a.py", 7, 7)))
    assert _flagged(replace(FOUND, place=Place("shop/b.py", 90, 90), steps=(Place("shop/a.py", 6, 6),)))
    assert not _flagged(replace(FOUND, place=Place("shop/a.py", 9, 9)))
    assert not _flagged(replace(FOUND, place=Place("shop/b.py", 5, 8)))
    assert not _flagged(replace(FOUND, place=Place("shop/a.py", 10, 11)))
    assert _flagged(replace(FOUND, place=Place("shop/a.py", 12, 12)))
    assert not _flagged(replace(FOUND, place=Place("shop/a.py", 12, 12), function="logout"))


def test_only_leaks_count() -> None:
    """A finding of another kind at the leak does not flag it."""
    assert not _flagged(replace(FOUND, code="LP109"))
    assert not _flagged(replace(FOUND, code="LP301"))


@pytest.mark.parametrize(
    ("function", "there"),
    [
        ("login", True),
        ("Shop.login", True),
        ("login.retry", True),
        ("Shop.login.retry", True),
        ("relogin", False),
        ("logins", False),
        ("", False),
    ],
)
def test_silence_is_asked_of_the_function(function: str, there: bool) -> None:
    """Where the statement went away, everything in the function of that name counts, whatever the class."""
    found = replace(FOUND, function=function, place=Place("shop/a.py", 20, 20))
    assert bool(list(after(LEAK, [found], SOURCE))) == there


def test_silence_is_asked_of_the_mended_statements() -> None:
    """Where the statement is still there, the function's other statements do not count; the file may have moved."""
    mended = replace(LEAK, after_lines=(10,), after_path="shop/c.py")
    at = replace(FOUND, place=Place("shop/c.py", 10, 10), function="login")
    assert list(
        after(mended, [at, replace(at, place=Place("shop/c.py", 9, 9)), replace(at, place=Place("shop/a.py", 10, 10))], SOURCE)
    ) == [at]


def test_module_level_is_a_place_of_its_own() -> None:
    """A leak outside of functions is not silenced by what is found in one."""
    leak = replace(LEAK, function="")
    assert list(after(leak, [FOUND, replace(FOUND, function="")], SOURCE)) == [replace(FOUND, function="")]


def test_the_table_counts_both() -> None:
    """Flagged, silent and both are counted by kind, first as shown by default, then with low confidence too."""
    low = replace(FOUND, confidence="low")
    done = {
        replace(LEAK, id="1"): Seen((FOUND,), ()),
        replace(LEAK, id="2"): Seen((FOUND,), (low,)),
        replace(LEAK, id="3"): Seen((FOUND,), (FOUND,)),
        replace(LEAK, id="4", kind="object"): Seen((low,), ()),
    }
    assert [line.split() for line in by_kind(done).splitlines()[1:]] == [
        ["name", "3", "3", "2", "2", "100.0%", "66.7%", "3", "1", "1"],
        ["object", "1", "0", "1", "0", "0.0%", "0.0%", "1", "1", "1"],
        ["all", "4", "3", "3", "2", "75.0%", "50.0%", "4", "2", "2"],
    ]
    assert [line.split()[0] for line in listed(done, "missed")] == ["4", "before:"]
    assert [line.split()[0] for line in listed(done, "flagged")] == ["1", "before:", "2", "before:", "after:", "3", "before:", "after:"]


def test_leaks_are_read(tmp_path: Path) -> None:
    """Fields of others' own are passed over, and what may be left out may be null."""
    fields = {name: getattr(LEAK, name) for name in LEAK.__slots__}
    file = tmp_path / "leaks.jsonl"
    file.write_text(json.dumps({**fields, "after_lines": [4, 5], "after_path": None, "note": "x"}) + "\n", encoding="utf-8")
    assert load(file) == [replace(LEAK, after_lines=(4, 5))]


def _archive(path: Path, name: str) -> Path:
    with tarfile.open(path, "w:gz") as archive:
        for member, text in ((name, b"x = 1\n"), ("shop-1.0/README.md", b"shop")):
            info = tarfile.TarInfo(member)
            info.size = len(text)
            archive.addfile(info, io.BytesIO(text))
        link = tarfile.TarInfo("shop-1.0/link.py")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/hosts"
        archive.addfile(link)
    return path


def test_source_distributions_are_unpacked(tmp_path: Path) -> None:
    """Of a source distribution the Python files are written, without its own folder and without links."""
    unpack(_archive(tmp_path / "shop-1.0.tar.gz", "shop-1.0/shop/a.py"), tmp_path / "out")
    found = sorted(path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*") if not path.is_dir())
    assert found == ["pyproject.toml", "shop/a.py"]


@pytest.mark.parametrize("name", ["shop-1.0/../../a.py", "shop-1.0/..\\a.py", "shop-1.0/c:a.py"])
def test_source_distributions_stay_in_their_folder(tmp_path: Path, name: str) -> None:
    """A member that would lie outside is refused."""
    with pytest.raises(ValueError, match="leads out"):
        unpack(_archive(tmp_path / "shop-1.0.tar.gz", name), tmp_path / "in" / "out")
    assert [path.name for path in tmp_path.rglob("*.py")] == []
