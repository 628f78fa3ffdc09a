"""Why an expression of PromQL or LogQL never has a sample, so that an alert on it never fires."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import msgspec

from checker.monitoring.expressions.bounds import Bounds, bounds, compared, over_modes
from checker.monitoring.expressions.labelled import finer, never_meet, one_side_alone, other_values
from checker.monitoring.expressions.matcher import Matcher
from checker.monitoring.expressions.tree import (
    COMPARISONS,
    SETS,
    Aggregate,
    Binary,
    Call,
    LabelFilter,
    Node,
    Number,
    Selector,
    Stage,
    Subquery,
    Unary,
    walk,
)
from checker.monitoring.patterns import excludes

_KEEPING = frozenset(("abs", "ceil", "floor", "round", "clamp_min", "clamp_max", "sort", "sort_desc", "label_replace"))
_REDUCING = frozenset(("sum", "count", "min", "max", "avg", "group"))
_EVERYTHING = frozenset((".*", "(.*)", "^.*$", "(.*?)", ".*?"))
_ABSENCE = frozenset(("absent", "absent_over_time", "vector", "time"))


class Reason(msgspec.Struct, frozen=True):
    """Why."""

    kind: str
    """``matchers``, ``filters``, ``comparison``, ``labels``, ``target``, ``buckets``, ``absence`` or ``lines``."""
    text: str
    absence: bool = False
    """Whether the comparison would hold if what is absent counted as 0."""


def never(node: Node) -> Reason | None:
    """The first reason, ``None`` where it may have samples."""
    if isinstance(node, Selector):
        return _selector(node)
    if isinstance(node, Call):
        if node.name in ("absent", "absent_over_time") and node.arguments and is_there(node.arguments[0]):
            return Reason("absence", f"`{node.name}()` looks for what is always there")
        if node.name == "histogram_quantile" and len(node.arguments) == 2 and (dropping := _without_bounds(node.arguments[1])) is not None:
            left = (
                f"by ({', '.join(dropping.labels)})"
                if dropping.grouping == "by"
                else "without (le)"
                if dropping.grouping
                else "without `by (le)`"
            )
            text = f"`histogram_quantile()` needs the label le of the buckets, and `{dropping.op}()` {left} leaves it out"
            return Reason("buckets", text)
        return None if node.name in _ABSENCE else next((found for one in node.arguments if (found := never(one))), None)
    if isinstance(node, Aggregate) and isinstance(node.operand, Selector) and node.operand.log and node.operand.range is None:
        return Reason("lines", f"`{node.op}()` is given lines and no numbers, which Loki refuses")
    if isinstance(node, Aggregate | Unary | Subquery):
        return never(node.operand)
    return _binary(node) if isinstance(node, Binary) else None


def _without_bounds(node: Node) -> Aggregate | None:
    """The aggregation that leaves out the label ``le`` of buckets; native histograms have none, and another name."""
    first: Aggregate | None = None
    while isinstance(node, Aggregate | Call):
        if isinstance(node, Aggregate):
            kept = "le" in node.labels if node.grouping == "by" else node.grouping == "without" and "le" not in node.labels
            kept = kept or node.op in ("topk", "bottomk", "limitk", "limit_ratio") or not all(map(str.isidentifier, node.labels))
            first = first if first is not None or kept else node
            node = node.operand
        elif node.arguments and node.name not in ("label_replace", "label_join"):
            node = node.arguments[0]
        else:
            return None
    return first if isinstance(node, Selector) and node.name.endswith("_bucket") else None


def is_there(node: Node) -> bool:
    """Whether an expression has a sample whatever happens: a constant, what is completed by ``or vector(0)``, the ``up`` of any target."""
    if isinstance(node, Call):
        return node.name in ("vector", "time", "pi") or (node.name in _KEEPING and bool(node.arguments) and is_there(node.arguments[0]))
    if isinstance(node, Aggregate):
        return node.op in _REDUCING and is_there(node.operand)
    if isinstance(node, Selector):
        return node.name == "up" and not node.matchers and not node.log and not node.alternatives
    if isinstance(node, Unary | Subquery):
        return is_there(node.operand)
    if isinstance(node, Binary) and node.op == "or":
        return is_there(node.left) or (is_there(node.right) and not node.matching)
    if isinstance(node, Binary) and node.op not in COMPARISONS and node.op not in SETS:
        sides = node.left, node.right
        return all(isinstance(one, Number) or is_there(one) for one in sides) and any(map(is_there, sides))
    return False


def _binary(node: Binary) -> Reason | None:
    left = never(node.left)
    if node.op == "unless":
        return left
    right = never(node.right)
    if node.op == "or":
        return left if left and right else None
    if left or right:
        return left or right
    if node.op in COMPARISONS and not node.bool and compared(node) is None and not _is_no_counter(node):
        return _comparison(node)
    apart = never_meet(node)
    if apart is not None and not (isinstance(node.left, Number) or isinstance(node.right, Number)):
        one, other = (_listed(side) for side in apart)
        return Reason("labels", f"the series left of `{node.op}` have {one} and those right of it {other}, so that they never meet")
    values = other_values(node)
    if values is not None:
        return Reason(
            "labels", f"the series left of `{node.op}` have {values[0]} and those right of it {values[1]}, so that they never meet"
        )
    lonely = one_side_alone(node)
    if lonely is not None:
        one, other = (_listed(side) for side in lonely)
        return Reason(
            "target", f"the series of one side of `{node.op}` have {one} alone and those of the other {other} too: they never meet"
        )
    other_labels = finer(node)
    if other_labels is not None:
        fine, coarse, label = other_labels
        text = f"each series of `{fine}` has the label {label} and none of `{coarse}`, so that `{node.op}` never joins them"
        return Reason("target", text)
    return None


def _is_no_counter(node: Binary) -> bool:
    """Whether a metric that is called as counters are is compared with a negative number: who writes that has a sum in mind that falls."""
    bare, limit = (node.right, node.left) if isinstance(node.left, Number) else (node.left, node.right)
    low = bounds(limit)
    return isinstance(bare, Selector) and bare.name.endswith("_total") and low is not None and low.low < 0


def _listed(labels: frozenset[str]) -> str:
    return "the labels " + ", ".join(sorted(labels)) if len(labels) > 1 else f"the label {next(iter(labels))}" if labels else "no label"


def _comparison(node: Binary) -> Reason:
    constant_left = isinstance(node.left, Number)
    subject, constant = (node.right, node.left) if constant_left else (node.left, node.right)
    found = bounds(subject) or Bounds()
    shown = constant.text if isinstance(constant, Number) else f"{(bounds(constant) or Bounds()).low:g}"
    op = {">": "<", "<": ">", ">=": "<=", "<=": ">="}.get(node.op, node.op) if constant_left else node.op
    zero = found.low > 0 or (found.low == 0 and found.low_open)
    absence = zero and Bounds(0, 0).meets(op, (bounds(constant) or Bounds()).low) is not None
    averaged = next((": it averages over the modes of the processor" for one in walk(subject) if over_modes(one)), "")
    return Reason("comparison", f"{_told(subject)} is {found}, never {_words(op)} {shown}{averaged}", absence)


def _told(node: Node) -> str:
    if isinstance(node, Call):
        return f"`{node.name}()`"
    if isinstance(node, Aggregate):
        return f"`{node.op}()`"
    return f"`{node.name}`" if isinstance(node, Selector) and node.name else "what is compared"


def _words(op: str) -> str:
    return {"==": "equal to", "!=": "other than", ">": "above", "<": "below", ">=": "at or above", "<=": "at or below"}[op]


def _selector(node: Selector) -> Reason | None:
    if node.alternatives:
        return None
    for one in node.matchers:
        if one.op == "!~" and one.value in _EVERYTHING and not one.unknown:
            return Reason("matchers", f"no series has {one}, which every text matches")
    for one, other in combinations(node.matchers[:40], 2):
        if excludes(one, other):
            return Reason("matchers", f"no series has {one} and {other}")
    return _stages(node.stages)


def _stages(stages: tuple[Stage, ...]) -> Reason | None:
    kept = [stage for stage in stages if stage.kind == "|=" and len(stage.texts) == 1]
    for stage in stages:
        if stage.kind == "!=":
            clash = next((one for one in kept for text in stage.texts if text and text in one.texts[0]), None)
            if clash is not None:
                return Reason("filters", f"no line has {clash.texts[0]!r} and not {stage.texts[0]!r}")
    filters: list[LabelFilter] = []
    for stage in stages:
        if stage.kind == "label" and stage.filter is not None:
            filters += _joined(stage.filter)
        elif stage.kind in ("label_format", "json", "logfmt", "regexp", "pattern", "unpack"):
            filters = []  # the labels may be others from here on
    return _contradicting(filters)


def _joined(one: LabelFilter) -> Iterator[LabelFilter]:
    if one.op == "and":
        for part in one.parts:
            yield from _joined(part)
    elif one.op not in ("or", ""):
        yield one


def _contradicting(filters: list[LabelFilter]) -> Reason | None:
    ranges: dict[str, Bounds] = {}
    texts = [Matcher(one.label, "=" if one.op == "==" else one.op, one.value) for one in filters[:40] if isinstance(one.value, str)]
    for one, other in combinations(texts, 2):
        if excludes(one, other):
            return Reason("filters", f"no line has {one} and {other}")
    for held in filters:
        if isinstance(held.value, int | float) and not isinstance(held.value, bool):
            op = "==" if held.op == "=" else held.op
            left = ranges.get(held.label, Bounds()).meets(op, float(held.value)) if op in COMPARISONS else Bounds()
            if left is None:
                return Reason("filters", f"no value of {held.label} meets every comparison with it")
            ranges[held.label] = left
    return None
