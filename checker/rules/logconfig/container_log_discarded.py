"""A container's log is thrown away

A compose service, or the Docker daemon, with the log driver `none`.

## Why it matters

Nothing that the service writes to its standard output is kept anywhere: after an attack or a crash there is no trace of it (CWE-778).

## How to fix it

Use `local`, or `json-file` with `max-size` and `max-file`, or a driver that sends to a collector.

## Examples

```python
# file: docker-compose.yaml
services:
  shop:
    image: shop:1.4
    logging:  # expect: thrown away
      driver: none
```

```python
# file: docker-compose.yaml
services:
  shop:
    image: shop:1.4
    logging:
      driver: local
```

## Settings

`environments`: which compose files are judged. The default is `["production"]`. A compose file is known by its name, or by `services` with
a `logging`; one that builds from a `Dockerfile.dev` or `Dockerfile.local` is for development.

## See also

`container-without-log-limits`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.surroundings import ContainerLog
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule


@rule(
    "LP529",
    "container-log-discarded",
    fact=ContainerLog,
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.2.3",),
    environments=["production"],
)
def container_log_discarded(log: ContainerLog, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a container whose driver keeps nothing."""
    if log.driver == "none" and not log.unknown:
        owner = f"the service {log.service}" if log.kind == "compose" else "every container"
        yield Message(f"what {owner} logs is thrown away: the driver is `none`")
