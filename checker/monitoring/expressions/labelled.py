"""Which labels the series of an expression have, where that is certain."""

from __future__ import annotations

from checker import patterns as re
from checker.monitoring.expressions.matcher import Matcher
from checker.monitoring.expressions.tree import COMPARISONS, SETS, Aggregate, Binary, Call, Node, Selector, Subquery, Unary
from checker.monitoring.patterns import excludes

_PICKING = frozenset(("topk", "bottomk", "limitk", "limit_ratio", "sort", "sort_desc", "approx_topk"))
_CLOCK = frozenset(("hour", "minute", "day_of_week", "day_of_month", "day_of_year", "days_in_month", "month", "year"))
"""Functions of the time at which they are asked, where they are given nothing."""
_ADDING = frozenset(("label_replace", "label_join", "info", "histogram_quantile", "histogram_fraction", "quantile_over_time"))

_MOST = 20
"""Matchers of a side that are compared."""


def labels(node: Node) -> frozenset[str] | None:
    """The labels that series can have at most and usually all have; ``None`` where they are open."""
    if isinstance(node, Aggregate):
        if node.op in _PICKING:
            return labels(node.operand)
        if node.op == "count_values" or node.grouping == "without":
            return None
        return frozenset(node.labels) if not any(sign in name for name in node.labels for sign in "${%") else None
    if isinstance(node, Call):
        if node.name == "vector" or (node.name in _CLOCK and not node.arguments):
            return frozenset()
        if node.name in ("absent", "absent_over_time") or node.name in _ADDING or not node.arguments:
            return None
        return labels(node.arguments[0])
    if isinstance(node, Unary | Subquery):
        return labels(node.operand)
    if isinstance(node, Binary):
        left, right = labels(node.left), labels(node.right)
        if node.op in ("and", "unless"):
            return left
        if node.op == "or":
            return left if left == right else None
        if node.group:
            return None
        if node.matching == "on":
            return frozenset(node.labels)
        return left if _is_constant(node.right) else right if _is_constant(node.left) else (left if left == right else None)
    return None


def _is_constant(node: Node) -> bool:
    """Whether it is a number, which meets any labels."""
    from checker.monitoring.expressions.tree import Number

    if isinstance(node, Number):
        return True
    if isinstance(node, Call):
        return node.name in ("scalar", "time", "pi")
    if isinstance(node, Unary):
        return _is_constant(node.operand)
    return isinstance(node, Binary) and _is_constant(node.left) and _is_constant(node.right)


def never_meet(node: Binary) -> tuple[frozenset[str], frozenset[str]] | None:
    """The labels of both sides where no series of the one has a partner in the other; ``None`` where they may meet."""
    if node.op in ("or", "unless") or (node.op not in SETS and (_is_constant(node.left) or _is_constant(node.right))):
        return None
    left, right = labels(node.left), labels(node.right)
    if node.matching == "on":
        wanted = frozenset(node.labels)
        missing = [side & wanted if side is not None else None for side in (left, right)]
        if None in missing or missing[0] == missing[1]:
            return None
        return missing[0] or frozenset(), missing[1] or frozenset()
    ignored = frozenset(node.labels) if node.matching == "ignoring" else frozenset()
    if left is not None and right is not None:
        return (left - ignored, right - ignored) if left - ignored != right - ignored else None
    return None


def at_least(node: Node) -> frozenset[str]:
    """Labels that every series surely has: whatever Prometheus reads from a target has its ``job``, unless a rule has recorded it."""
    if isinstance(node, Selector):
        told = bool(node.name) and ":" not in node.name and not node.name.startswith("ALERTS") and not node.log and not node.alternatives
        return _OF_A_TARGET if told else frozenset()
    if isinstance(node, Unary | Subquery):
        return at_least(node.operand)
    if isinstance(node, Aggregate):
        inner = at_least(node.operand)
        return inner if node.op in _PICKING else inner - set(node.labels) if node.grouping == "without" else inner & set(node.labels)
    if isinstance(node, Call):
        kept = bool(node.arguments) and node.name not in _CHANGING
        return at_least(node.arguments[-1 if node.name in ("histogram_quantile", "quantile_over_time") else 0]) if kept else frozenset()
    if not isinstance(node, Binary) or node.group or (node.matching and node.op not in SETS):
        return frozenset()
    left, right = at_least(node.left), at_least(node.right)
    if node.op == "or":
        return left & right
    if node.op in SETS or node.op in COMPARISONS:
        return right if _is_constant(node.left) and node.op not in SETS else left
    return right if _is_constant(node.left) else left if _is_constant(node.right) else left & right


def one_side_alone(node: Binary) -> tuple[frozenset[str], frozenset[str]] | None:
    """The labels of a side that has no others, and one that each series of the other side has and this one has not; they never meet."""
    if (
        node.op in ("or", "unless")
        or node.matching == "on"
        or (node.op not in SETS and (_is_constant(node.left) or _is_constant(node.right)))
    ):
        return None
    ignored = frozenset(node.labels) if node.matching == "ignoring" else frozenset()
    for one, other in ((node.left, node.right), (node.right, node.left)):
        known, lacking = labels(one), at_least(other) - ignored
        if known is not None and labels(other) is None and lacking - known:
            return known - ignored, lacking - known
    return None


def other_values(node: Binary) -> tuple[Matcher, Matcher] | None:
    """What the series of both sides have in a label by which they are joined, where no value of it is of both; they never meet."""
    if node.op in ("or", "unless") or (node.op not in SETS and (_is_constant(node.left) or _is_constant(node.right))):
        return None
    left, right = (
        [one for one in stated(side)[:_MOST] if (one.label in node.labels) is (node.matching == "on") or not node.matching]
        for side in (node.left, node.right)
    )
    return next(((one, other) for one in left for other in right if excludes(one, other)), None)


def stated(node: Node) -> list[Matcher]:
    """What each series is known to have in its labels, by the selector that it comes from."""
    if isinstance(node, Selector):
        return [] if node.log or node.alternatives else list(node.matchers)
    if isinstance(node, Unary | Subquery):
        return stated(node.operand)
    if isinstance(node, Aggregate):
        if node.op in _PICKING:
            return stated(node.operand)
        return [one for one in stated(node.operand) if node.grouping == "by" and one.label in node.labels]
    if isinstance(node, Call):
        return stated(node.arguments[0]) if node.arguments and node.name not in _CHANGING | _ADDING else []
    if isinstance(node, Binary) and node.op not in SETS:
        return stated(node.left) if _is_constant(node.right) else stated(node.right) if _is_constant(node.left) else []
    return []


def finer(node: Binary) -> tuple[str, str, str] | None:
    """Two metrics that never meet, and the label that each series of the first has and none of the second."""
    if node.op in ("or", "unless") or node.matching == "on" or node.group:
        return None
    for one, other in ((node.left, node.right), (node.right, node.left)):
        first, second = _as_read(one), _as_read(other)
        for own, label, lacking in _FINER if first and second else ():
            if own.match(first) and lacking.match(second) and not (node.matching and label in node.labels):
                return first, second, label
    return None


def _as_read(node: Node) -> str:
    """The name of the metric whose labels an expression has as they are read."""
    if isinstance(node, Selector):
        return node.name if not node.log and not node.alternatives else ""
    if isinstance(node, Unary | Subquery):
        return _as_read(node.operand)
    if isinstance(node, Call):
        return _as_read(node.arguments[0]) if node.arguments and node.name not in _CHANGING | _ADDING else ""
    if isinstance(node, Binary):
        return _as_read(node.left) if _is_constant(node.right) else _as_read(node.right) if _is_constant(node.left) else ""
    return ""


_FINER = (
    (re.compile(r"pg_stat_(?:activity_count|database_\w+)$"), "datname", re.compile(r"pg_settings_\w+$")),
    (re.compile(r"container_(?:memory|cpu|fs|network|spec)_\w+$"), "id", re.compile(r"(?:kube|machine|node)_[A-Za-z]\w*$")),
)
"""Metrics of well-known exporters, a label of each of their series, and those of theirs or others that have no such label."""
_OF_A_TARGET = frozenset(("job",))
_CHANGING = frozenset(("absent", "absent_over_time", "vector", "scalar", "label_replace", "label_join", "info", "time", "pi"))
"""Functions after which the labels are others."""
