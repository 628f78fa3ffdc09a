"""Operators of PromQL that find no pair: without ``on`` or ``ignoring`` two series are a pair only if all of their labels are the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from checker.monitoring.expressions.quantities import constant
from checker.monitoring.expressions.tree import COMPARISONS, Aggregate, Binary, Call, Node, Selector, walk
from checker.source.facts.events import MetricMade
from checker.trace.matching.promql import exposed
from checker.trace.model import Metric

_PAIRING = COMPARISONS | {"and", "+", "-", "*", "/", "%", "^"}
_KEEPING = frozenset(
    ("rate", "irate", "increase", "delta", "deriv", "avg_over_time", "max_over_time", "min_over_time", "sum_over_time", "last_over_time",
     "abs", "ceil", "floor", "round", "clamp", "clamp_min", "clamp_max")
)  # fmt: skip
"""Functions whose series have the labels of what they are given."""
_OF_TARGETS = frozenset(("instance", "job"))
"""What Prometheus gives each series of a target."""
_ADDING = frozenset(("sum", "avg", "min", "max", "count"))
_DEEPEST = 20


def labelled(made: Iterable[MetricMade]) -> dict[str, frozenset[str]]:
    """The labels of the series that code exposes, of those metrics that it declares in one way alone."""
    found: dict[str, frozenset[str] | None] = {}
    for one in made:
        for name in exposed(Metric(one.name, one.kind)):
            labels = None if one.open or one.test else frozenset(one.labels) | ({"le"} if name.endswith("_bucket") else set())
            found[name] = labels if found.get(name, labels) == labels else None
    return {name: labels for name, labels in found.items() if labels is not None}


def unpaired(tree: Node, known: Mapping[str, frozenset[str]]) -> str:
    """Why some operator never has a value, ``""`` where each may; ``known`` has the labels of metrics that the code declares."""
    for one in walk(tree):
        if not isinstance(one, Binary) or one.op not in _PAIRING or one.matching or one.group:
            continue
        left, right = _labels(one.left, known), _labels(one.right, known)
        if left is not None and right is not None and left != right:
            odd = ", ".join(sorted(left ^ right))
            return f"`{one.op}` finds no pair, for the labels are not the same on both sides: one alone has {odd}"
    return ""


def _labels(node: Node, known: Mapping[str, frozenset[str]], depth: int = 0) -> frozenset[str] | None:
    """The labels of all series of an expression; ``None`` where they are not known, and for a number."""
    if depth > _DEEPEST:
        return None
    if isinstance(node, Selector):
        own = known.get(node.name)
        return own | _OF_TARGETS if own is not None and not node.alternatives else None
    if isinstance(node, Call) and node.name in _KEEPING and node.arguments:
        return _labels(node.arguments[0], known, depth + 1)
    if isinstance(node, Aggregate):
        inner = _labels(node.operand, known, depth + 1)
        if node.op not in _ADDING or inner is None or node.grouping == "without":
            return None
        return inner & frozenset(node.labels) if node.grouping == "by" else frozenset()
    if isinstance(node, Binary) and node.op in (*COMPARISONS, "*", "/", "+", "-"):
        if constant(node.right) is not None:
            return _labels(node.left, known, depth + 1)
        return _labels(node.right, known, depth + 1) if constant(node.left) is not None else None
    return None
