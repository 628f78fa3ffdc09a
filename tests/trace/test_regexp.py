import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.trace.matching.regexp import UnknownPatternError, compiled

_ATOMS = st.sampled_from(["a", "b", "c", ".", "[ab]", "[^a]", r"\d", r"\w", "x1", "(?:ab|c)", "(a|b)", r"\.", "[a-c0]"])
_QUANTIFIERS = st.sampled_from(["", "*", "+", "?", "{2}", "{1,2}", "{2,}"])
_SEQUENCES = st.lists(st.tuples(_ATOMS, _QUANTIFIERS).map("".join), max_size=5).map("".join)
_PATTERNS = st.tuples(
    st.sampled_from(["", "^", "(?i)"]), st.lists(_SEQUENCES, min_size=1, max_size=3).map("|".join), st.sampled_from(["", "$"])
)


@settings(max_examples=400, deadline=None)
@given(_PATTERNS.map("".join), st.text("abcABC01x. ", max_size=12))
def test_it_finds_what_pythons_engine_finds(pattern: str, text: str) -> None:
    """A pattern matches somewhere in a text, or the whole of it, exactly where Python's own engine says so."""
    made = compiled(pattern)
    assert made.search(text) == bool(re.search(pattern, text))
    assert made.search(text, whole=True) == bool(re.fullmatch(pattern, text))


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (r"(?i)login (failed|failure)", "2026 WARNING Login Failure for x", True),
        (r"user=(?P<user>\S+)", "user=alice", True),
        (r"\bauth\b", "reauth", False),
        (r"status=(401|403)", "status=404", False),
        (r"[[:digit:]]{3}", "code 403", True),
        (r"^\[.*\] ERROR", "[x] ERROR", True),
        ("a{0}b", "b", True),
        (r"^\p{L}+$", "é", True),
        ("(?m)^a", "b\na", True),
        ("user=\ud800", "user=?", True),
    ],
)
def test_what_rules_use(pattern: str, text: str, *, found: bool) -> None:
    """Flags, named groups, boundaries and classes of RE2 mean what they mean there."""
    assert compiled(pattern).search(text) is found


def test_named_groups_tell_where_they_match() -> None:
    """The ranges of named groups are characters of the text, and a group that takes no part has none."""
    made = compiled(r"é (?P<level>[A-Z]+)(?: (?P<code>\d+))?:")
    assert made.captured("é WARNING: no") == {"level": (2, 9)}
    assert made.captured("é WARNING 7: no") == {"level": (2, 9), "code": (10, 11)}
    assert made.captured("nothing") is None


def test_no_text_takes_long() -> None:
    """Nested repetitions that a backtracking engine never ends are decided at once."""
    assert not compiled(r"(a+)+$").search("a" * 400 + "b")
    assert not compiled(r"(.*)(.*)(.*)(.*)(.*)x$").search("y" * 400)


@pytest.mark.parametrize("pattern", ["(", ")", "a**", "[a", "(?=a)", "(?<!a)b", "*a", "x" * 3_000, "(((a{9}){9}){9}){9}", "a{5000}"])
def test_what_is_not_understood_is_said(pattern: str) -> None:
    """A pattern that is broken, too large or beyond RE2 is refused with its reason, never run as something else."""
    with pytest.raises(UnknownPatternError):
        compiled(pattern)
