"""An alert's text says something else than its expression

"more than 10 failed logins per minute" over `rate(...) > 10`, which is per second; "above 5 %" over a share of 1 compared with 5; "for 15
minutes" where the rule looks back five; a threshold that was changed in only one of the two places; a share of 1 that is shown with a
percent sign: `{{ $value }}%`; "above 100" over `< 100`; "slower than 500 ms" over seconds and `> 5`.

## Why it matters

`rate()` is per second: off by 60, the alarm for failed logins never sounds. And who is woken at night believes the text (CWE-778).

## How to fix it

Make them say the same: `rate(...) * 60 > 10` or `increase(...[1m]) > 10`, `> 0.05` for a share, the same number in both.

## Examples

```python
# file: alerts.yaml
groups:
  - name: logins
    rules:
      - alert: ManyLoginFailures
        expr: sum(rate(login_failures_total[5m])) > 10
        annotations:
          summary: More than 10 failed logins per minute  # expect: what is per second
```

```python
# file: alerts.yaml
groups:
  - name: logins
    rules:
      - alert: ManyLoginFailures
        expr: sum(rate(login_failures_total[5m])) * 60 > 10
        annotations:
          summary: More than 10 failed logins per minute
```

```python
# file: alerts.yaml
groups:
  - name: api
    rules:
      - alert: ManyErrors
        expr: sum(rate(errors_total[5m])) / sum(rate(requests_total[5m])) > 5
        for: 10m
        annotations:
          summary: Error rate is above 5%  # expect: which is 500 %
          description: Errors for more than 30 minutes  # expect: looks back 5 minutes and waits 10 minutes
      - alert: QueueLong
        expr: shop_mail_queue < 100
        annotations:
          summary: The queue is above 100  # expect: it asks for what is below it
      - alert: LoginsSlow
        expr: histogram_quantile(0.95, sum by (le) (rate(login_seconds_bucket[5m]))) > 5
        annotations:
          summary: Logins take more than 500ms  # expect: it compares seconds with 5
```

## Settings

`claims`: which claims are looked at. The default is `["rate", "percent", "share", "window", "threshold", "time"]`.

## See also

`alert-cannot-fire`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.monitoring.expressions.quantities import comparisons, durations, numbers
from checker.monitoring.expressions.tree import Binary, Hole, selectors, walk
from checker.monitoring.model import AlertRule
from checker.monitoring.wording import Claim, claims
from checker.rule import Message, rule
from checker.rules.monitoring._contradictions import days, direction, holds, percent, rate, share, threshold, time, window


@rule(
    "LP602",
    "alert-text-contradicts-expression",
    fact=AlertRule,
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    pci=("10.4.1.1",),
    claims=["rate", "percent", "share", "window", "threshold", "time"],
)
def alert_text_contradicts_expression(alert: AlertRule, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each text that cannot be true of the expression."""
    if alert.tree is None or any(isinstance(one, Hole) for one in walk(alert.tree)):
        return
    told: set[int] = set()
    for claim in claims(alert):
        if claim.kind not in parameters["claims"] or claim.span.line in told:
            continue
        really = _really(claim, alert)
        if really:
            told.add(claim.span.line)
            sure = Confidence.HIGH if claim.kind in ("rate", "percent", "share") else Confidence.MEDIUM
            if claim.kind == "window" and holds(claim, durations(alert.tree), _wait(alert)):
                sure = Confidence.LOW
            compared = list(comparisons(alert.tree))
            if claim.kind == "percent" and any(one.quantity.named for one in compared) and not direction(claim, compared):
                sure = Confidence.LOW  # a name tells its unit wrongly at times
            yield Message(f'the alert {alert.name} says "{claim.text}", but {really}', claim.span, confidence=sure)


def _really(claim: Claim, alert: AlertRule) -> str:
    """What the expression says instead, ``""`` where the claim may be true."""
    tree = alert.tree
    if tree is None:
        return ""
    compared = list(comparisons(tree))
    if claim.kind == "rate":
        return rate(claim, compared)
    if claim.kind == "percent":
        return percent(claim, compared, numbers(tree)) or direction(claim, compared)
    if claim.kind == "share":
        return share(compared, [one.name for one in selectors(tree)], sum(isinstance(one, Binary) for one in walk(tree)) - len(compared))
    if claim.kind == "time":
        return time(claim, compared, [one.name for one in selectors(tree)], numbers(tree), {*durations(tree), _wait(alert) or 0.0})
    if claim.kind == "window":
        looked = durations(tree)
        unknown = (alert.wait is not None and alert.wait.unknown) or any(one < 0 for one in looked)
        counted = not looked and not claim.text.lower().startswith("for")  # "in the last day": what a gauge counts by itself
        return "" if unknown or counted else window(claim, looked, numbers(tree), _wait(alert))
    if claim.unit != 1.0:
        return days(claim, compared, [one.name for one in selectors(tree)], numbers(tree), durations(tree))
    return threshold(claim, compared, numbers(tree), durations(tree)) or direction(claim, compared)


def _wait(alert: AlertRule) -> float | None:
    """Seconds for which it must hold."""
    return float(alert.wait.value) if alert.wait is not None and isinstance(alert.wait.value, int | float) else None
