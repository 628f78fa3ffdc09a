"""A variable in a shipper's configuration is not filled in

Promtail fills `${LOKI_URL}` in only where it is started with `-config.expand-env=true`; here it is not.

## Why it matters

It sends to an address that is called `${LOKI_URL}`, or with that as its password: nothing arrives (CWE-778).

## How to fix it

Start it with `-config.expand-env=true`, or write the value into a file that is named (`password_file`).

## Examples

```python
# file: compose.yaml
services:
  promtail:
    image: grafana/promtail:3.4.1
    command: -config.file=/etc/promtail/promtail.yaml
    volumes: ["./promtail.yaml:/etc/promtail/promtail.yaml:ro", "positions:/var/lib/promtail"]
volumes: {positions: {}}
# file: promtail.yaml
clients:
  - url: ${LOKI_URL}/loki/api/v1/push  # expect: is not filled in
positions: {filename: /var/lib/promtail/positions.yaml}
scrape_configs:
  - job_name: auth
    static_configs: [{targets: [localhost], labels: {__path__: /var/log/auth.log}}]
```

```python
# file: compose.yaml
services:
  promtail:
    image: grafana/promtail:3.4.1
    command: -config.file=/etc/promtail/promtail.yaml -config.expand-env=true
    volumes: ["./promtail.yaml:/etc/promtail/promtail.yaml:ro", "positions:/var/lib/promtail"]
volumes: {positions: {}}
# file: promtail.yaml
clients:
  - url: ${LOKI_URL}/loki/api/v1/push
positions: {filename: /var/lib/promtail/positions.yaml}
scrape_configs:
  - job_name: auth
    static_configs: [{targets: [localhost], labels: {__path__: /var/log/auth.log}}]
```

## See also

`comment-in-shipper-value`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.monitoring.model import Collector
from checker.rule import Message, rule
from checker.rules.monitoring._containers import OWN_START, running
from checker.rules.monitoring._shippers import less_sure

_IMAGE = re.compile(r"promtail", re.IGNORECASE)
_EXPANDS = re.compile(r"config\.expand-env(?!=false)")
_VARIABLE = re.compile(r"\$\{?[A-Z_][A-Z0-9_]*")
_SETTINGS = re.compile(r"^clients?\.(?:\d+\.)?(?:url|tenant_id|basic_auth\.\w+|bearer_token)$|^positions\.filename$")


@rule(
    "LP645",
    "unexpanded-shipper-variable",
    fact=Collector,
    severity=Severity.MEDIUM,
    confidence=Confidence.MEDIUM,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    pci=("10.7.2",),
)
def unexpanded_shipper_variable(collector: Collector, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each setting that decides where records go, where every service that is given the file leaves it as it is."""
    if collector.kind != "promtail":
        return
    held = ((key, one) for key, one in collector.settings.items() if _SETTINGS.match(key))
    found = [(key, one) for key, one in held if _VARIABLE.search(one.unknown or one.open)]
    services = [service for service, _ in running(collector.span.path, _IMAGE, project)] if found else []
    if not services or any(_EXPANDS.search(one.command) or not OWN_START.search(one.command.strip()) for one in services):
        return
    for key, one in found:
        named = key.rpartition(".")[2]
        text = f"the variable in `{named}` is not filled in: {services[0].name} is started without `-config.expand-env=true`"
        yield Message(text, one.span, confidence=less_sure(collector))
