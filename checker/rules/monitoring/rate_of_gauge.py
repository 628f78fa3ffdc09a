"""A rate is taken of what goes up and down

`increase(process_resident_memory_bytes[1h])`: `rate()`, `irate()` and `increase()` are for counters, which only grow. Of a gauge they take
each fall for a restart, and count what is left as if it had come anew.

## Why it matters

The alert fires while nothing happens, and is silent when it should not be: one gigabyte that is freed and taken again counts as one that
was added (CWE-778).

## How to fix it

Use `delta()` or `deriv()` for a gauge, `changes()` for how often it changed (a time of start: how often it was started), or a counter of
the same thing.

## Examples

```python
# file: alerts.yaml
groups:
  - name: api
    rules:
      - alert: MemoryLeak
        expr: increase(process_resident_memory_bytes[1h]) > 1e9  # expect: `delta()`
        for: 10m
```

```python
# file: alerts.yaml
groups:
  - name: api
    rules:
      - alert: MemoryLeak
        expr: delta(process_resident_memory_bytes[1h]) > 1e9
        for: 10m
      - alert: Refusals
        expr: increase(shop_refused_total[5m]) > 10
        for: 1m
```

Only gauges of well-known programs are looked at, and names that end in a unit of a state: `_ratio`, `_percent`, `_celsius`.

## See also

`alert-text-contradicts-expression`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from checker.logconfig.model import PRODUCTION
from checker.model import Confidence, Parameters, Severity
from checker.monitoring.expressions.tree import Call, Selector, walk
from checker.monitoring.model import AlertRule
from checker.rule import Message, rule

_RATES = {"rate": "deriv", "irate": "deriv", "increase": "delta"}
_TIMES = re.compile(r"^(?:container_last_seen|[a-z][a-z0-9_]{0,100}_(?:start_time|timestamp|boot_time|created)(?:_seconds)?)$")
"""Points in time, of which something happening again moves the value by seconds."""
_GAUGES = re.compile(
    r"^(?:up|probe_success|process_(?:resident_memory_bytes|virtual_memory_bytes|open_fds)|go_(?:goroutines|threads)"
    r"|go_memstats_(?:alloc|heap_\w+|stack_\w+|sys|next_gc)_bytes|python_gc_objects_uncollectable"
    r"|node_(?:load\d{1,2}|memory_\w+_bytes|filesystem_(?:avail|free|size)_bytes|filesystem_files(?:_free)?|hwmon_temp_celsius|procs_\w+)"
    r"|container_(?:memory_(?:usage_bytes|working_set_bytes|rss|cache|swap)|spec_\w+)"
    r"|kube_(?:pod_status_(?:phase|ready)|deployment_(?:status|spec)_replicas\w*|node_status_condition|job_status_(?:active|failed))"
    r"|redis_(?:memory_used_bytes|memory_max_bytes|connected_clients|db_keys)|pg_(?:stat_activity_count|database_size_bytes|up|locks_count)"
    r"|mysql_(?:up|global_status_threads_(?:connected|running))|rabbitmq_queue_messages(?:_ready|_unacked|_unacknowledged)?"
    r"|jvm_(?:memory_(?:used|committed|max)_bytes|threads_(?:live|current)(?:_threads)?)|probe_ssl_earliest_cert_expiry"
    r"|[a-z][a-z0-9_]{0,100}_(?:ratio|percent|percentage|celsius|rate))$"
)
"""Names as their exporters give them (node_exporter 1.9, cAdvisor, kube-state-metrics 2, client libraries)."""


@rule(
    "LP622",
    "rate-of-gauge",
    fact=AlertRule,
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
)
def rate_of_gauge(alert: AlertRule, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for an alert that takes a rate of a gauge."""
    if alert.tree is None or alert.language != "promql":
        return
    for one in walk(alert.tree):
        held = one.arguments[0] if isinstance(one, Call) and one.name in _RATES and one.arguments else None
        if not isinstance(one, Call) or not isinstance(held, Selector) or held.log:
            continue
        text = ""
        if _GAUGES.match(held.name):
            text = f"the gauge {held.name}, which may fall: `{_RATES[one.name]}()` is for gauges"
        elif _TIMES.match(held.name):
            text = f"the point in time {held.name}, which gives seconds: `changes()` says how often it moved"
        if text:
            sure = Confidence.LOW if alert.environment != PRODUCTION else None
            yield Message(f"the alert {alert.name} takes {one.name}() of {text}", alert.expression.span, confidence=sure)
            return
