"""A shipper forgets how far it has read

The file that remembers the position lies where it does not last (`/tmp`, a folder of a container that no volume holds), or there is none.

## Why it matters

After a restart records are missing or come twice: an attacker only has to restart the machine (CWE-778).

## How to fix it

Keep the position on a volume: `db /var/lib/fluent-bit/x.db`, `positions: {filename: /var/lib/promtail/positions.yaml}`, `storage:
file_storage`.

## Examples

```python
# file: promtail.yaml
clients: [{url: "https://logs.shop.net/loki/api/v1/push"}]
positions:
  filename: /tmp/positions.yaml  # expect: /tmp/positions.yaml
scrape_configs:
  - job_name: auth
    static_configs: [{targets: [localhost], labels: {__path__: /var/log/auth.log}}]
```

```python
# file: promtail.yaml
clients: [{url: "https://logs.shop.net/loki/api/v1/push"}]
positions: {filename: /var/lib/promtail/positions.yaml}
scrape_configs:
  - job_name: auth
    static_configs: [{targets: [localhost], labels: {__path__: /var/log/auth.log}}]
```

## See also

`unrouted-log-input`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.monitoring.fields import flag
from checker.monitoring.model import Collector, Input
from checker.rule import Message, rule
from checker.rules.monitoring._positions import on_a_volume, unkept
from checker.rules.monitoring._shippers import less_sure

_LOST = re.compile(r"^(?:/tmp/|/var/tmp/|/dev/shm/|/run/|/var/run/|/dev/null$|NUL$)")
_KEEPING = {"fluent-bit": "db", "otel": "storage", "fluentd": "pos_file"}
"""What says where the position is kept, in shippers that forget it otherwise."""


def _forgets(one: Input, collector: Collector) -> bool:
    """Whether it reads files and would have to be told where to keep how far; the journal is read anew as a whole, if not from its end."""
    if one.kind == "systemd" and collector.kind == "fluent-bit":
        return flag(one.options.get("read_from_tail"), default=False) is True
    return one.kind in ("tail", "filelog") and collector.kind in _KEEPING and _reads_files(one.paths, one.options)


def _reads_files(paths: object, options: Any) -> bool:
    return bool(paths) and str(getattr(options.get("exit_on_eof"), "value", "")).lower() not in ("true", "on")


@rule(
    "LP638",
    "volatile-log-position",
    fact=Collector,
    severity=Severity.LOW,
    confidence=Confidence.MEDIUM,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.4.2",),
    pci=("10.3.3",),
)
def volatile_log_position(collector: Collector, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each position that is lost."""
    told: set[str] = set()
    for one in collector.inputs:
        place = one.position
        if place is not None and isinstance(place.value, str) and _LOST.match(place.value) and place.value not in told:
            if on_a_volume(place.value, collector, project):
                continue
            told.add(place.value)
            yield Message(f"how far it has read is kept in {place.value}, which does not last", place.span, confidence=less_sure(collector))
        elif place is None and _forgets(one, collector):
            yield Message(
                f"the input {one.kind} does not keep how far it has read: there is no `{_KEEPING[collector.kind]}`",
                one.span,
                confidence=less_sure(collector),
            )
    for path, service, span in unkept(collector, project):
        if not _LOST.match(path):
            text = f"how far it has read is kept in {path}, which is on no volume of {service}"
            yield Message(text, span, confidence=less_sure(collector))
