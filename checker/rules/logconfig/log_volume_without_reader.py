"""Log files end with the pod

A container writes its log files to an `emptyDir`, and no other container of the pod reads them.

## Why it matters

The volume is removed with the pod: after a crash, an eviction or a rollout the files are gone, and nobody else saw them (CWE-778).

## How to fix it

Write to stdout, which the node's collector reads, or add a container that sends the files on, or use a volume that stays.

## Examples

```python
# file: deploy/shop.yaml
apiVersion: apps/v1
kind: Deployment
metadata: {name: shop}
spec:
  template:
    spec:
      containers:
        - name: web
          image: shop:1.4
          volumeMounts:
            - {name: logs, mountPath: /var/log/shop}
      volumes:
        - name: logs
          emptyDir: {}  # expect: gone with the pod
```

```python
# file: deploy/shop.yaml
apiVersion: apps/v1
kind: Deployment
metadata: {name: shop}
spec:
  template:
    spec:
      containers:
        - name: web
          image: shop:1.4
          volumeMounts:
            - {name: logs, mountPath: /var/log/shop}
        - name: shipper
          image: fluent-bit:3
          volumeMounts:
            - {name: logs, mountPath: /logs, readOnly: true}
      volumes:
        - name: logs
          emptyDir: {sizeLimit: 200Mi}
```

## Settings

`environments`: which manifests are judged. The default is `["production"]`. A file that a container's own command follows (`tail -F`) is
read, and so is what a sidecar mounts, also one that starts first and stays. A volume of a job counts where it is called one of logs.
Where the project has code, and no handler of it writes to a file, the finding has low confidence.

## See also

`unrotated-log-file`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.facts import ConfiguredHandler
from checker.logconfig.surroundings import LogVolume
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule

_SEEN = 5
"""So many modules and more are taken for the code that runs there."""


@rule(
    "LP530",
    "log-volume-without-reader",
    fact=LogVolume,
    severity=Severity.MEDIUM,
    confidence=Confidence.MEDIUM,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.4.2", "16.4.3"),
    environments=["production"],
)
def log_volume_without_reader(volume: LogVolume, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a volume of logs that one container alone mounts."""
    if not volume.others:
        grows = "" if volume.limited else "; it has no `sizeLimit` either"
        told = f"what {volume.writer} writes to {volume.path} is gone with the pod: {volume.name} is an emptyDir that nobody else reads"
        yield Message(told + grows, confidence=None if _may_write(project) else Confidence.LOW)


def _may_write(project: Any) -> bool:
    """Whether the project's code is not here, or some handler of it writes to a file."""
    configured = project.configured
    return configured.modules < _SEEN or any(isinstance(one, ConfiguredHandler) and one.writes == "file" for one in configured.facts)
