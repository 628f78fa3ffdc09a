"""Records go to a console or to nothing only

Every output of a shipper, or of a pipeline for logs, is one for debugging: `stdout`, `debug`, `null`.

## Why it matters

What was collected is printed into the shipper's own log and is gone with it; no rule ever sees it (CWE-778).

## How to fix it

Send it to a store, beside the console or instead of it.

## Examples

```python
# file: otel-collector.yaml
receivers:
  filelog: {include: [/var/log/shop/*.log], storage: file_storage}
exporters:
  debug: {}
service:
  pipelines:
    logs:  # expect: only for debugging
      receivers: [filelog]
      exporters: [debug]
```

```python
# file: otel-collector.yaml
receivers:
  filelog: {include: [/var/log/shop/*.log], storage: file_storage}
exporters:
  debug: {}
  otlp: {endpoint: "logs.shop.net:4317"}
service:
  pipelines:
    logs:
      receivers: [filelog]
      exporters: [debug, otlp]
```

In examples and development it has low confidence, and where other files of the folder may be joined with it.

## See also

`unrouted-log-input`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.monitoring.model import Collector
from checker.rule import Message, rule
from checker.rules.monitoring._shippers import carries_logs, joined, less_sure


@rule(
    "LP631",
    "debug-log-output-only",
    fact=Collector,
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.2.3", "16.4.3"),
    pci=("10.3.3",),
)
def debug_log_output_only(collector: Collector, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a shipper, or for a pipeline of logs, that ends at a console."""
    if collector.partial or not collector.outputs:
        return
    empty = {one.name: one.sink in ("debug", "null") for one in collector.outputs}
    if collector.kind == "otel":
        for name, place in collector.pipelines.items():
            sinks = [edge.target for edge in collector.edges if edge.source == name and edge.target in empty]
            others = [edge for edge in collector.edges if edge.source == name and edge.target in collector.connectors]
            if name.partition("/")[0] == "logs" and sinks and not others and all(empty[one] for one in sinks):
                text = f"the pipeline {name} ends at {', '.join(sinks)}, which is only for debugging"
                sure = Confidence.LOW if joined(collector, project) else less_sure(collector)
                yield Message(text, place, confidence=sure)
        return
    if all(one.sink in ("debug", "null") for one in collector.outputs) and carries_logs(collector):
        kinds = ", ".join(dict.fromkeys(one.kind for one in collector.outputs))
        yield Message(f"all records go to {kinds}, which is only for debugging", collector.outputs[0].span, confidence=less_sure(collector))
