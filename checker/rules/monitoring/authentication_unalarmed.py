"""No alert rule looks at who signs in

The project has alert rules, and none of them watches logins, tokens, refused requests or rights.

## Why it matters

Guessed passwords, stolen tokens and requests for what belongs to others are what most attacks begin with. Rules that watch processors and
disks do not see them (CWE-778).

## How to fix it

Alert on failed logins and on refused requests: by a counter that the code exposes, or by the records that it writes.

## Examples

```python policy=monitoring
# file: alerts.yaml
groups:
  - name: shop
    rules:
      - alert: Slow  # expect: none of them looks at who signs in
        expr: histogram_quantile(0.95, rate(http_request_duration_seconds_bucket[5m])) > 2
      - {alert: Down, expr: up == 0}
      - {alert: Full, expr: disk_used_percent > 90}
```

```python policy=monitoring
# file: alerts.yaml
groups:
  - name: shop
    rules:
      - {alert: Guessing, expr: 'sum(count_over_time({app="shop"} |= "authn_login_fail" [5m])) > 20'}
      - {alert: Down, expr: up == 0}
      - {alert: Full, expr: disk_used_percent > 90}
```

## Settings

It is off unless a policy turns it on; the pack `monitoring` does. `least`: how many alert rules a project must have before one is missed.
The default is 3.

## See also

`performance-unalarmed`, `anomaly-unalarmed`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.monitoring.concerns import AUTHENTICATION
from checker.monitoring.model import AlertRule
from checker.rule import Message, rule
from checker.rules.monitoring._concerns import unwatched


@rule(
    "LP650",
    "authentication-unalarmed",
    fact=AlertRule,
    severity=Severity.MEDIUM,
    confidence=Confidence.MEDIUM,
    enabled=False,
    cwe=(778,),
    owasp=("A07:2021", "A07:2025", "A09:2021", "A09:2025"),
    pci=("10.4.1.1",),
    least=3,
)
def authentication_unalarmed(alert: AlertRule, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a project whose rules look elsewhere."""
    yield from unwatched(alert, project, AUTHENTICATION, parameters["least"], "looks at who signs in or is refused")
