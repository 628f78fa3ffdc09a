"""An alert does not say whose it is

There is no `team` or `owner`, though the other rules have one.

## Why it matters

Nobody feels meant, and routes by team pass it over (CWE-778).

## How to fix it

Give it the label that the other rules have.

## Examples

```python
# file: alerts.yaml
groups:
  - name: api
    rules:
      - {alert: ApiDown, expr: 'up{job="api"} == 0', for: 5m, labels: {severity: critical, team: shop}}
      - {alert: WebDown, expr: 'up{job="web"} == 0', for: 5m, labels: {severity: critical, team: shop}}
      - {alert: QueueLong, expr: 'queue_length > 1000', for: 10m, labels: {severity: warning, team: shop}}
      - {alert: DiskFull, expr: 'disk_used_ratio > 0.9', for: 10m, labels: {severity: warning, team: host}}
      - {alert: PoolEmpty, expr: 'pool_free == 0', for: 1m, labels: {severity: warning}}  # expect: no owner
```

```python
# file: alerts.yaml
groups:
  - name: api
    rules:
      - {alert: PoolEmpty, expr: 'pool_free == 0', for: 1m, labels: {severity: warning}}
```

Where no rule of a file has one, that is told once, with low confidence if no route asks for it.

## See also

`alert-without-severity`, `alert-without-runbook`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.model import PRODUCTION
from checker.model import Confidence, Parameters, Severity
from checker.monitoring.alerts import OWNERS, SEARCHED, first
from checker.monitoring.model import AlertRule
from checker.rule import Message, rule

_SOME = 3
"""So many rules of a file without an owner are told of once."""


@rule(
    "LP611",
    "alert-without-owner",
    fact=AlertRule,
    severity=Severity.LOW,
    confidence=Confidence.MEDIUM,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    pci=("10.4.1.1",),
)
def alert_without_owner(alert: AlertRule, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a rule without an owner."""
    if _owned(alert) or alert.language in SEARCHED:
        return
    sure = not alert.templated and alert.environment == PRODUCTION
    beside = project.monitored.beside(alert)
    if len(beside) < _SOME or any(_owned(one) for one in beside):
        habits = project.monitored.habits(alert.span.path)
        known = sure and habits.usual(habits.owner)
        yield Message(f"the alert {alert.name} has no owner", confidence=None if known else Confidence.LOW)
    elif alert is beside[0]:
        text = f"none of the {len(beside)} alert rules of the file has an owner"
        asked = _asked(project)
        told = f", and routes ask for {asked}" if asked else ""
        yield Message(text + told, confidence=None if sure and asked else Confidence.LOW)


def _owned(alert: AlertRule) -> bool:
    return first({**alert.labels, **alert.annotations}, OWNERS) is not None


def _asked(project: Any) -> str:
    """The label of an owner that some route asks for."""
    routes = (route for routing in project.monitored.routings if routing.route for route in routing.route.walk())
    return next((one.label for route in routes for one in route.matchers if one.label in OWNERS), "")
