"""An alert rule that nothing of the project feeds

The rule looks for `Login failed`, and the code writes `login failed`; or for `login_attempts`, which is exposed as `login_attempts_total`.

## Why it matters

The rule is there, the dashboard is green, and it can never fire: the alarm that everybody relies on is not there (CWE-778).

## How to fix it

Ask for what is written: the message says what arrives, and what the rule wants. `logproof trace` shows the whole way.

## Examples

```python
# file: shop/accounts.py
import logging

logger = logging.getLogger(__name__)


def login(user, password):
    if not user.check_password(password):
        logger.warning("login failed for account %s", user.pk)
        return None
    return user

# file: deploy/loki-rules.yaml
groups:
  - name: security
    rules:
      - alert: LoginFailures  # expect: they differ in case
        expr: count_over_time({app="shop"} |= "Login failed" [5m]) > 10
        for: 1m
        labels: {severity: page, team: security}
        annotations: {runbook_url: "https://runbooks.shop.net/login"}
```

```python
# file: shop/metrics.py
from prometheus_client import Counter

LOGINS = Counter("login_attempts", "Logins by result", ["result"])


def failed():
    LOGINS.labels(result="failed").inc()

# file: deploy/rules.yaml
groups:
  - name: security
    rules:
      - alert: ManyFailures  # expect: exposed as login_attempts_total
        expr: rate(login_attempts{result="failed"}[5m]) > 1
        for: 5m
        labels: {severity: page, team: security}
        annotations: {runbook_url: "https://runbooks.shop.net/login"}
      - alert: AnyFailure
        expr: increase(login_attempts_total{result="failed"}[5m]) > 100
        for: 5m
        labels: {severity: page, team: security}
        annotations: {runbook_url: "https://runbooks.shop.net/login"}
```

An operator between two of the project's own metrics (`workers < 2 and queued > 10`) finds no pair where their labels differ and neither
`on` nor `ignoring` says which count: the alert never fires, and that is told too.

What only another program could feed is not reported: something of this project must come near what the rule asks for. Of the best known
metrics of the node, Redis, Postgres, MySQL and Kubernetes exporters it is told, once for each, where all jobs of the project's Prometheus
name their targets and none of them speaks of it.

## See also

`alert-cannot-fire`, `event-without-alert`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity, Step
from checker.rule import Message, rule
from checker.trace.model import Unfed, Verdict


@rule(
    "LP661",
    "alert-without-event",
    fact=Unfed,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    pci=("10.4.1.1", "10.7.2"),
)
def alert_without_event(unfed: Unfed, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each rule that the project's own events or metrics miss by little."""
    if unfed.verdict is not Verdict.BROKEN:
        return
    steps = (Step(unfed.event.span, f"the {unfed.event.name} that it misses"),) if unfed.event is not None else ()
    yield Message(f"nothing feeds {unfed.name}: {unfed.why}", unfed.span, steps=steps)
