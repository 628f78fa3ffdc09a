"""Between which values the samples of an expression can lie, as far as functions and well-known metrics tell.

``None`` stands for an expression that never has a sample.
"""

from __future__ import annotations

import math

import msgspec

from checker.monitoring.expressions.shares import is_share
from checker.monitoring.expressions.tree import COMPARISONS, Aggregate, Binary, Call, Node, Number, Selector, Subquery, Unary

_INF = math.inf


class Bounds(msgspec.Struct, frozen=True):
    """A range of values."""

    low: float = -_INF
    high: float = _INF
    low_open: bool = False
    """Whether the lowest value itself is out of it."""
    high_open: bool = False

    def __str__(self) -> str:
        low, high = f"{self.low:g}", f"{self.high:g}"
        if self.low == self.high:
            return f"always {low}"
        if self.high == _INF:
            return f"above {low}" if self.low_open else f"at least {low}"
        return f"at most {high}" if self.low == -_INF else f"between {low} and {high}"

    def meets(self, op: str, value: float) -> Bounds | None:
        """What is left of it under a comparison, ``None`` for nothing."""
        if math.isnan(value):
            return self
        if op == "==":
            return Bounds(value, value) if self.holds(value) else None
        if op == "!=":
            return None if self.low == self.high == value else self
        if op in (">", ">="):
            strict = op == ">"
            if value > self.high or (value == self.high and (strict or self.high_open)):
                return None
            if value < self.low or (value == self.low and not strict):
                return self
            return Bounds(value, self.high, strict, self.high_open)
        if value < self.low or (value == self.low and (op == "<" or self.low_open)):
            return None
        if value > self.high or (value == self.high and op == "<="):
            return self
        return Bounds(self.low, value, self.low_open, op == "<")

    def holds(self, value: float) -> bool:
        """Whether the value lies in it."""
        above = value > self.low or (value == self.low and not self.low_open)
        below = value < self.high or (value == self.high and not self.high_open)
        return above and below

    def joined(self, other: Bounds) -> Bounds:
        """The smallest range that holds both."""
        low = min((self.low, self.low_open), (other.low, other.low_open))
        high = max((self.high, not self.high_open), (other.high, not other.high_open))
        return Bounds(low[0], high[0], low[1], not high[1])

    @property
    def positive(self) -> bool:
        """Whether nothing in it is below zero."""
        return self.low >= 0


ANY = Bounds()
POSITIVE = Bounds(0)
ONE = Bounds(1, 1)
SWITCH = Bounds(0, 1)
_METRICS = {"up": SWITCH, "probe_success": SWITCH, "ALERTS": ONE, "scrape_samples_scraped": POSITIVE, "scrape_duration_seconds": POSITIVE}
_SECONDS_OF_ONE = frozenset(("node_cpu_seconds_total", "windows_cpu_time_total"))
"""Seconds of one processor in one mode: no more of them than seconds pass."""
_ONE_MODE_OF_MANY = Bounds(0, 1 / 3)
_CALLS = {
    "absent": ONE, "absent_over_time": ONE, "present_over_time": ONE, "rate": POSITIVE, "irate": POSITIVE, "increase": POSITIVE,
    "changes": POSITIVE, "resets": POSITIVE, "count_over_time": Bounds(1), "abs": POSITIVE, "sqrt": POSITIVE, "exp": POSITIVE,
    "hour": Bounds(0, 23), "minute": Bounds(0, 59), "month": Bounds(1, 12), "day_of_week": Bounds(0, 6), "day_of_month": Bounds(1, 31),
    "days_in_month": Bounds(28, 31), "day_of_year": Bounds(1, 366), "stddev_over_time": POSITIVE, "stdvar_over_time": POSITIVE,
    "time": Bounds(1.5e9), "bytes_over_time": POSITIVE, "bytes_rate": POSITIVE, "rate_counter": POSITIVE,
}  # fmt: skip
_SAME = frozenset(
    ("avg_over_time", "min_over_time", "max_over_time", "last_over_time", "first_over_time", "quantile_over_time", "label_replace",
     "label_join", "sort", "sort_desc", "sort_by_label", "sort_by_label_desc")
)  # fmt: skip
"""Their values lie between those of the operand."""
_PICKING = frozenset(("min", "max", "avg", "topk", "bottomk", "quantile", "limitk", "limit_ratio", "sort", "sort_desc", "approx_topk"))


def bounds(node: Node) -> Bounds | None:
    """Of the values that can come out."""
    if isinstance(node, Number):
        return Bounds(node.value, node.value) if not math.isnan(node.value) else ANY
    if isinstance(node, Selector):
        return _METRICS.get(node.name, POSITIVE if node.name.endswith(("_total", "_bucket")) else ANY)
    if isinstance(node, Call):
        return _call(node)
    if isinstance(node, Aggregate):
        return _aggregate(node)
    if isinstance(node, Subquery):
        return bounds(node.operand)
    if isinstance(node, Unary):
        inner = bounds(node.operand)
        return inner if inner is None or node.op == "+" else Bounds(-inner.high, -inner.low, inner.high_open, inner.low_open)
    return _binary(node) if isinstance(node, Binary) else ANY


def _call(node: Call) -> Bounds | None:
    first = node.arguments[0] if node.arguments else None
    logs = isinstance(first, Selector) and first.log
    if node.name in ("vector", "scalar") and first is not None:
        return bounds(first) if node.name == "vector" else ANY
    if node.name in ("rate", "irate") and isinstance(first, Selector) and first.name in _SECONDS_OF_ONE:
        return SWITCH
    if node.name in ("rate", "bytes_over_time", "bytes_rate") and logs and not _unwraps(first):
        return Bounds(0, low_open=node.name == "rate")  # only a stream that has lines has a rate
    if node.name in ("hour", "minute") or node.name not in _SAME:
        if node.name in ("absent", "absent_over_time"):
            return ONE
        found = _CALLS.get(node.name)
        if found is None:
            return ANY
        empty = first is not None and not (isinstance(first, Selector)) and bounds(first) is None
        return None if empty and node.name != "time" else found
    source = node.arguments[-1] if node.name == "quantile_over_time" else first
    return bounds(source) if source is not None else ANY


def _unwraps(node: Node | None) -> bool:
    return isinstance(node, Selector) and any(stage.kind == "unwrap" for stage in node.stages)


def _aggregate(node: Aggregate) -> Bounds | None:
    inner = bounds(node.operand)
    if inner is None:
        return None
    if node.op in ("count", "count_values"):
        return Bounds(1)
    if node.op == "group":
        return ONE
    if node.op in ("stddev", "stdvar"):
        return POSITIVE
    if over_modes(node):
        return _ONE_MODE_OF_MANY
    if node.op in _PICKING:
        return inner
    if node.op == "sum":
        return Bounds(inner.low, low_open=inner.low_open) if inner.positive else (Bounds(high=inner.high) if inner.high <= 0 else ANY)
    return ANY


def over_modes(node: Node) -> bool:
    """Whether it averages the seconds of a processor over its modes, of which it is in one at a time: three of them at the least."""
    if not isinstance(node, Aggregate) or node.op != "avg" or ("mode" in node.labels) != (node.grouping == "without"):
        return False
    rated = node.operand
    read = rated.arguments[0] if isinstance(rated, Call) and rated.name in ("rate", "irate") and rated.arguments else None
    if not isinstance(read, Selector) or read.name not in _SECONDS_OF_ONE or read.alternatives:
        return False
    told = [one for one in read.matchers if one.label == "mode"]
    return all(one.op in ("!=", "!~") and not one.unknown and one.value.count("|") <= 1 for one in told)


def _binary(node: Binary) -> Bounds | None:
    left, right = bounds(node.left), bounds(node.right)
    if node.op == "or":
        return right if left is None else left if right is None else left.joined(right)
    if left is None:
        return None
    if node.op == "unless":
        return left
    if right is None:
        return None
    if node.op == "and":
        return left
    if node.op in COMPARISONS:
        return SWITCH if node.bool else compared(node)
    if is_share(node):
        return SWITCH
    return _arithmetic(node.op, left, right)


def compared(node: Binary) -> Bounds | None:
    """What a comparison lets through, where one side is a constant."""
    mirrored = {">": "<", "<": ">", ">=": "<=", "<=": ">="}
    left, right = bounds(node.left), bounds(node.right)
    if left is None or right is None:
        return None
    if right.low == right.high:
        return left.meets(node.op, right.low)
    if left.low == left.high:
        return right.meets(mirrored.get(node.op, node.op), left.low)
    return left


def _arithmetic(op: str, left: Bounds, right: Bounds) -> Bounds:
    constants = left.low == left.high, right.low == right.high
    if op == "+":
        return Bounds(left.low + right.low, left.high + right.high, left.low_open or right.low_open, left.high_open or right.high_open)
    if op == "-":
        return Bounds(left.low - right.high, left.high - right.low, left.low_open or right.high_open, left.high_open or right.low_open)
    if op in ("*", "/") and any(constants):
        return _scaled(op, left, right, constants)
    if op in ("*", "/") and left.positive and right.positive:
        return POSITIVE
    if op == "%" and left.positive and constants[1]:
        return Bounds(0, abs(right.low))
    return ANY


def _scaled(op: str, left: Bounds, right: Bounds, constants: tuple[bool, bool]) -> Bounds:
    if op == "/" and not constants[1]:
        return POSITIVE if left.positive and right.positive else ANY
    factor, range_ = (right.low, left) if constants[1] else (left.low, right)
    if math.isinf(factor) or math.isnan(factor) or factor == 0:
        return ANY
    factor = 1 / factor if op == "/" else factor
    ends = (range_.low * factor, range_.low_open), (range_.high * factor, range_.high_open)
    low, high = ends if factor > 0 else (ends[1], ends[0])
    return Bounds(low[0], high[0], low[1], high[1])
