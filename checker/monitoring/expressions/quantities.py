"""What an alert's expression compares with which number: rates, counts over a window, shares; and every number and duration in it."""

from __future__ import annotations

import math
from collections.abc import Iterator

import msgspec

from checker import patterns as re
from checker.monitoring.expressions.tree import COMPARISONS, Aggregate, Binary, Call, Node, Number, Selector, Subquery, Unary, walk

_RATES = frozenset(("rate", "irate", "deriv", "bytes_rate", "rate_counter"))
_COUNTS = frozenset(("increase", "delta", "count_over_time", "changes", "bytes_over_time"))
_SAME = frozenset(
    ("abs", "avg_over_time", "max_over_time", "min_over_time", "last_over_time", "clamp_min", "clamp_max", "clamp", "round", "ceil",
     "floor", "sort", "sort_desc", "label_replace", "vector")
)  # fmt: skip
_TRANSPARENT = frozenset(("sum", "max", "min", "avg", "topk", "bottomk", "quantile"))
_IN_NAME = re.compile(r"(?<![a-z])(?:rate|increase|avg|sum|max|min|p\d{1,3}_?)?(\d{1,9})(s|m|h|d|w)(?![a-z])")
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}
_OF_SECONDS = re.compile(r"_seconds_(?:total|sum)$")
"""Seconds per second are a share of the time, and of one processor: ``rate(process_cpu_seconds_total[5m])``."""


class Quantity(msgspec.Struct, frozen=True):
    """What a value means: ``factor`` times a rate per second, a count over ``window`` seconds, a share of 1."""

    kind: str
    """``rate``, ``count``, ``ratio``, or ``""`` where that is not known."""
    factor: float = 1.0
    window: float = 0.0
    named: bool = False
    """Whether only a metric's name says so."""


class Compared(msgspec.Struct, frozen=True):
    """A quantity against a number."""

    quantity: Quantity
    op: str
    """With the quantity on the left."""
    threshold: float


UNKNOWN = Quantity("")
_DEEPEST = 20


def constant(node: Node, depth: int = 0) -> float | None:
    """The value of what is made of numbers alone."""
    if isinstance(node, Number):
        return node.value
    if isinstance(node, Unary):
        inner = constant(node.operand, depth + 1)
        return None if inner is None else -inner if node.op == "-" else inner
    if isinstance(node, Binary) and node.op in ("+", "-", "*", "/", "^") and depth < _DEEPEST:
        left, right = constant(node.left, depth + 1), constant(node.right, depth + 1)
        if left is not None and right is not None:
            return _computed(node.op, left, right)
    return None


def _computed(op: str, left: float, right: float) -> float | None:
    try:
        made = {"+": lambda: left + right, "-": lambda: left - right, "*": lambda: left * right, "/": lambda: left / right}
        found = made[op]() if op in made else float(left**right)
    except (ArithmeticError, TypeError, ValueError):
        return None
    return found if math.isfinite(found) else None


def quantity(node: Node) -> Quantity:
    """What the value of an expression means."""
    if isinstance(node, Call) and node.arguments:
        source = node.arguments[0]
        window = source.range or 0.0 if isinstance(source, Selector | Subquery) else 0.0
        if node.name in _RATES:
            return UNKNOWN if isinstance(source, Selector) and _OF_SECONDS.search(source.name) else Quantity("rate")
        if node.name in _COUNTS:
            return Quantity("count", 1.0, window) if window > 0 else UNKNOWN
        return quantity(source) if node.name in _SAME else UNKNOWN
    if isinstance(node, Subquery):
        return quantity(node.operand)
    if isinstance(node, Aggregate):
        return quantity(node.operand) if node.op in _TRANSPARENT else UNKNOWN
    if isinstance(node, Selector):
        named = 1.0 if node.name.endswith("_ratio") else 100.0 if _is_percent(node.name) else 0.0
        return Quantity("ratio", named, named=True) if named else UNKNOWN
    return _combined(node) if isinstance(node, Binary) else UNKNOWN


def _is_percent(name: str) -> bool:
    return name.endswith(("_percent", "_percentage", "_pct"))


def _combined(node: Binary) -> Quantity:
    if node.op in ("and", "or", "unless") or node.op in COMPARISONS:
        return quantity(node.left)
    left, right = constant(node.left), constant(node.right)
    if node.op in ("*", "/") and (left is not None or right is not None):
        inner = quantity(node.left if right is not None else node.right)
        factor = right if right is not None else left or 1.0
        if not inner.kind or (node.op == "/" and right is None) or not factor:
            return UNKNOWN
        return Quantity(inner.kind, inner.factor * factor if node.op == "*" else inner.factor / factor, inner.window, inner.named)
    if node.op == "-" and left is not None and quantity(node.right).kind == "ratio":
        inner = quantity(node.right)
        return inner if math.isclose(left, inner.factor) else UNKNOWN
    if node.op == "/":
        return Quantity("ratio", _factor(node.left) / (_factor(node.right) or 1.0)) if _is_share(node) else UNKNOWN
    if node.op in ("+", "-"):
        one, other = quantity(node.left), quantity(node.right)
        return one if one == other else UNKNOWN
    return UNKNOWN


def _factor(node: Node, depth: int = 0) -> float:
    """What a value is multiplied by before it is divided: ``100 * used / size``."""
    if isinstance(node, Aggregate) and depth < _DEEPEST:
        return _factor(node.operand, depth + 1) if node.op in _TRANSPARENT else 1.0
    if isinstance(node, Call) and node.arguments and node.name in _SAME and depth < _DEEPEST:
        return _factor(node.arguments[0], depth + 1)
    if not isinstance(node, Binary) or depth >= _DEEPEST:
        return 1.0
    left, right = constant(node.left), constant(node.right)
    if node.op == "*":
        first = _factor(node.left, depth + 1) if left is None else left
        return first * (_factor(node.right, depth + 1) if right is None else right)
    if node.op == "/":
        return _factor(node.left, depth + 1) / (right or _factor(node.right, depth + 1) or 1.0)
    return _factor(node.left, depth + 1) if node.op in ("+", "-", "and", "or", "unless") or node.op in COMPARISONS else 1.0


def _is_share(node: Binary) -> bool:
    """Whether a quotient is a share of 1: a mean (sum by count), or something scaled, is none."""
    names = [
        (side, one.name) for side, part in (("left", node.left), ("right", node.right)) for one in walk(part) if isinstance(one, Selector)
    ]
    above, below = ([name for side, name in names if side == want] for want in ("left", "right"))
    if not above or not below or any(_is_percent(name) for _, name in names):
        return False
    if any(name.endswith("_sum") for name in above) and any(name.endswith("_count") for name in below):
        return False
    one, other = quantity(node.left), quantity(node.right)
    return one.kind == other.kind and _unit(above[0]) == _unit(below[0])


def _unit(name: str) -> str:
    return next((unit for unit in ("bytes", "seconds", "milliseconds") if unit in name.split("_")), "")


def comparisons(node: Node) -> Iterator[Compared]:
    """Every comparison with a constant that decides whether the expression has a value."""
    mirrored = {">": "<", "<": ">", ">=": "<=", "<=": ">="}
    for one in walk(node):
        if isinstance(one, Binary) and one.op in COMPARISONS:
            left, right = constant(one.left), constant(one.right)
            if right is not None and left is None:
                yield Compared(quantity(one.left), one.op, right)
            elif left is not None and right is None:
                yield Compared(quantity(one.right), mirrored.get(one.op, one.op), left)


def numbers(node: Node) -> set[float]:
    """Every number, also those that constants come to."""
    return {found for one in walk(node) if (found := constant(one)) is not None}


def durations(node: Node) -> set[float]:
    """Every range, offset and duration in seconds; also those that names of recorded series tell."""
    found: set[float] = set()
    for one in walk(node):
        if isinstance(one, Selector | Subquery):
            found |= {abs(length) for length in (one.range, one.offset) if length}
        if isinstance(one, Selector):
            found |= {int(number) * float(_UNITS[unit]) for number, unit in _IN_NAME.findall(one.name.lower())}
    return found
