"""Tests of alert rules, as `promtool test rules` takes them: which files of rules they read, and which alerts they expect.

After Prometheus' "Unit testing for rules"; paths are those from the file itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.logconfig.values import Items, Value
from checker.monitoring.fields import entries, items, reference, setting
from checker.monitoring.reader import Reader
from checker.monitoring.ruletests import RuleTest
from checker.monitoring.source import Place

_PARTS = frozenset(("input_series", "alert_rule_test", "promql_expr_test"))


def _read(place: Place) -> Iterator[RuleTest]:
    held = place.entries
    tests = held.get("tests")
    if place.keys or "rule_files" not in held or tests is None or not isinstance(tests.data, Items):
        return
    groups = [entries(one) for one in tests.data.values]
    if not any(_PARTS & one.keys() for one in groups):
        return
    files = tuple(setting(one) for one in items(held["rule_files"]))
    expected = tuple(named for one in groups for test in items(one.get("alert_rule_test")) if (named := reference(_name(test))) is not None)
    yield RuleTest(place.key("rule_files"), files, expected, place.environment, place.templated)


def _name(test: Value) -> Value | None:
    return entries(test).get("alertname")


READER = Reader("rule-tests", ((b"rule_files", b"tests", b"input_series"), (b"rule_files", b"tests", b"alert_rule_test")), mapping=_read)
