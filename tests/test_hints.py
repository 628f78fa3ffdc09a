"""What is searched for in one pass is what is searched for one word after the other."""

from __future__ import annotations

import pytest

from checker import hints
from checker.hints import Hints, Linear

WORDS = (b"_pin", b"allowed to", b"\xcd\x01\x94", b"a.c", b"(", b"DEBUG']", b"\\d")
TEXTS = (
    b"", b"the_pin", b"not allowed  to", b"not allowed to go", b"\xcd\x01\x93", b"x\xcd\x01\x94\xff", b"abc", b"xa.cx", b"f(", b"DEBUG']",
    b"d\\d", b"\n\0(\n",
)  # fmt: skip


def test_little_and_much() -> None:
    """After many bytes the answers are those of before, whatever the words hold."""
    few, many = Hints(*WORDS), Hints(*WORDS)
    many.within(b"x" * hints._LITTLE)
    assert few.within == few._one_by_one
    assert many.within != many._one_by_one
    told = [any(word in text for word in WORDS) for text in TEXTS]
    assert [few.within(text) for text in TEXTS] == told == [many.within(text) for text in TEXTS]


@pytest.mark.parametrize(("text", "found"), [(b"x\nworkers = 2", True), (b"x workers = 2", False), (b"\xe9\nworkers=", True)])
def test_beginnings_of_lines(text: bytes, found: bool) -> None:
    """A pattern says itself that it means every line's beginning; bytes that are no text are searched too."""
    pattern = Linear(rb"(?m)^workers\s*=|dictConfig")
    assert (pattern.within(text), pattern.within(text)) == (found, found)
