"""A route never gets an alert

An earlier route beside it takes everything that it would match and does not `continue`, or the routes above it exclude what it wants.

## Why it matters

Who is meant to be told is not: critical alerts go to the channel that nobody watches at night (CWE-778).

## How to fix it

Put the narrower route first, or let the earlier one `continue: true`.

## Examples

```python
# file: alertmanager.yml
route:
  receiver: team
  routes:
    - matchers: [team="shop"]
      receiver: team
    - matchers: [team="shop", severity="critical"]
      receiver: pager  # expect: takes all of its alerts
receivers:
  - name: team
    slack_configs: [{channel: "#alerts", api_url_file: /etc/alertmanager/slack}]
  - name: pager
    pagerduty_configs: [{routing_key_file: /etc/alertmanager/pagerduty}]
```

```python
# file: alertmanager.yml
route:
  receiver: team
  routes:
    - matchers: [team="shop", severity="critical"]
      receiver: pager
    - matchers: [team="shop"]
      receiver: team
receivers:
  - name: team
    slack_configs: [{channel: "#alerts", api_url_file: /etc/alertmanager/slack}]
  - name: pager
    pagerduty_configs: [{routing_key_file: /etc/alertmanager/pagerduty}]
```

A route that has routes below it keeps what none of them takes; its own receiver gets nothing where one of them takes all.

A route whose receiver and further settings are those of the one that takes its alerts loses nothing, and is not reported. Where the
receiver is the same and the times or the grouping are others, it is told with medium confidence.

Where the project's own alert rules are at hand, a route is told of with medium confidence too if each alert that it wants ends above it for
another of its labels: one for `component: security` below one for `severity: critical`, where all alerts of that component are critical.

## See also

`undefined-alert-receiver`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity, Step
from checker.monitoring.model import AlertRule, Route, Routing
from checker.monitoring.routes import bypassed, lost, reached
from checker.rule import Message, rule

_MOST = 300
"""Alerts that are followed."""


@rule(
    "LP605",
    "shadowed-alert-route",
    fact=Routing,
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    pci=("10.4.1.1", "10.7.2"),
)
def shadowed_alert_route(routing: Routing, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each route that no alert reaches."""
    if routing.route is None:
        return
    for one in lost(routing.route):
        named = f"the route to {one.route.receiver.name}" if one.route.receiver is not None and one.route.receiver.name else "the route"
        if one.by is None:
            yield Message(f"{named} gets no alert: it wants {one.own}, and the routes above it {one.above}", one.route.span)
        elif not _same(one.route, one.by):
            place = Step(one.by.span, "this route takes all of its alerts")
            line = one.by.span.line
            told = f"{named} gets no alert: the route on line {line} takes all of its alerts"
            sure = None if _tells(one.route) != _tells(one.by) or one.route.routes or one.by.routes else Confidence.MEDIUM
            yield Message(told, one.route.span, related=(place,), confidence=sure)
    yield from _taken_before(routing, project, {id(one.route) for one in lost(routing.route)})
    for route, by in bypassed(routing.route):
        name = route.receiver.name if route.receiver is not None else ""
        held = routing.receivers.get(name)
        if by.receiver is not None and (held is None or held.integrations or held.unknown):
            told = f"{name} gets nothing of its own route: the route on line {by.span.line} below it takes all of the alerts"
            place = Step(by.span, "a receiver is asked only where no route below takes the alert")
            yield Message(told, route.span, related=(place,), confidence=Confidence.MEDIUM)


def _taken_before(routing: Routing, project: Any, told: set[int]) -> Iterator[Message]:
    """Of routes that all alerts of the project's which they want pass by, because routes above take each of them for a label of its own."""
    root = routing.route
    if root is None or routing.kind != "alertmanager":
        return
    alerts = [(one.name, found) for one in project.monitored.alerts[:_MOST] if (found := _labels(one)) is not None]
    for number, route in enumerate(root.routes):
        if id(route) in told or route.unknown or not route.matchers:
            continue
        wanted = [(name, labels) for name, labels in alerts if _takes(route, root, labels)]
        ends = [reached(root, labels) for _, labels in wanted]
        below = {id(one) for one in route.walk()}
        if not wanted or any(found is None or any(id(one) in below for one in found) for found in ends):
            continue
        name, labels = wanted[0]
        by = next(one for one in root.routes[:number] if one.continues is False and _takes(one, root, labels))
        receiver = route.receiver.name if route.receiver is not None else ""
        end = f"{name} and {len(wanted) - 1} more, which it wants, end" if len(wanted) > 1 else f"{name}, which it wants, ends"
        text = f"the route to {receiver} gets no alert: {end} at routes above it"
        yield Message(text, route.span, related=(Step(by.span, "this route takes the first of them"),), confidence=Confidence.MEDIUM)


def _takes(route: Route, root: Route, labels: dict[str, str | None]) -> bool:
    """Whether a route would certainly take an alert if it were the only one."""
    alone = Route(root.span, root.receiver, (), False, (route,))
    return reached(alone, labels) not in (None, (alone,))


def _labels(alert: AlertRule) -> dict[str, str | None] | None:
    """An alert's own labels, ``None`` where it is none that gets to Alertmanager's routes by them."""
    if alert.source not in ("prometheus", "loki") or alert.templated:
        return None
    plain = {name: None if one.unknown or one.open or "{{" in str(one.value) else str(one.value) for name, one in alert.labels.items()}
    return {**plain, "alertname": alert.name}


def _same(route: Route, other: Route) -> bool:
    """Whether it makes no difference which of the two takes an alert."""
    if _tells(route) != _tells(other) or route.routes or other.routes:
        return False
    one, two = ((held.group_by, {name: wait.value for name, wait in held.waits.items()}) for held in (route, other))
    return one == two


def _tells(route: Route) -> str:
    return route.receiver.name if route.receiver is not None else ""
