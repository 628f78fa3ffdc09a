"""TOML is read with places."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.errors import LogproofError
from checker.policy.toml_reader import read_toml
from checker.toml_scan import places

TEXT = '''\
[build-system]
requires = ["x"] # [tool.logproof]
text = """
[tool.logproof]
exclude = ["no"]
"""
[tool.logproof]
exclude = [
  "a", # one
  'b',
]
"min-confidence" = "low"
rules.LP101 = { severity = "low", parameters = { "x.y" = [1, 2] } }
[tool.logproof.rules.secret-in-log]
enabled = true
[[tool.logproof.waivers]]
rule = "a"
expires = 2027-01-31
[[tool.logproof.waivers]]
rule = "b"
expires = 2027-01-31 07:32:00
'''


def problem(text: str | bytes) -> str:
    """The one problem of a text."""
    with pytest.raises(LogproofError) as caught:
        read_toml(text.encode() if isinstance(text, str) else text, "x.toml")
    return str(caught.value)


def test_places() -> None:
    """Keys and values in tables, arrays of tables, inline tables and lists are found, and nothing inside strings and comments is."""
    document = read_toml(TEXT.encode(), "x.toml")
    assert document.place(("exclude",), key=True) == (8, 1)
    assert document.place(("exclude", 1)) == (10, 3)
    assert document.place(("min-confidence",)) == (12, 20)
    assert document.place(("rules", "LP101", "parameters", "x.y", 1)) == (13, 62)
    assert document.place(("rules", "secret-in-log", "enabled"), key=True) == (15, 1)
    assert document.place(("waivers", 0, "rule"), key=True) == (17, 1)
    assert document.place(("waivers", 1, "rule")) == (20, 8)


def test_dates_are_text() -> None:
    """A date means the same as its text, as in YAML."""
    waivers = read_toml(TEXT.encode(), "x.toml").value["waivers"]
    assert [waiver["expires"] for waiver in waivers] == ["2027-01-31", "2027-01-31T07:32:00"]


def test_errors() -> None:
    """Syntax errors, repeated keys, bad bytes, deep nesting and a missing table are told with the place where there is one."""
    assert problem("a = 1\nb = \n").startswith("x.toml:2:5: this is not TOML: invalid value")
    assert problem("a = 1\na = 2\n").startswith("x.toml:2:6: this is not TOML: ")
    assert problem(b"a = 1\nb = '\xff'").startswith("x.toml:2:6: the file is not UTF-8 text")
    assert problem("[tool.logproof]\na = " + "[" * 30_000).startswith("x.toml:2: arrays and tables nest deeper")
    assert problem("[tool.logproof]\na = " + "[" * 60 + "]" * 60).startswith("x.toml:2:45: arrays and tables nest deeper")
    assert problem("[tool.logproof]\na = " + "1" * 5000).startswith("x.toml:2: this number has too many digits")
    assert problem("# ours\n[[tool.logproof]]\nexclude = []\n").startswith("x.toml:2:1: `tool.logproof` must be one table, not several")
    assert problem("[tool]\nlogproof = 3\n").startswith("x.toml:2:12: `tool.logproof` must be one table")
    assert "there is no table [tool.logproof]" in problem("[tool]\n")
    assert problem("a = [1").startswith("x.toml:1:7: ")


KEYS = st.text("abé .\"'\\#=[]", min_size=1, max_size=4)
TEXTS = st.text("ab,]}'\"#=\n\\é", max_size=6)


def toml_text(text: str) -> str:
    """A basic string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


@settings(deadline=None)  # the machine may be busy
@given(st.dictionaries(KEYS, st.lists(TEXTS, max_size=3) | TEXTS, max_size=4))
def test_every_key_has_a_place(table: dict[str, list[str] | str]) -> None:
    """Whatever keys and texts hold, the scan finds every key on its line."""
    lines = [
        f"{toml_text(key)} = {toml_text(value) if isinstance(value, str) else '[' + ', '.join(map(toml_text, value)) + ']'}"
        for key, value in table.items()
    ]
    keys, values = places("\n".join(lines))
    assert [keys[key,] for key in table] == [(number, 1) for number in range(1, len(table) + 1)]
    assert all((key, 0) in values for key, value in table.items() if isinstance(value, list) and value)
