"""PromQL's selectors on what a metric exposes: its name, its labels, those that the scrape adds."""

from __future__ import annotations

from collections.abc import Iterator

from checker.monitoring.expressions.matcher import Matcher
from checker.monitoring.expressions.tree import Aggregate, Binary, Call, Node, Number, Selector, Subquery, Unary
from checker.trace.matching.patterns import value_fits
from checker.trace.model import Metric
from checker.trace.wording import YES, Match, Text, anything, every, known

_SUFFIXES = ("_bucket", "_count", "_sum", "_created", "_total")
_ABSENCE = frozenset(("absent", "absent_over_time"))


def feeding(node: Node) -> Iterator[Selector]:
    """The selectors whose samples make an alert fire: of a quotient what is divided, of ``unless`` what is left of it."""
    if isinstance(node, Selector):
        yield node
    elif isinstance(node, Call):
        if node.name not in _ABSENCE:
            for one in node.arguments:
                yield from feeding(one)
    elif isinstance(node, Aggregate | Unary | Subquery):
        yield from feeding(node.operand)
    elif isinstance(node, Binary):
        yield from feeding(node.left)
        if node.op in ("and", "or", "+") or isinstance(node.left, Number):
            yield from feeding(node.right)


def selected(selector: Selector, metric: Metric) -> Match:
    """Whether a selector takes a metric's samples."""
    named = _named(selector, metric)
    if named.outcome is False:
        return named
    return every([named, *(_label(one, metric) for one in selector.matchers if one.label != "__name__")])


def _named(selector: Selector, metric: Metric) -> Match:
    if not selector.name:
        pattern = next((one for one in selector.matchers if one.label == "__name__"), None)
        return (
            value_fits(known(metric.name), pattern, what="the metric's name") if pattern else Match(outcome=None, why="it names no metric")
        )
    if selector.name in exposed(metric):
        return YES
    near = _stem(selector.name) == _stem(metric.name)
    shown = f"{metric.name}_bucket, {metric.name}_count and {metric.name}_sum" if metric.name == selector.name else metric.name
    why = f"the metric is exposed as {shown}, and the rule asks for {selector.name}"
    return Match(outcome=False, why=why, near=near)


def exposed(metric: Metric) -> frozenset[str]:
    """The names of its series."""
    if metric.kind in ("histogram", "summary"):
        more = ("_bucket",) if metric.kind == "histogram" else ("",)
        return frozenset(f"{metric.name}{end}" for end in ("_count", "_sum", "_created", *more))
    created = (f"{metric.name.removesuffix('_total')}_created",) if metric.kind == "counter" else ()
    return frozenset((metric.name, *created))


def _stem(name: str) -> str:
    for end in _SUFFIXES:
        name = name.removesuffix(end)
    return name.replace("_", "").replace(":", "").lower().removesuffix("s")


def _label(matcher: Matcher, metric: Metric) -> Match:
    if matcher.label not in metric.labels:
        if value_fits(Text(), matcher, what="it").outcome:
            return YES
        return Match(outcome=None, why=f"whether its target has the label {matcher.label} is not known")
    value = metric.labels[matcher.label]
    told = known(value) if value is not None else anything(f"the label {matcher.label}")
    found = value_fits(told, matcher, what=f"the label {matcher.label}")
    if found.outcome is None and value is None and matcher.op in ("=", "=~"):
        return YES  # some of its series have it
    return found
