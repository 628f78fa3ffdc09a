"""Anybody may send records

An input listens on every address of the machine and asks for neither a certificate nor a password.

## Why it matters

Whoever reaches the port writes records: forged ones, endless ones, or ones that hide what else is there (CWE-306).

## How to fix it

Listen on `127.0.0.1` or the inner address; else ask for a shared key, a token or a client's certificate.

## Examples

```python
# file: fluent-bit.yaml
pipeline:
  inputs:
    - name: forward
      listen: 0.0.0.0  # expect: asks for nothing
      port: 24224
  outputs:
    - {name: es, match: "*", host: logs.shop.net, tls: on}
```

```python
# file: fluent-bit.yaml
pipeline:
  inputs:
    - name: forward
      listen: 127.0.0.1
      port: 24224
  outputs:
    - {name: es, match: "*", host: logs.shop.net, tls: on}
```

Where nothing says on which address it listens, where a compose file passes its port on to the machine itself alone, and for a receiver of
an OpenTelemetry Collector, or of Alloy's, whose port no compose file passes on, it has low confidence.

## See also

`unencrypted-log-shipping`. [CWE-306](https://cwe.mitre.org/data/definitions/306.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.surroundings import ComposeService
from checker.model import Confidence, Parameters, Severity
from checker.monitoring.model import EVERYWHERE, Collector, Endpoint
from checker.rule import Message, rule
from checker.rules.monitoring._containers import given
from checker.rules.monitoring._shippers import less_sure, listens_everywhere

_SERVERS = frozenset(("logstash", "rsyslog", "fluentd"))
"""Shippers whose inputs listen on every address unless they are told otherwise."""


@rule(
    "LP637",
    "open-log-input",
    fact=Collector,
    severity=Severity.MEDIUM,
    confidence=Confidence.MEDIUM,
    cwe=(306,),
    owasp=("A05:2021", "A09:2021", "A02:2025", "A09:2025"),
    asvs=("16.4.2",),
    pci=("10.3.2",),
)
def open_log_input(collector: Collector, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each input that takes records from anybody."""
    for one in collector.inputs:
        at = one.listens
        if at is None or at.authenticated is not False or not listens_everywhere(at.host) or at.host is None:
            continue
        stated = (at.host.value and at.host.span != one.span) or collector.kind in _SERVERS
        passed_on = _passed_on(at, collector, project)
        inner = collector.kind == "otel" or one.kind.startswith(("otelcol.", "faro."))  # it stands in a network of containers
        sure = less_sure(collector) if stated and (not inner or passed_on) and passed_on is not False else Confidence.LOW
        yield Message(f"the input {one.kind} listens on every address and asks for nothing", at.span or one.span, confidence=sure)


def _passed_on(at: Endpoint, collector: Collector, project: Any) -> bool | None:
    """Whether the machine passes the port on to everybody: ``False`` only to itself, or not at all; ``None`` where that is not known."""
    found = list(given(collector.span.path, project))
    inside = str(at.port.value) if at.port is not None and at.port.value is not None else ""
    held = [address for service in found for address, to in service.ports if to == inside]
    return any(not address or address == EVERYWHERE for address in held) if held else None if _may_be_reached(found) else False


def _may_be_reached(found: list[ComposeService]) -> bool:
    """Whether it is not certain that only containers beside it come to a port that none of its services passes on."""
    return not found or any(one.network or one.ports for one in found)
