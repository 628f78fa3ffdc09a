"""What readers of alert rules share: an expression with its tree, labels and annotations, and which query language it is in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from checker import patterns as re
from checker.logconfig.model import Setting
from checker.logconfig.values import Value
from checker.monitoring.fields import as_written, entries
from checker.monitoring.model import AlertRule

if TYPE_CHECKING:
    from checker.monitoring.expressions.tree import Node
    from checker.monitoring.sigma import Selection

SEARCHED = frozenset(("sigma", "lucene", "kuery"))
"""Languages of rules that a search engine or a SIEM runs, with habits and routes of its own."""
SEVERITIES = ("severity", "priority", "level", "urgency")
"""Labels that say how urgent an alert is, the usual one first."""
OWNERS = ("team", "owner", "owners", "squad", "owner_team", "oncall", "on_call", "responsible", "service_owner", "group_owner")
BEATING = re.compile(r"watchdog|dead-?_?man|snitch|heart-?_?beat|always-?_?(?:firing|on)", re.IGNORECASE)
"""Names of alerts that fire all the time, so that their silence is noticed."""
RUNBOOKS = ("runbook_url", "runbook", "runbookURL", "runbook_uri", "playbook", "playbook_url", "sop_url", "sop")


class Parsed(msgspec.Struct, frozen=True):
    """An expression."""

    tree: Node | None
    problem: str
    language: str


def parsed(expression: Setting, language: str = "") -> Parsed:
    """Parse a rule's text; the language is told by its selectors where it is not given."""
    if expression.unknown or not isinstance(expression.value, str | int | float):
        return Parsed(None, expression.unknown or "it is no text", language)
    from checker.monitoring.expressions.grammar import parse  # most projects have no alerts
    from checker.monitoring.expressions.tokens import NotAnExpressionError
    from checker.monitoring.expressions.tree import selectors

    try:
        tree = parse(str(expression.value))
    except NotAnExpressionError as error:
        return Parsed(None, str(error), language)
    told = "logql" if any(one.log for one in selectors(tree)) else "promql"
    return Parsed(tree, "", language or told)


def written(value: Value | None) -> Mapping[str, Setting]:
    """Labels or annotations, whose templates are filled in when the alert fires."""
    return {key: as_written(one) for key, one in entries(value).items()}


def first(held: Mapping[str, Setting], names: tuple[str, ...]) -> tuple[str, Setting] | None:
    """The first of the names that is there."""
    return next(((name, held[name]) for name in names if name in held), None)


def identity(alert: AlertRule) -> tuple[object, ...]:
    """What makes two rules the same: expression, wait and labels; empty where that is not known."""
    text = alert.expression.value
    if alert.detection is not None:
        return _detected(alert, str(text))
    if alert.language not in ("promql", "logql") or not isinstance(text, str) or "{{" in text or "$" in text:
        return ()
    wait = alert.wait.value if alert.wait is not None else None
    labels = tuple(sorted((key, str(one.value)) for key, one in alert.labels.items()))
    compared = repr(alert.tree) if alert.source == "grafana" else ""  # its threshold stands beside the query
    return re.sub(r"\s+", "", text), wait, labels, alert.store, compared


def asked(alert: AlertRule) -> tuple[object, ...]:
    """What an alert asks and how urgent it is, but not for how long; empty where that is not known."""
    known = identity(alert) if alert.detection is None and alert.source != "grafana" else ()
    urgent = first(alert.labels, SEVERITIES)
    return (known[0], known[3], str(urgent[1].value) if urgent is not None else "") if known else ()


def _detected(alert: AlertRule, condition: str) -> tuple[object, ...]:
    """The same of a rule of Sigma: its source, its selections and its condition."""
    status = alert.annotations.get("status")
    if alert.detection is None or not alert.group or alert.expression.unknown or (status is not None and status.value == "deprecated"):
        return ()
    selections = tuple((name, _tested(held)) for name, held in sorted(alert.detection.selections.items()))
    return alert.group, selections, " ".join(condition.split())


def _tested(selection: Selection) -> tuple[object, ...]:
    """What a selection asks for, in whatever order it stands."""
    alternatives = (sorted((one.field, one.modifiers, tuple(map(repr, one.values))) for one in tests) for tests in selection.alternatives)
    return tuple(sorted(map(tuple, alternatives)))


FEW = 4
"""So many rules make a habit."""


class Habits(msgspec.Struct, frozen=True):
    """Which share of a group of alert rules has what."""

    count: int
    severity: float
    owner: float
    runbook: float
    wait: float

    def usual(self, share: float, least: float = 0.75) -> bool:
        """Whether so many have it that one without stands out."""
        return self.count >= FEW and share >= least


def habits(alerts: Sequence[AlertRule]) -> Habits:
    """Those of some rules."""
    count = len(alerts)
    whole = max(count, 1)
    return Habits(
        count,
        sum(first(one.labels, SEVERITIES) is not None for one in alerts) / whole,
        sum(first({**one.labels, **one.annotations}, OWNERS) is not None for one in alerts) / whole,
        sum(first({**one.annotations, **one.labels}, RUNBOOKS) is not None for one in alerts) / whole,
        sum(one.wait is not None for one in alerts) / whole,
    )
