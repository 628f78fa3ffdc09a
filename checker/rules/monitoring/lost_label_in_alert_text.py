"""An alert's text names a label that its expression leaves out

`sum(rate(errors_total[5m])) > 1` has no labels: `{{ $labels.service }}` in its text is empty.

## Why it matters

"High error rate of " is read at night, and does not say where (CWE-778).

## How to fix it

Keep the label (`sum by (service) (...)`), or leave it out of the text.

## Examples

```python
# file: alerts.yaml
groups:
  - name: api
    rules:
      - alert: ManyErrors
        expr: sum by (job) (rate(errors_total[5m])) > 1
        annotations:
          summary: Many errors of {{ $labels.service }}  # expect: which its expression leaves out
      - alert: WorkerGone
        expr: absent(up{job="worker"})
        annotations:
          summary: "{{ $labels.job }} is gone from {{ $labels.pod }}"  # expect: $labels.pod
```

```python
# file: alerts.yaml
groups:
  - name: api
    rules:
      - alert: ManyErrors
        expr: sum by (instance) (rate(errors_total[5m])) > 1
        annotations:
          summary: Many errors on {{ $labels.instance }}
      - alert: WorkerGone
        expr: absent(up{job="worker"})
        annotations:
          summary: "{{ $labels.job }} is gone"
```

The labels `instance`, `job`, `namespace` and `cluster`, which stand in every text of some collections, are less sure.

## See also

`alert-text-contradicts-expression`, `broken-alert-template`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.monitoring.expressions.labelled import labels
from checker.monitoring.expressions.tree import Call, Hole, Node, Selector, walk
from checker.monitoring.model import AlertRule
from checker.rule import Message, rule

_NAMED = re.compile(r"\{\{-?\s{0,4}\$labels\.(?P<name>[A-Za-z_]\w{0,60})\b")
_ASKED = re.compile(r"\{\{-?\s{0,4}(?:if|with|range)\b")
"""Where a text asks first whether there is one, that is not looked at."""


_EVERYWHERE = frozenset(("instance", "job", "namespace", "cluster"))
"""Labels that stand in every text of some collections of rules, whatever the expression."""


@rule(
    "LP626",
    "lost-label-in-alert-text",
    fact=AlertRule,
    severity=Severity.LOW,
    confidence=Confidence.MEDIUM,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
)
def lost_label_in_alert_text(alert: AlertRule, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each alert, at the first text that names such a label."""
    if alert.source not in ("prometheus", "loki") or alert.tree is None or alert.templated:
        return
    if "victoria" in f"{alert.span.path} {alert.store}".lower() or any(isinstance(one, Hole) for one in walk(alert.tree)):
        return
    left = _left(alert.tree)
    if left is None:
        return
    for told in alert.annotations.values():
        text = told.value if isinstance(told.value, str) and len(told.value) < 10_000 else ""
        named = next((one["name"] for one in _NAMED.finditer(text) if one["name"] not in left and one["name"] not in alert.labels), "")
        if named and not _ASKED.search(text):
            kept = f"only {', '.join(sorted(left))} is left" if left else "no label is left"
            sure = Confidence.LOW if named in _EVERYWHERE else None
            yield Message(
                f"the alert {alert.name} names $labels.{named}, which its expression leaves out: {kept}", told.span, confidence=sure
            )
            return


def _left(node: Node) -> frozenset[str] | None:
    """The labels that are left, of what is absent those that it was asked for by; ``None`` where others may be."""
    if isinstance(node, Call) and node.name in ("absent", "absent_over_time") and node.arguments:
        asked = node.arguments[0]
        return frozenset(one.label for one in asked.matchers if one.op == "=") if isinstance(asked, Selector) else None
    return labels(node)
