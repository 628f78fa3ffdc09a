"""An informational alert wakes somebody

A rule of a low severity goes, by the routes of the same project, to a pager.

## Why it matters

Pagers that ring for information are muted, and then they are silent for the real thing as well (CWE-779).

## How to fix it

Route low severities to a channel or a mailbox, before the route to the pager.

## Examples

```python
# file: alerts.yaml
groups:
  - name: api
    rules:
      - {alert: ApiDeployed, expr: 'changes(build_info[10m]) > 0', labels: {severity: info}}  # expect: pager
# file: alertmanager.yml
route:
  receiver: pager
receivers:
  - name: pager
    pagerduty_configs: [{routing_key_file: /etc/alertmanager/pagerduty}]
```

```python
# file: alerts.yaml
groups:
  - name: api
    rules:
      - {alert: ApiDeployed, expr: 'changes(build_info[10m]) > 0', labels: {severity: info}}
# file: alertmanager.yml
route:
  receiver: pager
  routes:
    - matchers: [severity=~"info|none"]
      receiver: channel
receivers:
  - name: channel
    slack_configs: [{channel: "#deploys", api_url_file: /etc/alertmanager/slack}]
  - name: pager
    pagerduty_configs: [{routing_key_file: /etc/alertmanager/pagerduty}]
```

## Settings

`severities`: which are low. `pagers`: which integrations wake somebody.

## See also

`shadowed-alert-route`. [CWE-779](https://cwe.mitre.org/data/definitions/779.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity, Step
from checker.monitoring.alerts import SEARCHED, SEVERITIES, first
from checker.monitoring.model import AlertRule, Integration, Routing
from checker.monitoring.routes import reached, receiver_of
from checker.rule import Message, rule


@rule(
    "LP613",
    "informational-alert-pages",
    fact=AlertRule,
    severity=Severity.LOW,
    confidence=Confidence.MEDIUM,
    cwe=(779,),
    owasp=("A09:2021", "A09:2025"),
    severities=["info", "informational", "information", "debug", "low", "notice"],
    pagers=["pagerduty", "opsgenie", "victorops", "incidentio"],
)
def informational_alert_pages(alert: AlertRule, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a rule of low severity whose alerts certainly reach a pager."""
    found = first(alert.labels, SEVERITIES)
    if found is None or str(found[1].value).lower() not in parameters["severities"] or alert.language in SEARCHED:
        return
    whole = [one for one in project.monitored.routings if one.kind == "alertmanager" and one.route is not None]
    if len(whole) != 1:
        return  # which of several gets the alert is not known
    for name, span in _receivers(alert, whole[0]):
        receiver = whole[0].receivers.get(name)
        if receiver is not None and any(one.kind in parameters["pagers"] and not _tells_urgency(one) for one in receiver.integrations):
            place = Step(span, "the route that it takes")
            text = f"the alert {alert.name} has the severity {found[1].value} and goes to the pager {name}"
            yield Message(text, related=(place,))
            return


def _tells_urgency(pager: Integration) -> bool:
    """Whether the pager is told how urgent it is, by which it may let people sleep."""
    return any(name in pager.options for name in ("severity", "priority", "class"))


def _receivers(alert: AlertRule, routing: Routing) -> Iterator[tuple[str, Any]]:
    labels = {key: str(one.value) if isinstance(one.value, str) and "{{" not in one.value else None for key, one in alert.labels.items()}
    if routing.route is None:
        return
    for route in reached(routing.route, {**labels, "alertname": alert.name}) or ():
        yield receiver_of(route, routing.route), route.span
