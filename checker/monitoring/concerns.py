"""What an alert rule watches: who signs in, how the service performs, whether something differs from what is usual."""

from __future__ import annotations

from collections.abc import Iterator

from checker import patterns as re
from checker.monitoring.expressions.tree import COMPARISONS, Aggregate, Binary, Call, Node, Subquery, selectors, walk
from checker.monitoring.impossible import never
from checker.monitoring.model import AlertRule

AUTHENTICATION, PERFORMANCE, ANOMALY = "authentication", "performance", "anomaly"
_NO_LETTER, _NO_MORE = r"(?<![A-Za-z])", r"(?![A-Za-z])"
_AUTHENTICATION = re.compile(
    rf"authn|authz|authenticat|authoriz|unauthor|forbidden|log[-_ ]?(?:in|on)s?{_NO_MORE}|sign[-_ ]?ins?{_NO_MORE}|logged[-_ ]in"
    rf"|passw(?:or)?d|credential|{_NO_LETTER}auth{_NO_MORE}|brute[-_ ]?force|account[-_ ]?lock|locked[-_ ]?(?:out|account)"
    rf"|{_NO_LETTER}(?:mfa|otp|2fa|sso|ldap|oauth|jwt){_NO_MORE}|permission[-_ ]?(?:denied|change)|access[-_ ]?denied|privilege"
    r"|\b40[13]\b|sudo|impersonat|tokens?[-_ ]?(?:refus|reject|invalid|reuse|fail)",
    re.IGNORECASE,
)
_PERFORMANCE = re.compile(
    rf"latency|duration|(?<!timestamp)_seconds(?:_bucket|_sum|_count)?{_NO_MORE}|response[-_ ]?time|apdex|throughput|saturat|slow{_NO_MORE}"
    rf"|{_NO_LETTER}cpu|memory|{_NO_LETTER}heap|queue[-_ ]?(?:length|size|depth|lag)|{_NO_LETTER}lag{_NO_MORE}|backlog"
    r"|5(?:\.\.|xx|\[0-9\]|\.\+|\\\\d)|error[-_ ]?(?:rate|ratio|budget)|errors?_total|requests?_total|filesystem|disk|load[15]|throttl"
    r"|timeouts?_total|burn[-_ ]?rate|utili[sz]ation|pool[-_ ]?(?:usage|size|exhaust)",
    re.IGNORECASE,
)
_STATISTICAL = frozenset(
    ("predict_linear", "deriv", "holt_winters", "double_exponential_smoothing", "stddev_over_time", "stdvar_over_time", "mad_over_time",
     "stddev", "stdvar")
)  # fmt: skip
_USUAL = re.compile(r"baseline|anomal|expected|typical|historic|(?:avg|mean|median|stddev)_?(?:over_?)?[1-9][0-9]*[dw]", re.IGNORECASE)
"""Names of series that a recording rule keeps for comparison."""
_COUNTING = frozenset(("rate", "irate", "increase", "count_over_time", "sum_over_time", "delta"))
_LEARNED = re.compile(r"\b(?:sequence by|machine_learning|new_term|spike|anomal(?:y|ies)|anomaly_score|near)\b", re.IGNORECASE)
"""What rules say that are in no language whose tree is read: sequences, jobs of machine learning."""


def concerns(alert: AlertRule) -> frozenset[str]:
    """What a rule watches; nothing where it cannot fire."""
    if alert.paused or _is_impossible(alert):
        return frozenset()
    said = " ".join((alert.name, str(alert.expression.value or ""), *_looked_for(alert)))
    found = {AUTHENTICATION} if _AUTHENTICATION.search(said) else set()
    found |= {PERFORMANCE} if _PERFORMANCE.search(said) and alert.language != "sigma" else set()
    return frozenset(found | ({ANOMALY} if compares_with_usual(alert) else set()))


def compares_with_usual(alert: AlertRule) -> bool:
    """Whether it holds what it sees against a baseline: another time, a deviation, a share, a sequence, what a machine has learned."""
    if is_correlation(alert):
        return True
    if alert.tree is None:
        return _LEARNED.search(str(alert.expression.value or "")) is not None
    return any(map(_is_relative, walk(alert.tree)))


def is_correlation(alert: AlertRule) -> bool:
    """Whether it is a Sigma rule over what other rules find."""
    return alert.language == "sigma" and alert.detection is None and not alert.problem


def is_read(alert: AlertRule) -> bool:
    """Whether what it looks for is known."""
    return alert.tree is not None or alert.detection is not None or is_correlation(alert)


def _is_relative(node: Node) -> bool:
    if isinstance(node, Call):
        return node.name in _STATISTICAL
    if isinstance(node, Aggregate):
        return node.op in _STATISTICAL
    if not isinstance(node, Binary):
        return False
    left, right = list(selectors(node.left)), list(selectors(node.right))
    if node.op == "/":
        return bool(left and right) and (
            _names(node.left) & _names(node.right) != set() or (_is_counted(node.left) and _is_counted(node.right))
        )
    if not (left and right and (node.op in COMPARISONS or node.op == "-")):
        return False
    if any(_USUAL.search(one.name) for one in (*left, *right)):
        return True
    return bool(_names(node.left) & _names(node.right)) and _times(node.left) != _times(node.right)


def _names(node: Node) -> set[tuple[str, bool]]:
    return {(one.name, one.log) for one in selectors(node)}


def _is_counted(node: Node) -> bool:
    """Whether it is how often something happened: a share of that is one of all cases, where a share of bytes is one of a limit."""
    return any(isinstance(one, Call) and one.name in _COUNTING for one in walk(node))


def _times(node: Node) -> frozenset[tuple[str, float, float]]:
    """Of which time it speaks: what is selected, over how long, how long ago."""
    inner = [one for one in walk(node) if isinstance(one, Subquery)]
    far = max((one.offset for one in inner), default=0.0)
    wide = max((one.range for one in inner), default=0.0)
    return frozenset((one.name, max(one.range or 0.0, wide), one.offset or far) for one in selectors(node))


def _is_impossible(alert: AlertRule) -> bool:
    if alert.detection is not None:
        return bool(alert.detection.never)
    if alert.tree is None:
        return False
    reason = never(alert.tree)
    return reason is not None and not (reason.absence and alert.source == "grafana")


def _looked_for(alert: AlertRule) -> Iterator[str]:
    """Words of what a Sigma rule looks for, and of the streams of a LogQL expression."""
    if alert.detection is not None:
        for selection in alert.detection.selections.values():
            for tests in selection.alternatives:
                for test in tests:
                    yield test.field
                    yield from (str(value) for value in test.values[:50])
    if alert.tree is not None:
        yield from (matcher.value for selector in selectors(alert.tree) for matcher in selector.matchers)


def about(alerts: tuple[AlertRule, ...], concern: str) -> Iterator[AlertRule]:
    """Those of the rules that watch it."""
    return (alert for alert in alerts if concern in concerns(alert))


__all__ = ["ANOMALY", "AUTHENTICATION", "PERFORMANCE", "about", "compares_with_usual", "concerns", "is_read"]
