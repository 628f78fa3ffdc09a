"""A shipper's input names no file

A job of Promtail has targets and no `__path__`, an input of Fluent Bit that follows files has no `Path`: it reads nothing.

## Why it matters

The shipper runs, its targets look well, and not one line arrives (CWE-778).

## How to fix it

Say which files: `__path__: /var/log/shop/*.log` among the labels of the target, `Path` in Fluent Bit. Containers are read by
`docker_sd_configs`, or by the files of their logs.

## Examples

```python
# file: promtail.yaml
clients: [{url: "https://logs.shop.net/loki/api/v1/push"}]
positions: {filename: /var/lib/promtail/positions.yaml}
scrape_configs:
  - job_name: containers  # expect: names no file
    static_configs: [{targets: [localhost], labels: {job: containers}}]
    relabel_configs:
      - {source_labels: [__meta_docker_container_name], target_label: container}
```

```python
# file: promtail.yaml
clients: [{url: "https://logs.shop.net/loki/api/v1/push"}]
positions: {filename: /var/lib/promtail/positions.yaml}
scrape_configs:
  - job_name: containers
    docker_sd_configs: [{host: "unix:///var/run/docker.sock"}]
    relabel_configs:
      - {source_labels: [__meta_docker_container_name], target_label: container}
```

## See also

`unrouted-log-input`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.monitoring.model import Collector
from checker.rule import Message, rule
from checker.rules.monitoring._shippers import less_sure

_FOLLOWING = {"promtail": "__path__", "fluent-bit": "Path"}
"""Shippers whose input of the kind ``tail`` reads nothing without it."""


@rule(
    "LP644",
    "log-input-without-path",
    fact=Collector,
    severity=Severity.MEDIUM,
    confidence=Confidence.MEDIUM,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    pci=("10.7.2",),
)
def log_input_without_path(collector: Collector, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each such input."""
    option = _FOLLOWING.get(collector.kind)
    for one in collector.inputs:
        if option is not None and one.kind == "tail" and not one.paths:
            named = f" {one.name}" if one.name else ""
            text = f"the input{named} names no file, so that it reads nothing: there is no `{option}`"
            yield Message(text, one.span, confidence=less_sure(collector))
