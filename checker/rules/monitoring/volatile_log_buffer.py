"""Records that are not sent yet are kept in memory only

A shipper that takes records from the network, or is told to buffer in memory, keeps nothing on disk until the store has them.

## Why it matters

What waits is lost when the shipper restarts or the store is away for longer than the memory lasts, and whoever sent it does not send it
again: an attacker only has to restart one of the two (CWE-778).

## How to fix it

Buffer on disk: `storage.path` with `storage.type filesystem` (Fluent Bit), `<buffer> @type file` (Fluentd), `queue.type: persisted`
(Logstash), `queue.disk` (Filebeat), `buffer.type = "disk"` (Vector), `queue.filename` (rsyslog), `sending_queue.storage` (OpenTelemetry
Collector).

## Examples

```python
# file: fluent-bit.yaml
pipeline:
  inputs:
    - {name: syslog, mode: tcp, listen: 10.0.0.5, tag: host, shared_key: "${KEY}"}
  outputs:
    - name: es  # expect: in memory only
      match: "*"
      host: logs.shop.net
      tls: on
```

```python
# file: fluent-bit.yaml
service:
  storage.path: /var/lib/fluent-bit/buffer
pipeline:
  inputs:
    - {name: syslog, mode: tcp, listen: 10.0.0.5, tag: host, shared_key: "${KEY}", storage.type: filesystem}
  outputs:
    - {name: es, match: "*", host: logs.shop.net, tls: on}
```

```python
# file: pipelines.yml
- pipeline.id: main
  path.config: /usr/share/logstash/pipeline/main.conf
  queue.type: memory  # expect: in memory only
- pipeline.id: audit
  path.config: /usr/share/logstash/pipeline/audit.conf
  queue.type: persisted
```

A shipper that reads files and remembers its position can read them again; without a buffer on disk it has low confidence.

## See also

`volatile-log-position`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from checker.logconfig.model import Setting
from checker.model import Confidence, Parameters, Severity
from checker.monitoring.model import Collector
from checker.rule import Message, rule
from checker.rules.monitoring._shippers import carries_logs, less_sure

_CHOICES = {
    "storage.type": "memory",
    "queue.type": "memory",
    "buffer.type": "memory",
    "buffer.@type": "memory",
    "sending_queue.enabled": "false",
}
"""Options by which a buffer in memory, or none, is chosen in so many words."""
_METRICS = re.compile(r"prometheus|statsd|graphite|metrics|influxdb|^mimir")
_LIMITS = ("mem_buf_limit",)
"""Options that only a buffer in memory has."""


@rule(
    "LP634",
    "volatile-log-buffer",
    fact=Collector,
    severity=Severity.LOW,
    confidence=Confidence.MEDIUM,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.4.2",),
    pci=("10.3.3",),
)
def volatile_log_buffer(collector: Collector, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a shipper whose records wait in memory."""
    chosen = _chosen(collector)
    waiting = [
        one for one in collector.outputs if one.sink == "remote" and one.buffer in ("memory", "none") and not _METRICS.search(one.kind)
    ]
    if chosen is None and not (waiting and collector.inputs and carries_logs(collector)):
        return
    if chosen is not None and collector.outputs and not waiting:
        return
    place = waiting[0].span if waiting else collector.span
    taken = any(one.listens is not None or one.kind == "imuxsock" for one in collector.inputs)
    sure = less_sure(collector) if chosen is not None or (taken and collector.kind != "otel") else Confidence.LOW
    named = f" of {waiting[0].kind}" if waiting else ""
    yield Message(
        f"what is not sent yet waits in memory only{named}: a restart loses it", chosen.span if chosen else place, confidence=sure
    )


def _chosen(collector: Collector) -> Setting | None:
    """What says that records are buffered in memory."""
    held = [
        collector.settings,
        *(one.options for one in collector.inputs),
        *(one.options for one in collector.outputs if one.sink == "remote"),
    ]
    for options in held:
        for key, word in _CHOICES.items():
            found = options.get(key)
            if found is not None and not found.unknown and str(found.value).lower() == word:
                return found
    limits = (one.options[key] for one in collector.inputs for key in _LIMITS if key in one.options and one.listens is None)
    return next(limits, None) if collector.outputs else None
