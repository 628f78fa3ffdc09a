"""Elastic Security's detection rules, and what Kibana's query language asks for."""

from __future__ import annotations

import pytest

from checker.monitoring.model import AlertRule
from checker.monitoring.searches.kuery import kuery
from checker.monitoring.searches.tree import Asked, Group, Query
from tests.monitoring.reading import facts_of

_EQL = """\
[metadata]
maturity = "production"

[rule]
name = "Sequences"
type = "eql"
language = "eql"
risk_score = 21
severity = "low"
query = "sequence by user.name [any where true]"
"""


def test_a_rule_of_another_language() -> None:
    """Of a rule in EQL it is known that it is there, and not what it looks for."""
    (rule,) = facts_of("rules/sequences.toml", _EQL)
    assert isinstance(rule, AlertRule)
    assert (rule.name, rule.source, rule.search, rule.span.line) == ("Sequences", "elastic", None, 5)


def test_an_export() -> None:
    """A rule as Kibana exports it is read like a file of the rules' repository."""
    text = '{"name": "A", "type": "threshold", "enabled": false, "risk_score": 1, "severity": "high", "index": ["a-*", "b-*"],'
    text += ' "query": "x : 1"}'
    (rule,) = facts_of("detection/rule.json", text)
    assert isinstance(rule, AlertRule)
    assert (rule.paused, rule.group, rule.labels["severity"].value) == (True, "a-*,b-*", "high")
    assert rule.search is not None
    assert rule.search.query == Asked("word", "x", "1")


def test_other_mappings_are_no_rules() -> None:
    """What only has a severity and a query is no detection rule."""
    assert facts_of("rules/x.toml", '[rule]\nname = "a"\nrisk_score = 1\nquery = "x"\nkind = "severity"\n') == ()


_A, _B, _C = Asked("word", "a", "1"), Asked("word", "b", "2"), Asked("word", "c", "3")


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("a:1 or b:2 and c:3", Group(should=(_A, Group(must=(_B, _C))), least=1)),
        ("(a : 1 OR b : 2) AND NOT c : 3", Group(must=(Group(should=(_A, _B), least=1), Group(must_not=(_C,))))),
        ('a : (1 and not "2 3")', Group(must=(_A, Group(must_not=(Asked("phrase", "a", "2 3"),))))),
        ("a : login failed and b:2", Group(must=(Asked("word", "a", "login failed"), _B))),
        ("a : lo*in", Asked("wildcard", "a", "lo*in")),
        ("a : lo\\*in", Asked("word", "a", "lo*in")),
        ("a : *", Asked("exists", "a")),
        ("*", Asked("all")),
        ("", Asked("all")),
        ("a >= 400 and a < 500", Group(must=(Asked("range", "a", low="400"), Asked("range", "a", high="500", within=(False, False))))),
        ("failed login", Asked("word", "", "failed login")),
        ('args : ("/c" or "a\\"b")', Group(should=(Asked("phrase", "args", "/c"), Asked("phrase", "args", 'a"b')), least=1)),
    ],
)  # fmt: skip
def test_kuery(written: str, wanted: Query) -> None:
    """Operators bind as in Kibana: ``not`` before ``and`` before ``or``, in a field's parentheses too."""
    assert kuery(written) == wanted


@pytest.mark.parametrize(
    "written", ["a : (1", "a :", "and b : 1", ")", "a : 1 b : 2", "a : { b : 1", '"', "(" * 100 + "a:1", "not " * 5_000 + "a"]
)
def test_what_is_broken_is_not_known(written: str) -> None:
    """A query that Kibana refuses, or one without end, asks for something that is not known."""
    assert isinstance(kuery(written), Asked | Group)
    assert "unknown" in repr(kuery(written))
