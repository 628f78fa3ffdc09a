"""A route names a receiver or a time interval that is not there

A route's `receiver`, or one of its mute or active time intervals, is not defined in the same configuration.

## Why it matters

Alertmanager refuses the whole configuration: it does not start, or goes on with the old one, and no change reaches it (CWE-778).

## How to fix it

Define it, or correct the name.

## Examples

```python
# file: alertmanager.yml
route:
  receiver: team
  routes:
    - matchers: [severity="critical"]
      receiver: team-pager  # expect: team-pager
receivers:
  - name: team
    slack_configs: [{channel: "#alerts", api_url_file: /etc/alertmanager/slack}]
  - name: team_pager
    pagerduty_configs: [{routing_key_file: /etc/alertmanager/pagerduty}]
```

```python
# file: alertmanager.yml
route:
  receiver: team
receivers:
  - name: team
    slack_configs: [{channel: "#alerts", api_url_file: /etc/alertmanager/slack}]
```

## See also

`alert-reaches-nobody`, `shadowed-alert-route`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.monitoring.model import Routing
from checker.rule import Message, rule


@rule(
    "LP603",
    "undefined-alert-receiver",
    fact=Routing,
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    pci=("10.4.1.1", "10.7.2"),
)
def undefined_alert_receiver(routing: Routing, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each name that nothing defines."""
    if routing.kind == "grafana":
        yield from _of_grafana(routing, project)
    if routing.route is None or routing.partial or not routing.receivers:
        return
    for route in routing.route.walk():
        named = route.receiver
        if named is not None and named.name and named.name not in routing.receivers:
            near = difflib.get_close_matches(named.name, routing.receivers, 1, 0.75)
            hint = f", did you mean {near[0]}?" if near else ""
            yield Message(f"the receiver {named.name} is not defined{hint}", named.span)
        for mute in route.mutes:
            if mute.name and mute.name not in routing.intervals and routing.kind == "alertmanager":
                yield Message(f"the time interval {mute.name} is not defined", mute.span)


_BUILT_IN = frozenset(("grafana-default-email", "empty", "autogen-contact-point-default"))


def _of_grafana(routing: Routing, project: Any) -> Iterator[Message]:
    """Names of contact points, where the project provisions some: all files of a Grafana count, and what was made by hand is not known."""
    points = [receiver for one in project.monitored.routings if one.kind == "grafana" for receiver in one.receivers]
    if not points or any("$" in one or "{" in one for one in points):
        return
    routes = list(routing.route.walk()) if routing.route is not None else []
    for named in (*routing.named, *(route.receiver for route in routes if route.receiver is not None)):
        if named.name and named.name not in points and named.name not in _BUILT_IN:
            near = difflib.get_close_matches(named.name, points, 1, 0.75)
            hint = f", did you mean {near[0]}?" if near else ""
            yield Message(f"no file defines the contact point {named.name}{hint}", named.span, confidence=Confidence.MEDIUM)
