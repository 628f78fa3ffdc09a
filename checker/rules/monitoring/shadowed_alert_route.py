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

## See also

`undefined-alert-receiver`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity, Step
from checker.monitoring.model import Route, Routing
from checker.monitoring.routes import bypassed, lost
from checker.rule import Message, rule


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
    for route, by in bypassed(routing.route):
        name = route.receiver.name if route.receiver is not None else ""
        held = routing.receivers.get(name)
        if by.receiver is not None and (held is None or held.integrations or held.unknown):
            told = f"{name} gets nothing of its own route: the route on line {by.span.line} below it takes all of the alerts"
            place = Step(by.span, "a receiver is asked only where no route below takes the alert")
            yield Message(told, route.span, related=(place,), confidence=Confidence.MEDIUM)


def _same(route: Route, other: Route) -> bool:
    """Whether it makes no difference which of the two takes an alert."""
    if _tells(route) != _tells(other) or route.routes or other.routes:
        return False
    one, two = ((held.group_by, {name: wait.value for name, wait in held.waits.items()}) for held in (route, other))
    return one == two


def _tells(route: Route) -> str:
    return route.receiver.name if route.receiver is not None else ""
