"""No alert rule looks at how the service performs

The project has alert rules, and none of them watches times, loads, queues or the share of errors.

## Why it matters

A flood of requests, a query that never ends and a full disk show there before anybody calls (CWE-778).

## How to fix it

Alert on the share of errors, on the slowest answers and on what the service runs out of first.

## Examples

```python policy=monitoring
# file: alerts.yaml
groups:
  - name: shop
    rules:
      - {alert: Guessing, expr: 'sum(count_over_time({app="shop"} |= "login failed" [5m])) > 20'}  # expect: none of them looks at how
      - {alert: Refused, expr: 'sum(count_over_time({app="shop"} |= "forbidden" [5m])) > 20'}
      - {alert: Locked, expr: 'sum(count_over_time({app="shop"} |= "account locked" [5m])) > 0'}
```

```python policy=monitoring
# file: alerts.yaml
groups:
  - name: shop
    rules:
      - {alert: Guessing, expr: 'sum(count_over_time({app="shop"} |= "login failed" [5m])) > 20'}
      - {alert: Refused, expr: 'sum(count_over_time({app="shop"} |= "forbidden" [5m])) > 20'}
      - {alert: Slow, expr: 'histogram_quantile(0.95, rate(http_request_duration_seconds_bucket[5m])) > 2'}
```

## Settings

It is off unless a policy turns it on; the pack `monitoring` does. `least`: how many alert rules a project must have before one is missed.
The default is 3.

## See also

`authentication-unalarmed`, `anomaly-unalarmed`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.monitoring.concerns import PERFORMANCE
from checker.monitoring.model import AlertRule
from checker.rule import Message, rule
from checker.rules.monitoring._concerns import unwatched


@rule(
    "LP651",
    "performance-unalarmed",
    fact=AlertRule,
    severity=Severity.LOW,
    confidence=Confidence.MEDIUM,
    enabled=False,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    least=3,
)
def performance_unalarmed(alert: AlertRule, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a project whose rules look elsewhere."""
    yield from unwatched(alert, project, PERFORMANCE, parameters["least"], "looks at how the service performs")
