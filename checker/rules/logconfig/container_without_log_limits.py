"""A container keeps its log without bound

A compose service whose standard output goes to Docker's `json-file` driver without `max-size`.

## Why it matters

Docker keeps all of it on the host's disk until that is full; then every container on the host fails (CWE-400).

## How to fix it

Give the service `logging: {driver: local}`, or `options: {max-size: 10m, max-file: '5'}`.

## Examples

```python
# file: docker-compose.yaml
services:
  shop:
    image: shop:1.4
    logging:  # expect: max-size
      driver: json-file
```

```python
# file: docker-compose.yaml
services:
  shop:
    image: shop:1.4
    logging:
      driver: json-file
      options: {max-size: 10m, max-file: "5"}
```

## Settings

`environments`: which compose files are judged. The default is `["production"]`.

Without any `logging` the daemon's own settings may limit it, so that finding has low confidence.

## See also

`unrotated-log-file`. [CWE-400](https://cwe.mitre.org/data/definitions/400.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.facts import ContainerLog
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule


@rule(
    "LP525",
    "container-without-log-limits",
    fact=ContainerLog,
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    cwe=(400, 779),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.4.2",),
    environments=["production"],
)
def container_without_log_limits(log: ContainerLog, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a container whose driver keeps everything."""
    if log.unknown or log.driver not in ("", "json-file"):
        return
    if "max-size" in log.options:
        return
    owner = f"the service {log.service}" if log.kind == "compose" else "the Docker daemon"
    stated = log.driver == "json-file" or bool(log.options)
    yield Message(f"{owner} keeps its log without bound: there is no `max-size`", confidence=None if stated else Confidence.LOW)
