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
from checker.logconfig.surroundings import EnvironmentVariable
from checker.model import Confidence, Parameters, Severity
from checker.monitoring.model import Collector, Input, Output
from checker.rule import Message, rule
from checker.rules.monitoring._shippers import NO_LOGS, less_sure

_CHOICES = {
    "storage.type": "memory",
    "queue.type": "memory",
    "buffer.type": "memory",
    "buffer.@type": "memory",
    "sending_queue.enabled": "false",
}
"""Options by which a buffer in memory, or none, is chosen in so many words."""
_METRICS = re.compile(r"prometheus|statsd|graphite|metrics|influxdb|^mimir")
_ACKNOWLEDGED = frozenset(("beats", "elastic_agent", "lumberjack", "relp", "logstash"))
_ONCE = frozenset(("syslog", "tcplog", "udplog", "fluentforward", "splunk_hec", "webhookevent"))
"""Receivers of an OpenTelemetry Collector whose senders send a record once; those of OTLP try again for a while."""
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
        one for one in collector.outputs if one.sink == "remote" and _in_memory(one, collector, project) and not _METRICS.search(one.kind)
    ]
    inputs = collector.inputs or _of_other_parts(collector, project)
    if chosen is None and not (waiting and any(one.kind not in NO_LOGS for one in inputs)):
        return
    if chosen is not None and collector.outputs and not waiting and collector.kind != "logstash":
        return
    place = waiting[0].span if waiting else collector.span
    taken = any((one.listens is not None and not _sent_again(one, collector)) or one.kind == "imuxsock" for one in inputs)
    if chosen is None and collector.kind == "logstash" and not taken:
        return
    untold = collector.kind == "otel" and not any(one.kind.partition("/")[0] in _ONCE for one in inputs)
    sure = less_sure(collector) if chosen is not None or (taken and not untold) else Confidence.LOW
    named = f" of {waiting[0].kind}" if waiting and waiting[0].kind else ""
    yield Message(
        f"what is not sent yet waits in memory only{named}: a restart loses it", chosen.span if chosen else place, confidence=sure
    )


def _of_other_parts(collector: Collector, project: Any) -> tuple[Input, ...]:
    """The inputs of the other files, or other blocks of the same file, that are started with it."""
    if not collector.partial or collector.settings.keys() & {"queue.type"}:
        return ()
    folder = collector.span.path.rpartition("/")[0]
    others = [one for one in project.monitored.collectors if one.kind == collector.kind and one is not collector and not one.outputs]
    return tuple(held for one in others if one.span.path.rpartition("/")[0] == folder for held in one.inputs)


def _in_memory(output: Output, collector: Collector, project: Any) -> bool:
    """Whether it waits there: Logstash has one queue for all, in memory unless its settings say otherwise."""
    if collector.kind != "logstash":
        return output.buffer in ("memory", "none")
    settings = (one.settings for one in project.monitored.collectors if one.kind == "logstash")
    told = any("queue.type" in one for one in settings)
    return not told and not any(isinstance(one, EnvironmentVariable) and one.name == "QUEUE_TYPE" for one in project.configured.facts)


def _sent_again(one: Input, collector: Collector) -> bool:
    """Whether who sends keeps the record until Logstash has acknowledged it."""
    return collector.kind == "logstash" and one.kind in _ACKNOWLEDGED


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
