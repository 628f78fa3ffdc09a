"""Which way an alert takes to a person: its labels, the routes, the receiver, the runbook."""

from __future__ import annotations

from collections.abc import Iterator

from checker.model import Span
from checker.monitoring.alerts import RUNBOOKS, first
from checker.monitoring.expressions.tree import Aggregate, Binary, Call, Node, Selector
from checker.monitoring.model import AlertRule, Receiver, Route, Routing
from checker.monitoring.receivers import example, is_empty, swallows
from checker.monitoring.routes import reached, receiver_of
from checker.trace.delays import of_route
from checker.trace.evidence import Evidence, nearest
from checker.trace.model import Hop, Verdict

_EXTERNAL = frozenset(
    ("cluster", "env", "environment", "region", "datacenter", "dc", "monitor", "replica", "prometheus", "tenant", "namespace")
)
"""Labels that a Prometheus may add to all of its alerts."""
_NO_PAGE = frozenset(("", "todo", "tbd", "n/a", "none", "-"))


def routed(alert: AlertRule, evidence: Evidence) -> list[tuple[Hop, ...]]:
    """The hops from the rule to each receiver; one at least."""
    if alert.language == "sigma":
        hop = Hop("route", Verdict.UNKNOWN, "", "whoever runs Sigma rules decides whom they tell", alert.span, None)
        return [(hop,)]
    if alert.source == "elastic":
        hop = Hop("route", Verdict.UNKNOWN, "", "whom a detection rule tells is decided by its actions in Kibana", alert.span, None)
        return [(hop,)]
    if alert.source == "elastalert":
        return [_by_itself(alert, evidence)]
    routings = [one for one in evidence.monitored.routings if one.route is not None and _fits(one, alert)]
    routings.sort(key=lambda one: (one.environment != "production", -nearest(alert.span.path, [one.span.path])))
    if not routings:
        return [(Hop("route", Verdict.UNKNOWN, "", "no routes are in this project", None, None),)]
    routing = routings[0]
    root = routing.route
    labels = _labels(alert, routing)
    found = reached(root, labels) if root is not None else None
    if found is None or root is None:
        why = f"which route takes it depends on {_unknown(labels, root)}" if root is not None else "its routes are not known"
        return [(Hop("route", Verdict.UNKNOWN, "", why, routing.span, None), *_runbook(alert, evidence))]
    return [(*_to_receiver(one, root, routing), *_runbook(alert, evidence)) for one in found]


def _by_itself(alert: AlertRule, evidence: Evidence) -> tuple[Hop, ...]:
    """A rule of ElastAlert names whom it tells itself."""
    held = [one for one in evidence.monitored.routings if one.kind == "elastalert" and one.span.path == alert.span.path]
    routing = next((one for one in held if alert.name in one.receivers), None)
    if routing is None:
        return (Hop("receiver", Verdict.UNKNOWN, "", "the rule names nobody, so that the global configuration decides", alert.span),)
    receiver = routing.receivers[alert.name]
    hop = Hop("route", Verdict.OK, alert.name, "the rule itself says whom it tells", receiver.span)
    return (hop, _told(receiver, receiver.span), *_runbook(alert, evidence))


def _fits(routing: Routing, alert: AlertRule) -> bool:
    if routing.kind == "elastalert":
        return False  # each of its rules names whom it tells
    return (routing.kind == "grafana") == (alert.source == "grafana") or routing.kind.startswith("alertmanager")


def _labels(alert: AlertRule, routing: Routing) -> dict[str, str | None]:
    """The alert's labels; ``None`` for values that are not known, ``""`` for labels that it cannot have."""
    labels: dict[str, str | None] = {"alertname": alert.name}
    for key, one in alert.labels.items():
        value = str(one.value) if not one.unknown and one.value is not None else None
        labels[key] = None if value is None or "{{" in value or "$" in value else value
    kept = grouped(alert.tree) if alert.tree is not None else None
    for name in kept or ():
        labels.setdefault(name, None)
    if kept is not None and routing.route is not None and not alert.templated:
        for route in routing.route.walk():
            for matcher in route.matchers:
                if matcher.label not in _EXTERNAL:
                    labels.setdefault(matcher.label, "")
    return labels


def grouped(node: Node) -> tuple[str, ...] | None:
    """The labels that an aggregation leaves; ``None`` where all of a series' labels may be left."""
    if isinstance(node, Aggregate):
        if node.grouping == "by":
            return node.labels
        return () if node.grouping == "" and node.op not in ("topk", "bottomk", "limitk", "sort", "sort_desc") else None
    if isinstance(node, Binary):
        return grouped(node.left) if not isinstance(node.left, Selector) else None
    if isinstance(node, Call) and node.arguments and node.name in ("abs", "round", "ceil", "floor", "clamp_min", "clamp_max", "vector"):
        return grouped(node.arguments[0])
    return None


def _unknown(labels: dict[str, str | None], root: Route) -> str:
    asked = {matcher.label for route in root.walk() for matcher in route.matchers}
    return ", ".join(sorted(name for name in asked if labels.get(name) is None)) or "a matcher that is not understood"


def _to_receiver(route: Route, root: Route, routing: Routing) -> Iterator[Hop]:
    name = receiver_of(route, root)
    matched = ", ".join(map(str, route.matchers)) or "everything that no other route takes"
    wait = of_route(route, root)
    if route.mutes:
        yield Hop("route", Verdict.UNKNOWN, name, f"it takes {matched}, and is mute at times", route.span, wait)
    else:
        yield Hop("route", Verdict.OK, name, f"it takes {matched}", route.span, wait)
    if not name:
        yield Hop("receiver", Verdict.UNKNOWN, "", "the receiver's name is not known", route.span)
        return
    yield _receiver(name, routing.receivers.get(name), route, routing)


def _receiver(name: str, receiver: Receiver | None, route: Route, routing: Routing) -> Hop:
    place = route.receiver.span if route.receiver is not None else route.span
    if receiver is None:
        whole = not routing.partial and routing.kind != "alertmanager-crd"
        return Hop("receiver", Verdict.BROKEN if whole else Verdict.UNKNOWN, name, f"there is no receiver {name}", place)
    return _told(receiver, receiver.span)


def _told(receiver: Receiver, place: Span) -> Hop:
    """Whether a receiver tells anybody."""
    name = receiver.name
    if is_empty(receiver):
        why = "it tells nobody on purpose" if swallows(name) else "it has no integration, so that nobody is told"
        return Hop("receiver", Verdict.BROKEN, name, why, place)
    faulty = [found for one in receiver.integrations if (found := example(one)) is not None]
    if faulty and len(faulty) == len(receiver.integrations):
        return Hop("receiver", Verdict.BROKEN, name, f"it sends to {faulty[0][1][:60]}, which is only an example", place)
    kinds = ", ".join(dict.fromkeys(one.kind for one in receiver.integrations)) or "what is not known"
    return Hop("receiver", Verdict.OK if receiver.integrations else Verdict.UNKNOWN, name, f"it tells by {kinds}", place)


def _runbook(alert: AlertRule, evidence: Evidence) -> Iterator[Hop]:
    found = first({**alert.labels, **alert.annotations}, RUNBOOKS)
    if found is None:
        yield Hop("runbook", Verdict.BROKEN, "", "the rule names no runbook", alert.span)
        return
    name, setting = found
    text = str(setting.value or "").strip()
    if text.lower() in _NO_PAGE:
        yield Hop("runbook", Verdict.BROKEN, text, f"its {name} is {text or 'empty'}", setting.span)
    elif "://" not in text and "." in text and not evidence.monitored.exists(text.lstrip("/")):
        yield Hop("runbook", Verdict.BROKEN, text, "the file that it names is not there", setting.span)
    else:
        yield Hop("runbook", Verdict.OK, text, "it says what to do", setting.span)
