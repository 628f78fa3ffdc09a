"""A pipeline names a component that is not there

A pipeline of an OpenTelemetry Collector, or a component of Alloy, names one that its configuration does not define.

## Why it matters

The collector refuses the whole configuration and does not start: nothing is collected (CWE-778).

## How to fix it

Define it, or correct the name.

## Examples

```python
# file: otel-collector.yaml
receivers:
  otlp: {protocols: {grpc: {endpoint: "127.0.0.1:4317"}}}
exporters:
  otlp/store: {endpoint: "logs.shop.net:4317"}
service:
  pipelines:
    logs:
      receivers: [otlp]
      exporters: [otlp/stor]  # expect: did you mean otlp/store
```

```python
# file: otel-collector.yaml
receivers:
  otlp: {protocols: {grpc: {endpoint: "127.0.0.1:4317"}}}
exporters:
  otlp/store: {endpoint: "logs.shop.net:4317"}
service:
  pipelines:
    logs:
      receivers: [otlp]
      exporters: [otlp/store]
```

What another file of the same folder defines is taken to be there: a collector joins the files that it is started with.

## See also

`unrouted-log-input`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.monitoring.model import Collector
from checker.rule import Message, rule
from checker.rules.monitoring._containers import given
from checker.rules.monitoring._shippers import joined, less_sure

_PARSERS = re.compile(r"(?:^|\s)(?:-R|--parser)[\s=]")
"""What names a file of parsers where Fluent Bit is started."""


@rule(
    "LP641",
    "undefined-collector-component",
    fact=Collector,
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.2.3",),
    pci=("10.7.2",),
)
def undefined_collector_component(collector: Collector, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each name that nothing defines."""
    if collector.partial:
        return
    elsewhere = joined(collector, project)
    known = {one.name for other in elsewhere for one in other.nodes}
    known |= {name for other in elsewhere for name in other.connectors}
    names = {one.name for one in collector.nodes}
    for kind, named in collector.undefined:
        if named.name in known:
            continue
        if kind == "parser" and any(_PARSERS.search(service.command) for service in given(collector.span.path, project)):
            continue
        if kind == "output":
            sure = less_sure(collector) or Confidence.MEDIUM  # somebody may have built one in
            yield Message(f"there is no output {named.name}: {collector.kind} does not start", named.span, confidence=sure)
            continue
        near = difflib.get_close_matches(named.name, sorted(names), 1, 0.75)
        hint = f", did you mean {near[0]}?" if near else ""
        if kind == "parser":
            text = f"the parser {named.name} is not defined: no `parsers_file` is read"
            yield Message(text, named.span, confidence=less_sure(collector) or Confidence.MEDIUM)
            continue
        yield Message(f"the {kind} {named.name} is not defined{hint}", named.span)
