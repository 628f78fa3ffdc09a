"""No alert rule compares with what is usual

All alert rules of the project have fixed thresholds; none compares with another time, a deviation, a share of all, or what came before.

## Why it matters

Fixed thresholds miss whoever stays below them, and ring on busy days. An intruder who tries ten passwords an hour shows only against
the two of an ordinary day (CWE-778).

## How to fix it

Compare with another time (`offset 1d`), with a deviation (`stddev_over_time`), with a share of all, or with a sequence (a Sigma
correlation, a machine-learning job).

## Examples

```python policy=monitoring
# file: alerts.yaml
groups:
  - name: shop
    rules:
      - {alert: Guessing, expr: 'sum(rate(logins_failed_total[5m])) > 1', for: 5m}  # expect: none of them compares with what is usual
      - {alert: Slow, expr: 'http_request_seconds:p95 > 2', for: 5m}
      - {alert: Down, expr: up == 0, for: 5m}
```

```python policy=monitoring
# file: alerts.yaml
groups:
  - name: shop
    rules:
      - {alert: Guessing, expr: 'sum(rate(logins_failed_total[5m])) > 5 * sum(rate(logins_failed_total[5m] offset 1d))', for: 5m}
      - {alert: Slow, expr: 'http_request_seconds:p95 > 2', for: 5m}
      - {alert: Down, expr: up == 0, for: 5m}
```

A rule that cannot fire (`alert-cannot-fire`) does not count.

## Settings

It is off unless a policy turns it on; the pack `monitoring` does. `least`: how many alert rules a project must have before one is missed.
The default is 3.

## See also

`authentication-unalarmed`, `performance-unalarmed`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.monitoring.concerns import ANOMALY
from checker.monitoring.model import AlertRule
from checker.rule import Message, rule
from checker.rules.monitoring._concerns import unwatched


@rule(
    "LP652",
    "anomaly-unalarmed",
    fact=AlertRule,
    severity=Severity.MEDIUM,
    confidence=Confidence.MEDIUM,
    enabled=False,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    pci=("10.4.1.1",),
    least=3,
)
def anomaly_unalarmed(alert: AlertRule, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a project whose rules know fixed thresholds alone."""
    yield from unwatched(alert, project, ANOMALY, parameters["least"], "compares with what is usual")
