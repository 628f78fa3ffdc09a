"""PromQL and LogQL are read as their grammars say, and what they can come to is told truly."""

from __future__ import annotations

import math

import pytest

from checker.monitoring.expressions.bounds import Bounds, bounds
from checker.monitoring.expressions.grammar import parse
from checker.monitoring.expressions.quantities import comparisons, durations, quantity
from checker.monitoring.expressions.tokens import NotAnExpressionError, seconds, size
from checker.monitoring.expressions.tree import Aggregate, Binary, Call, Hole, Number, Selector, Subquery, selectors, walk
from checker.monitoring.impossible import never


def _top(text: str) -> Binary:
    tree = parse(text)
    assert isinstance(tree, Binary)
    return tree


@pytest.mark.parametrize(
    ("text", "op", "left", "right"),
    [
        ("1 + 2 * 3", "+", Number, Binary),
        ("2 ^ 3 ^ 2", "^", Number, Binary),
        ("a and b or c", "or", Binary, Selector),
        ("a > 1 and b < 2", "and", Binary, Binary),
        ("sum(x) by (a) / ignoring (b) group_left (c) y", "/", Aggregate, Selector),
        ("rate(x[5m]) > bool 1", ">", Call, Number),
        ("-2 ^ 2 > x", ">", Call, Selector),
    ],
)
def test_operators_bind_as_in_promql(text: str, op: str, left: type, right: type) -> None:
    """The weakest operator is at the top, powers group to the right, and modifiers belong to their operator."""
    top = _top(text)
    assert top.op == op
    if left is not Call or "rate" in text:
        assert isinstance(top.left, left)
    assert isinstance(top.right, right)


def test_selectors_keep_all_that_they_say() -> None:
    """Name, matchers, range and offset of a selector are read, quoted names too."""
    (one,) = selectors(parse('rate(http_total{job=~"a|b", code!="200", "odd.label"="x"}[1h30m] offset -5m)'))
    assert (one.name, one.range, one.offset, one.log) == ("http_total", 5400, -300, False)
    assert [str(matcher) for matcher in one.matchers] == ['job=~"a|b"', 'code!="200"', 'odd.label="x"']
    (quoted,) = selectors(parse('{"odd.metric", job="a"}'))
    assert (quoted.name, len(quoted.matchers)) == ("odd.metric", 1)


def test_a_pipeline_is_read_stage_by_stage() -> None:
    """Line filters, parsers, label filters and unwrap of LogQL keep their order and their texts."""
    text = (
        'sum by (ip) (count_over_time({app="auth"} |= "login" or "logon" != `debug` |~ "fail(ed)?" | json user="u.name" '
        '| status >= 400 and (user != "probe" or level =~ "warn|error") | line_format "{{.x}}" | unwrap took [5m])) > 10'
    )
    (one,) = selectors(parse(text))
    assert one.log
    assert one.range == 300
    assert [stage.kind for stage in one.stages] == ["|=", "!=", "|~", "json", "label", "line_format", "unwrap"]
    assert one.stages[0].texts == ("login", "logon")
    condition = one.stages[4].filter
    assert condition is not None
    assert [part.op for part in condition.parts] == [">=", "or"]


def test_placeholders_are_holes() -> None:
    """What a template fills in later is unknown in its place, and the rest is read."""
    tree = parse("sum(rate(x{job=\"$job\"}[$__interval])) > {{ .Values.limit }} and ${metric}_total{a='b'} == $other")
    assert sum(isinstance(one, Hole) for one in walk(tree)) == 3
    (selector,) = selectors(tree)
    assert selector.matchers[0].unknown
    assert selector.range == -1


@pytest.mark.parametrize(
    "text", ["", "up >", "up{job}", "sum(", "rate(x[5q])", 'up{a="b"', "x[5m][5m]x", "{{", "(" * 500 + "x" + ")" * 500, "x+" * 5000 + "x"]
)
def test_what_is_no_expression_is_refused(text: str) -> None:
    """Broken, deep and endless text raises the one error, with a place inside the text."""
    with pytest.raises(NotAnExpressionError) as caught:
        parse(text)
    assert 0 <= caught.value.at <= len(text)


def test_durations_and_sizes() -> None:
    """Durations add up in seconds, sizes in bytes, and what is neither is none."""
    assert (seconds("1h30m"), seconds("500ms"), seconds("1w"), seconds("5"), seconds("m5")) == (5400, 0.5, 604800, None, None)
    assert (size("20MB"), size("1KiB"), size("3b")) == (20e6, 1024, 3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("count(x)", Bounds(1)),
        ("up * 100", Bounds(0, 100)),
        ("1 - up", Bounds(0, 1)),
        ("absent(x)", Bounds(1, 1)),
        ("count(x) or vector(0)", Bounds(0)),
        ("sum(up == 1)", Bounds(1)),
        ("avg(rate(x_total[5m])) / 60", Bounds(0)),
        ("x - y", Bounds(-math.inf, math.inf)),
        ("up > 2", None),
        ("hour()", Bounds(0, 23)),
    ],
)
def test_bounds_hold_every_value(text: str, expected: Bounds | None) -> None:
    """The bounds of an expression are those that its functions and metrics give, and none where it has no value."""
    assert bounds(parse(text)) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("count(x) == 0", "comparison"),
        ("0 == count(x)", "comparison"),
        ('x{a="1",a="2"} > 0', "matchers"),
        ("sum(x) by (a) and sum(y) by (b)", "labels"),
        ("sum(x) by (a) or sum(y) by (b)", ""),
        ("x unless count(y) == 0", ""),
        ("count(x) == bool 0", ""),
        ("sum(x) > on () count(y)", ""),
        ('{a="b"} | json | x > 5 | x < 3', "filters"),
        ('{a="b"} | x > 5 or x < 3', ""),
    ],
)
def test_never_is_said_only_of_what_never_is(text: str, kind: str) -> None:
    """An expression without a value is told with its kind of reason, and any other is not."""
    reason = never(parse(text))
    assert (reason.kind if reason else "") == kind


def test_quantities_follow_scales() -> None:
    """Factors go into rates, counts and shares, also in front of a quotient."""
    assert quantity(parse("sum(rate(x[5m])) * 60")).factor == 60
    share = quantity(parse("100 * sum(rate(a[5m])) / sum(rate(b[5m]))"))
    assert (share.kind, share.factor) == ("ratio", 100)
    assert quantity(parse("rate(x_sum[5m]) / rate(x_count[5m])")).kind == ""
    (compared,) = comparisons(parse("10 < increase(x[5m])"))
    assert (compared.op, compared.threshold, compared.quantity.window) == (">", 10, 300)
    assert durations(parse("max_over_time(rate(a:rate5m[2m])[1h:1m] offset 1d)")) == {120, 300, 3600, 86400}


def test_a_subquery_is_none_of_a_selector() -> None:
    """A range with a step belongs to the expression before it."""
    tree = parse("max_over_time(up[1h:30s])")
    assert isinstance(tree, Call)
    assert isinstance(tree.arguments[0], Subquery)
