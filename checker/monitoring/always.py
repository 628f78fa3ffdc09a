"""Why an alert's expression has a sample whatever its values are, so that the alert fires as long as the thing exists."""

from __future__ import annotations

import msgspec

from checker import patterns as re
from checker.model import Confidence
from checker.monitoring.expressions.bounds import ANY, bounds
from checker.monitoring.expressions.tree import (
    COMPARISONS,
    SETS,
    Aggregate,
    Binary,
    Call,
    Hole,
    Node,
    Number,
    Selector,
    Subquery,
    selectors,
    walk,
)

_ABSENCE = frozenset(("absent", "absent_over_time", "present_over_time", "vector", "time"))
_TOLD_BY_BEING = re.compile(r"^ALERTS|_info$|:|_created$", re.IGNORECASE)
"""Series that say something by being there: alerts that fire, versions in use, what a recording rule has compared."""
_WHERE = re.compile(
    r"^(?:job|instance|host(?:name)?|node|namespace|cluster\w*|service\w*|app\w*|container\w*|pod\w*|env\w*|region|zone|project|tenant|pool"
    r"|deployment|statefulset|daemonset|device|mountpoint|fstype)$"
)
"""Labels that say which thing is meant; of others a series may have the value only when it happens."""
_WITH_EVERY_STATE = re.compile(r"^(?:kube_[a-z_]*(?:status|condition)[a-z_]*|node_systemd_unit_state)$")
"""Metrics that have a series, 0 or 1, for each state."""
_MEASURED = re.compile(r"^up$|_(?:total|bytes|seconds|count|sum|ratio|percent|celsius|load\d+)$")
_MEASURING = frozenset(
    ("rate", "irate", "increase", "delta", "idelta", "deriv", "predict_linear", "histogram_quantile", "avg_over_time", "sum_over_time",
     "max_over_time", "min_over_time", "quantile_over_time", "changes", "resets")
)  # fmt: skip

_HAPPENED = re.compile(
    r"(?:error|fail(?!2ban)|exception|request|refus|denied|reject|timeout|retr(?:y|ies)|panic|crash|drop|discard|abort|restart|attempt|violation)"
    r"\w{0,60}_total$"
)
"""Counters of what happens: gauges are called ``_total`` at times too, but not these."""


_OUTCOME = re.compile(r"^(?:status|state|result|outcome|reason|type|kind|event|event_type|success|level|severity|action|decision)$")
_FAILED = re.compile(
    r"^(?:\w*_)?(?:error|fail(?:ed|ure)?|invalid\w*|denied|reject(?:ed)?|refused|block(?:ed)?|timeout|exception)s?$", re.IGNORECASE
)
"""What a label of a counter says of what it counts."""


class Ever(msgspec.Struct, frozen=True):
    """Why."""

    text: str
    confidence: Confidence | None = None
    """``None`` for that of the rule."""


def always(node: Node) -> Ever | None:
    """``None`` where the expression may be without a sample."""
    inner = list(walk(node))
    if any(isinstance(one, Hole) or (isinstance(one, Selector) and one.log) for one in inner):
        return None
    compares = any(isinstance(one, Binary) and (one.op in COMPARISONS or one.op in SETS) for one in inner)
    return _holds(node) if compares else _uncompared(node)


def for_ever(node: Node) -> Ever | None:
    """A counter since the start of a program that is compared as it stands: once above, it stays above until the program starts anew."""
    if not isinstance(node, Binary) or node.op not in (">", ">=") or node.bool or not isinstance(node.right, Number):
        return None
    counted = node.left.operand if isinstance(node.left, Aggregate) and node.left.op in ("sum", "max") else node.left
    if not isinstance(counted, Selector) or counted.log:
        return None
    named = _HAPPENED.search(counted.name) or _counts_failures(counted)
    if not named and not (counted.name.endswith("_total") and node.op == ">" and not node.right.value):
        return None
    sure = Confidence.MEDIUM if named else Confidence.LOW  # gauges are called so too
    return Ever(f"`{counted.name}` counts since the program started: once above {node.right.value:g} it stays so", sure)


def _counts_failures(selector: Selector) -> bool:
    """``webhooks_total{state="invalid_signature"}``"""
    return selector.name.endswith("_total") and any(
        one.op == "=" and not one.unknown and _OUTCOME.search(one.label) and _FAILED.search(one.value) for one in selector.matchers
    )


def _holds(node: Node) -> Ever | None:
    if isinstance(node, Call) and node.name == "vector":
        return Ever("`vector()` has a value whatever else has none")
    if not isinstance(node, Binary):
        return None
    if node.op == "and":
        left, right = _holds(node.left), _holds(node.right)
        return left if left is not None and right is not None else None
    if node.op == "or":
        return _holds(node.left) or _holds(node.right)
    if node.op not in COMPARISONS:
        return None
    if node.bool:
        return Ever(f"`{node.op} bool` gives 0 or 1, and both are values") if _is_plain(node.left) and _is_plain(node.right) else None
    return _compared(node)


def _compared(node: Binary) -> Ever | None:
    mirrored = {">": "<", "<": ">", ">=": "<=", "<=": ">="}
    swapped = isinstance(node.left, Number)
    subject, constant = (node.right, node.left) if swapped else (node.left, node.right)
    limit = bounds(constant)
    if limit is None or limit.low != limit.high or isinstance(subject, Number) or not _is_plain(subject):
        return None
    op = mirrored.get(node.op, node.op) if swapped else node.op
    found = bounds(subject)
    if found is None or found == ANY or found.meets(op, limit.low) != found:
        return None
    if op == "!=" and found.holds(limit.low):
        return None
    counts = [one for one in walk(subject) if isinstance(one, Aggregate) and one.op in ("count", "group", "count_values")]
    if counts:
        return _counted(counts, op, limit.low)
    return Ever(f"what is compared is {found}, always {op} {limit.low:g}")


def _counted(counts: list[Aggregate], op: str, limit: float) -> Ever | None:
    """Series are counted, whatever their values: there is one as long as the thing exists."""
    for one in selectors(counts[0]):
        stated = not all(_WHERE.match(matcher.label) for matcher in one.matchers)
        if not one.name or (stated and not _WITH_EVERY_STATE.match(one.name)):
            return None
    return Ever(f"it counts series whatever their values, and there is one as long as they exist: always {op} {limit:g}", Confidence.MEDIUM)


def _uncompared(node: Node) -> Ever | None:
    """A value with which nothing is compared: every value raises the alert, 0 too."""
    if not _is_plain(node):
        return None
    found = list(selectors(node))
    calls = [one for one in walk(node) if isinstance(one, Call) and one.name in _MEASURING]
    computed = any(isinstance(one, Binary) for one in walk(node))
    if found and (calls or computed or all(_MEASURED.search(one.name) for one in found)):
        return Ever("its value is compared with nothing, so that every value raises it, 0 too", Confidence.MEDIUM)
    return None


def _is_plain(node: Node) -> bool:
    """Whether it has samples as long as the things that it looks at exist."""
    for one in walk(node):
        if isinstance(one, Binary) and (one.op in SETS or (one.op in COMPARISONS and not one.bool)):
            return False
        if isinstance(one, Call) and one.name in _ABSENCE:
            return False
        if isinstance(one, Selector) and (_TOLD_BY_BEING.search(one.name) or one.alternatives):
            return False
    return not isinstance(node, Subquery)


def of_itself(node: Node) -> str:
    """The metric whose errors are divided by all of its series, one by one: those with errors meet themselves, and their share is always 1.

    ``rate(requests_total{status="500"}[5m]) / rate(requests_total[5m]) > 0.1``
    """
    if not isinstance(node, Binary) or node.op not in (">", ">=") or not isinstance(node.right, Number):
        return ""
    share, whole = node.left, 1.0
    if isinstance(share, Binary) and share.op == "*":
        whole = 100.0
        share = share.left if isinstance(share.right, Number) else share.right if isinstance(share.left, Number) else share
    if not isinstance(share, Binary) or share.op != "/" or share.matching or share.group or node.right.value >= whole:
        return ""
    above, below = _plainly(share.left), _plainly(_without_guard(share.right))
    if above is None or below is None or not above.name or above.name != below.name or above.alternatives or below.alternatives:
        return ""
    told = set(above.matchers) - set(below.matchers)
    return above.name if told and set(below.matchers) <= set(above.matchers) and above.offset == below.offset else ""


def _without_guard(node: Node) -> Node:
    """What a small number is added to, or compared with 0, so that nothing is divided by 0."""
    guarded = isinstance(node, Binary) and isinstance(node.right, Number)
    if isinstance(node, Binary) and guarded and (node.op == "+" or (node.op in COMPARISONS and not node.bool)):
        return node.left
    return node.right if isinstance(node, Binary) and node.op == "+" and isinstance(node.left, Number) else node


def _plainly(node: Node) -> Selector | None:
    """The series that a rate is taken of, one by one."""
    if isinstance(node, Call) and node.name in ("rate", "irate", "increase") and node.arguments:
        node = node.arguments[0]
    return node if isinstance(node, Selector) and not node.log else None
