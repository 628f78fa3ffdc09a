"""An alert fires at the first sample

There is no `for`, though its expression looks at a single moment of something that comes and goes: a scrape, a load, a queue.

## Why it matters

One slow scrape or one restart raises it; people learn to wait whether it goes away (CWE-779).

## How to fix it

Give it a `for`, or look over a window (`avg_over_time(...[5m])`). `for: 0s` says that it is meant.

## Examples

```python
# file: alerts.yaml
groups:
  - name: api
    rules:
      - {alert: ApiDown, expr: 'up{job="api"} == 0', for: 5m}
      - {alert: WebDown, expr: 'up{job="web"} == 0', for: 5m}
      - {alert: QueueLong, expr: 'queue_length > 1000', for: 10m}
      - {alert: DiskFull, expr: 'disk_used_ratio > 0.9', for: 10m}
      - {alert: PoolEmpty, expr: 'pool_free == 0'}  # expect: there is no `for`
```

Where the other rules do not wait either, or the metric is none that comes and goes by itself, it has low confidence. What looks over a
window, what counts log lines and what asks whether something is absent is left alone.

## See also

`alert-without-severity`. [CWE-779](https://cwe.mitre.org/data/definitions/779.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from checker.logconfig.model import PRODUCTION
from checker.model import Confidence, Parameters, Severity
from checker.monitoring.expressions.quantities import durations
from checker.monitoring.expressions.tree import Call, Selector, selectors, walk
from checker.monitoring.model import AlertRule
from checker.rule import Message, rule

_RESTLESS = re.compile(
    r"^(?:up|probe_success)$|load|cpu|mem(?:ory)?_|latency|usage|utili[sz]ation|queue|connections|pending|lag|free|used", re.IGNORECASE
)
"""Names of metrics that come and go by themselves; a certificate's age or a broken disk does not."""
_MOMENTS = frozenset(("absent", "absent_over_time", "time", "vector", "predict_linear", "timestamp"))


@rule(
    "LP609",
    "alert-without-for",
    fact=AlertRule,
    severity=Severity.LOW,
    confidence=Confidence.MEDIUM,
    cwe=(779,),
    owasp=("A09:2021", "A09:2025"),
)
def alert_without_for(alert: AlertRule, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a rule about a moment that does not wait."""
    if alert.tree is None or alert.wait is not None or alert.language != "promql" or durations(alert.tree):
        return
    if any(isinstance(one, Call) and one.name in _MOMENTS for one in walk(alert.tree)):
        return
    if any(isinstance(one, Selector) and ":" in one.name for one in walk(alert.tree)):
        return  # a recorded series may look over a window
    restless = any(_RESTLESS.search(one.name) for one in selectors(alert.tree))
    sure = None if restless and not alert.templated and alert.environment == PRODUCTION else Confidence.LOW
    yield Message(f"the alert {alert.name} fires at the first sample: there is no `for`", confidence=sure)
