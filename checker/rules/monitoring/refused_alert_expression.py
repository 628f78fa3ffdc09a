"""An alert's expression is refused

It does not parse, or its parts do not fit: `rate()` of a counter without a range, `sum()` of a range, a function that there is not, too few
arguments; or its `for` or `keep_firing_for` is no duration. A key that no rule has, and a second group of the same name, are
refused as well.

## Why it matters

Prometheus and Loki load none of the rules of a file in which one is refused, and at a reload go on with the old ones: the alert never
fires, and those beside it do not either (CWE-778).

## How to fix it

Write it as the message says; `promtool check rules FILE` and `lokitool rules lint FILE` tell before the file is installed.

## Examples

```python
# file: alerts.yaml
groups:
  - name: logins
    rules:
      - alert: ManyLoginFailures
        expr: rate(login_failures_total) > 1  # expect: takes a range and is given an instant vector: `login_failures_total`
      - alert: LoginFailures
        expr: sum(login_failures_total[5m]) > 10  # expect: `sum()` takes an instant vector and is given a range
      - alert: SlowLogins
        expr: sum(rate(login_seconds_sum[5m]) > 2  # expect: does not parse
      - alert: NoLogins
        expr: rate(logins_total[15m]) == 0
        for: a while  # expect: no duration
```

```python
# file: alerts.yaml
groups:
  - name: logins
    rules:
      - alert: ManyLoginFailures
        expr: rate(login_failures_total[5m]) > 1
      - alert: LoginFailures
        expr: sum(increase(login_failures_total[5m])) > 10
      - alert: SlowLogins
        expr: max_over_time(login_seconds:p95[1h:5m]) > 2
        for: 1h30m
```

```python
# file: loki/rules.yaml
groups:
  - name: logins
    rules:
      - alert: LoginFailures
        expr: rate({app="shop"} |= "login failed") > 1  # expect: `rate()` takes a range and is given log lines
      - alert: LoginFailed
        expr: sum(count_over_time({app="shop"} |= "login failed" [5m])) > 1
```

What VictoriaMetrics evaluates is not reported, since it takes more than Prometheus does.

## See also

`alert-cannot-fire`, `refused-alert-setting`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from checker.logconfig.model import PRODUCTION
from checker.model import Confidence, Parameters, Severity
from checker.monitoring.expressions.refused import refusals
from checker.monitoring.expressions.tree import Hole, selectors, walk
from checker.monitoring.impossible import never
from checker.monitoring.model import AlertRule
from checker.rule import Message, rule
from checker.rules.monitoring._containers import services

_FILLED_IN = re.compile(r"\{\{|\{%|\$(?=[A-Za-z_{(\[])|<[A-Za-z_]|%\(|\[\[|@@|__\w+__|%\w+%")
"""What is put in before the file is loaded."""
_MORE = re.compile(r"victoria|vmalert|vm-?rules?\b|metricsql", re.IGNORECASE)


@rule(
    "LP624",
    "refused-alert-expression",
    fact=AlertRule,
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    pci=("10.4.1.1", "10.7.2"),
)
def refused_alert_expression(alert: AlertRule, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for the first flaw of an expression, and one for its ``for``."""
    if alert.source not in ("prometheus", "loki", "grafana") or alert.templated or _takes_more(alert, project):
        return
    sure = Confidence.LOW if alert.environment != PRODUCTION else Confidence.MEDIUM if alert.source == "grafana" else None
    text = alert.expression.value
    flaw = _flaw(alert, str(text)) if not alert.expression.unknown and isinstance(text, str) else ""
    if flaw:
        yield Message(f"the expression of {alert.name} is refused: {flaw}", alert.expression.span, confidence=sure)
    for told, span in alert.misplaced[:1]:
        yield Message(f"the rule {alert.name} is refused: {told}", span, confidence=sure)
    if alert.wait is not None and alert.wait.unknown.endswith("is no duration") and not _FILLED_IN.search(alert.wait.unknown):
        yield Message(f"the `for` of {alert.name} is refused: {alert.wait.unknown}", alert.wait.span, confidence=sure)


def _flaw(alert: AlertRule, text: str) -> str:
    if _FILLED_IN.search(text):
        return ""
    if alert.tree is None:
        return f"it does not parse: {alert.problem}" if alert.source != "grafana" and text.strip() else ""
    if any(isinstance(one, Hole) for one in walk(alert.tree)):
        return ""
    asked = [one for one in selectors(alert.tree) if one.log]
    lines = any(one.stages for one in asked) or (bool(asked) and "loki" in f"{alert.span.path} {alert.store}".lower())
    reason = never(alert.tree)
    if reason is not None and reason.kind == "lines":
        return ""  # that it cannot fire is said already
    return next((one.text for one in refusals(alert.tree, lines=lines)), "")


def _takes_more(alert: AlertRule, project: Any) -> bool:
    """Whether VictoriaMetrics evaluates it, whose language has ranges left out and further functions."""
    if _MORE.search(f"{alert.span.path} {alert.store}"):
        return True
    return any(_MORE.search(f"{one.image} {one.name}") for one in services(project))
