"""YAML is read with places, and what its versions read differently is an error."""

from __future__ import annotations

import json

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.errors import LogproofError
from checker.policy import yaml_reader
from checker.policy.yaml_reader import read_yaml


def problems(data: bytes | str) -> list[str]:
    """Every problem of a text, as a user sees it."""
    try:
        document = read_yaml(data.encode() if isinstance(data, str) else data, "x.yaml")
    except LogproofError as error:
        return [str(problem) for problem in error.problems]
    return [str(problem) for problem in document.problems]


def test_plain_values() -> None:
    """Text, whole numbers, round-tripping fractions, true, false, null, lists and mappings are read as they look."""
    text = "a: 1\nb: 0.5\nc: true\nd:\ne: [x, 'no', \"010\"]\nf: {g: -3}\nh: 2027-01-31\ni: ~\nj: |\n  on\n"
    assert read_yaml(text.encode(), "x").value == {
        "a": 1, "b": 0.5, "c": True, "d": None, "e": ["x", "no", "010"], "f": {"g": -3}, "h": "2027-01-31", "i": None, "j": "on\n",
    }  # fmt: skip


@pytest.mark.parametrize("word", ["no", "yes", "on", "off", "YES", "True", "FALSE", "Off"])
def test_booleans(word: str) -> None:
    """Every spelling of a boolean but true and false is an error, as a value and as a key."""
    assert problems(f"a: {word}")[0].startswith(f"x.yaml:1:4: `{word}` is a boolean to some YAML readers")
    assert problems(f"{word}: a")


@pytest.mark.parametrize(
    "number", ["010", "0o17", "0x1F", "0b11", "1_000", "12:30", "12:30:45", "1.10", "1e3", ".5", "1.", ".inf", ".nan", "1.0e5", "9" * 25]
)
def test_numbers(number: str) -> None:
    """A number that YAML versions, or writing it back, would change is an error that says to quote it."""
    found = problems(f"a: {number}")
    assert len(found) == 1
    assert f'"{number}"' in found[0]
    assert read_yaml(f'a: "{number}"'.encode(), "x").problems == ()


@pytest.mark.parametrize("text", ["1.2.3", "-", "+x", "..", "10.0.0.1", "2027-01-31", "1-2"])
def test_texts_that_begin_like_numbers(text: str) -> None:
    """What only begins like a number is text."""
    assert read_yaml(f"a: [{text}]".encode(), "x").value in ({"a": [text]}, {"a": ["-"]})


def test_all_problems_at_once() -> None:
    """The reader goes on after a trap, a tag and a repeated key, and names the first of the repeated ones."""
    assert problems("a: no\nb: !!str x\na: 2\n3: x\n") == [
        "x.yaml:2:4: tags are not accepted: `tag:yaml.org,2002:str`\n  hint: write the plain value",
        'x.yaml:1:4: `no` is a boolean to some YAML readers and text to others\n  hint: write false, or "no" for the text',
        "x.yaml:3:1: the key `a` stands here twice\n  hint: the first is on line 1",
        'x.yaml:4:1: a key must be text\n  hint: write "3"',
    ]


def test_merge_keys() -> None:
    """A merge key adds what is not there, the first mapping before the second, and keeps the own key's place."""
    text = "p: &p {a: 1, b: 1}\nq: &q {b: 2, c: 2}\nz:\n  <<: [*p, *q]\n  a: 3\n"
    document = read_yaml(text.encode(), "x")
    assert document.value["z"] == {"a": 3, "b": 1, "c": 2}
    assert document.place(("z", "a"), key=True) == (5, 3)
    assert document.place(("z", "a")) == (5, 6)
    assert document.place(("z", "c"), key=True) == (2, 14)
    assert "only a mapping can be merged" in problems("a:\n  <<: 3\n")[0]


def test_alias_bomb() -> None:
    """Aliases that would make a hundred million values end in an error after a bounded number."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    assert "more than 100,000 values" in problems("\n".join(lines))[0]


def test_merge_bombs() -> None:
    """Merge keys that double at every step, or that follow each other a thousand times, end in an error."""
    double = "\n".join(["a0: &a0 {b: 1}", *(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}" for n in range(1, 39))])
    assert "more than 100,000 values" in problems(double)[0]
    chain = "\n".join(["a0: &a0 {b: 1}", *(f"a{n}: &a{n} {{<<: *a{n - 1}}}" for n in range(1, 2000))])
    assert "merge keys nest deeper" in problems(chain)[0]


def test_alias_chains() -> None:
    """Aliases that nest deeper than the bound, name themselves, or name nothing are errors."""
    chain = "\n".join(["a0: &a0 [x]", *(f"a{n}: &a{n} [*a{n - 1}]" for n in range(1, 60))])
    assert "aliases nest deeper" in problems(chain)[0]
    assert problems("a: &a [*a]") == ["x.yaml:1:8: the alias `a` contains itself"]
    assert problems("a: *b") == ["x.yaml:1:4: the alias `b` is not defined before it is used"]


@pytest.mark.parametrize(
    "text",
    ["[" * 900_000, "{a: " * 200_000, "- " * 400_000, "\n".join(" " * n + "a:" for n in range(1000))],
    ids=["lists", "mappings", "dashes", "blocks"],
)
def test_depth(text: str) -> None:
    """However deep a text nests, it ends in an error and not in a crash."""
    assert "deeper than 40" in problems(text)[0]


def test_unreadable() -> None:
    """Bad bytes, control characters, several documents and broken syntax are told with line and column."""
    assert problems(b"a: \xc3\xa9\nb: \xff") == ["x.yaml:2:4: the file is not UTF-8 text\n  hint: save it as UTF-8"]
    assert problems(b"a: 1\nb: \x00") == ["x.yaml:2:4: this is not YAML: the character \\x00 is not allowed"]
    assert problems("a: 1\n---\nb: 2\n") == ["x.yaml:2:1: a second document begins here\n  hint: keep one document in one file"]
    assert problems("a: [1,\n")[0].startswith("x.yaml:2:1: this is not YAML: ")


def test_places() -> None:
    """Columns count characters, and a byte order mark counts for nothing."""
    document = read_yaml("\ufeffé: {ü: 1, k: [x, y]}\n".encode(), "x")
    assert document.place(("é", "k"), key=True) == (1, 11)
    assert document.place(("é", "k", 1)) == (1, 18)
    assert document.place(("é", "nothing", "here")) == (1, 4)


def test_pure_python(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without libyaml the outcome is the same."""
    text = b"a: &x {b: [1, no]}\nc: *x\nd: 'q'\n"
    fast = read_yaml(text, "x")
    monkeypatch.setattr(yaml_reader, "_LOADER", yaml.SafeLoader)
    assert read_yaml(text, "x") == fast


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(st.characters(min_codepoint=32, max_codepoint=0x24F)),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abcxyz no1", min_size=1), inner, max_size=4),
    max_leaves=12,
)


@settings(deadline=None)
@given(VALUES)
def test_json_is_read_as_json(value: object) -> None:
    """A JSON text means the same, and every value in it has a place."""
    value = {"top": value}
    document = read_yaml(json.dumps(value).encode(), "x")
    assert document.value == value
    assert document.problems == ()


@settings(deadline=None)
@given(st.text(st.sampled_from("ab:-[]{}&*!|>'\"#,?\n %@01.~<=\t"), max_size=60))
def test_any_text(text: str) -> None:
    """No text makes the reader fail in any other way than with problems."""
    for problem in problems(text):
        assert problem.startswith("x.yaml")
