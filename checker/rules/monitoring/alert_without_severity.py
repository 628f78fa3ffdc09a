"""An alert does not say how urgent it is

There is no `severity` label, though other rules have one, or routes ask for it.

## Why it matters

A route that asks for `severity="critical"` passes it over, and it ends at whatever is the default (CWE-778).

## How to fix it

Give it the label that the other rules have.

## Examples

```python
# file: alerts.yaml
groups:
  - name: api
    rules:
      - {alert: ApiDown, expr: 'up{job="api"} == 0', for: 5m, labels: {severity: critical}}
      - {alert: WebDown, expr: 'up{job="web"} == 0', for: 5m, labels: {severity: critical}}
      - {alert: QueueLong, expr: 'queue_length > 1000', for: 10m, labels: {severity: warning}}
      - {alert: DiskFull, expr: 'disk_used_ratio > 0.9', for: 10m, labels: {severity: warning}}
      - {alert: PoolEmpty, expr: 'pool_free == 0', for: 1m}  # expect: no severity
```

```python
# file: alerts.yaml
groups:
  - name: api
    rules:
      - {alert: PoolEmpty, expr: 'pool_free == 0', for: 1m}
```

Where neither the other rules nor a route know severities, it has low confidence.

## See also

`alert-without-owner`, `informational-alert-pages`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from checker.logconfig.model import PRODUCTION
from checker.model import Confidence, Parameters, Severity
from checker.monitoring.alerts import SEVERITIES, first
from checker.monitoring.model import AlertRule
from checker.rule import Message, rule

_BEATING = re.compile(r"watchdog|dead-?_?man|snitch|heart-?_?beat|always-?_?firing", re.IGNORECASE)
"""Alerts that fire all the time, so that their silence is noticed, are as urgent as nothing."""


@rule(
    "LP610",
    "alert-without-severity",
    fact=AlertRule,
    severity=Severity.LOW,
    confidence=Confidence.MEDIUM,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    pci=("10.4.1.1",),
)
def alert_without_severity(alert: AlertRule, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a rule without a severity."""
    if first(alert.labels, SEVERITIES) is not None or not (alert.tree is not None or alert.problem):
        return
    if _BEATING.search(alert.name):
        return
    habits = project.monitored.habits(alert.span.path)
    routed = any(one.label in SEVERITIES for routing in project.monitored.routings if routing.route for route in routing.route.walk()
                 for one in route.matchers)  # fmt: skip
    known = (habits.severity > 0 or routed) and not alert.templated and alert.environment == PRODUCTION
    yield Message(f"the alert {alert.name} has no severity", confidence=None if known else Confidence.LOW)
