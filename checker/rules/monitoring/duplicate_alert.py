"""Two alert rules are the same

The same expression with the same labels and the same `for` stands twice in one file.

## Why it matters

Each event is told twice, or one of the two was to be changed and was not; noise teaches people to look away (CWE-779).

## How to fix it

Take one of them out, or make them differ.

## Examples

```python
# file: alerts.yaml
groups:
  - name: api
    rules:
      - alert: ApiDown
        expr: up{job="api"} == 0
        labels: {severity: critical}
      - alert: ApiUnreachable  # expect: same as ApiDown
        expr: up{job="api"}  ==  0
        labels: {severity: critical}
```

```python
# file: alerts.yaml
groups:
  - name: api
    rules:
      - alert: ApiSlow
        expr: latency_seconds > 1
        labels: {severity: warning}
      - alert: ApiSlow
        expr: latency_seconds > 5
        labels: {severity: critical}
```

## See also

`alert-matches-everything`. [CWE-779](https://cwe.mitre.org/data/definitions/779.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity, Step
from checker.monitoring.model import AlertRule
from checker.rule import Message, rule


@rule(
    "LP607",
    "duplicate-alert",
    fact=AlertRule,
    severity=Severity.LOW,
    confidence=Confidence.HIGH,
    cwe=(779,),
    owasp=("A09:2021", "A09:2025"),
)
def duplicate_alert(alert: AlertRule, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for the later of two equal rules of one file."""
    other = project.monitored.like(alert)
    near = project.monitored.alike(alert) if other is None else None
    if near is not None:
        text = f"the alert {alert.name} asks what {near.name} on line {near.span.line} asks, and is as urgent"
        yield Message(text, related=(Step(near.span, "the first of them"),), confidence=Confidence.MEDIUM)
    if other is not None:
        place = Step(other.span, "the first of them")
        where = f"on line {other.span.line}" if other.span.path == alert.span.path else f"in {other.span.path}"
        yield Message(f"the alert {alert.name} is the same as {other.name} {where}", related=(place,))
