"""An alert is silent when its query fails

Grafana takes a query that fails (`execErrState: OK`) as if all were well, or one that finds nothing (`noDataState: OK`) though the rule
looks for what has gone.

## Why it matters

The store is down, a password has expired, a target no longer answers: just then there is nothing to compare, and the alert says OK
(CWE-778).

## How to fix it

`execErrState: Error` (or `Alerting`), and `noDataState: Alerting` or `NoData` where missing data is what the alert is for.

## Examples

```python
# file: grafana/alerting.yaml
apiVersion: 1
groups:
  - name: api
    rules:
      - uid: a
        title: ApiDown
        condition: C
        data:
          - {refId: A, datasourceUid: prometheus, model: {expr: 'up{job="api"}', refId: A}}
          - refId: C
            datasourceUid: __expr__
            model: {type: threshold, expression: A, conditions: [{evaluator: {type: lt, params: [1]}}]}
        noDataState: OK  # expect: finds nothing
        execErrState: OK  # expect: fails
        for: 5m
```

```python
# file: grafana/alerting.yaml
apiVersion: 1
groups:
  - name: api
    rules:
      - uid: a
        title: ManyErrors
        condition: C
        data:
          - {refId: A, datasourceUid: prometheus, model: {expr: 'sum(rate(shop_errors_total[5m]))', refId: A}}
          - refId: C
            datasourceUid: __expr__
            model: {type: threshold, expression: A, conditions: [{evaluator: {type: gt, params: [3]}}]}
        noDataState: OK
        execErrState: Error
        for: 5m
```

An alert on too many of something may take missing data as none of it.

## See also

`alert-cannot-fire`, `pipeline-silence-unalarmed`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.model import PRODUCTION
from checker.model import Confidence, Parameters, Severity
from checker.monitoring.expressions.tree import COMPARISONS, Binary, Number, selectors, walk
from checker.monitoring.model import AlertRule
from checker.rule import Message, rule

_THERE = frozenset(("up", "probe_success"))
"""Metrics that say whether something answers."""


@rule(
    "LP619",
    "alert-silent-on-failure",
    fact=AlertRule,
    severity=Severity.MEDIUM,
    confidence=Confidence.MEDIUM,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    pci=("10.7.2",),
)
def alert_silent_on_failure(alert: AlertRule, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each state that hides what the alert is for."""
    if alert.paused:
        return
    sure = None if alert.environment == PRODUCTION else Confidence.LOW
    if alert.silent("execErrState"):
        text = f"the alert {alert.name} is silent when its query fails: `execErrState` is OK"
        yield Message(text, alert.otherwise["execErrState"].span, confidence=sure)
    if alert.silent("noDataState") and _looks_for_less(alert):
        text = f"the alert {alert.name} looks for what has gone, and is silent when its query finds nothing: `noDataState` is OK"
        yield Message(text, alert.otherwise["noDataState"].span, confidence=sure)


def _looks_for_less(alert: AlertRule) -> bool:
    """Whether missing data is the worst of what it looks for; a query that compares by itself finds nothing as long as all is well."""
    tree, query = alert.tree, alert.query
    if tree is None or query is None or any(isinstance(one, Binary) and one.op in COMPARISONS and not one.bool for one in walk(query)):
        return False
    found = list(selectors(tree))
    if found and all(one.name in _THERE for one in found):
        return True
    if not isinstance(tree, Binary) or not isinstance(tree.right, Number):
        return False
    return tree.op in ("<", "<=") or (tree.op == "==" and not tree.right.value)
