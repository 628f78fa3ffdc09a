"""An alert does not say how urgent it is

There is no `severity` label, though other rules have one, or routes ask for it; or no rule of a file has one.

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

Where no rule of a file has one, that is told once, at the first; of less than four rules without a route that asks for severities, with low
confidence.

## See also

`alert-without-owner`, `informational-alert-pages`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from checker.logconfig.model import PRODUCTION
from checker.model import Confidence, Parameters, Severity
from checker.monitoring.alerts import BEATING, FEW, SEVERITIES, first
from checker.monitoring.model import AlertRule
from checker.rule import Message, rule


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
    if BEATING.search(alert.name):
        return
    sure = not alert.templated and alert.environment == PRODUCTION
    bare = _bare(alert, project)
    if bare:
        known = sure and (_routed(project) or (len(bare) >= FEW and alert.source != "grafana"))
        if alert is bare[0]:
            text = f"none of the {len(bare)} alert rules of the file has a severity" if len(bare) > 1 else _of_one(alert)
            yield Message(text, confidence=None if known else Confidence.LOW)
        return
    known = sure and (project.monitored.habits(alert.span.path).severity > 0 or _routed(project))
    yield Message(_of_one(alert), confidence=None if known else Confidence.LOW)


def _of_one(alert: AlertRule) -> str:
    return f"the alert {alert.name} has no severity"


def _bare(alert: AlertRule, project: Any) -> Sequence[AlertRule]:
    """The rules of the file that need a severity, where none of them has one: that is one thing to mend, and told once."""
    beside = project.monitored.beside(alert)
    if any(first(one.labels, SEVERITIES) is not None for one in beside):
        return ()
    return [one for one in beside if (one.tree is not None or one.problem) and not BEATING.search(one.name)]


def _routed(project: Any) -> bool:
    """Whether some route asks for a severity."""
    routes = (route for routing in project.monitored.routings if routing.route for route in routing.route.walk())
    return any(one.label in SEVERITIES for route in routes for one in route.matchers)
