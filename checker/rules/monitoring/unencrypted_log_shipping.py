"""Records cross the network in clear text

An output sends to another host without TLS.

## Why it matters

Whoever is on the way reads what the records hold, and can drop or forge them (CWE-319).

## How to fix it

Use `https://`, `tls on`, or take `insecure: true` out.

## Examples

```python
# file: promtail.yaml
clients:
  - url: http://logs.shop.net:3100/loki/api/v1/push  # expect: logs.shop.net
positions: {filename: /var/lib/promtail/positions.yaml}
scrape_configs:
  - job_name: auth
    static_configs: [{targets: [localhost], labels: {__path__: /var/log/auth.log}}]
```

```python
# file: promtail.yaml
clients:
  - url: https://logs.shop.net/loki/api/v1/push
positions: {filename: /var/lib/promtail/positions.yaml}
scrape_configs:
  - job_name: auth
    static_configs: [{targets: [localhost], labels: {__path__: /var/log/auth.log}}]
```

## Settings

`allowed`: hosts to which it is allowed, as patterns (`10.*`). The default is none. A name of a container network or a cluster
(`loki`, `loki.monitoring.svc`) has low confidence.

## See also

`unverified-log-shipping`. [CWE-319](https://cwe.mitre.org/data/definitions/319.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.monitoring.model import Collector, Output
from checker.rule import Message, rule
from checker.rules.monitoring._shippers import host_of, is_inside, is_remote, less_sure

_PLACEHOLDER = re.compile(
    r"(?:\{\{|\$\{|<%|\benv\(\")[^\n]*?(?:server|remote|central|collector|aggregator|siem|relay|forward|gateway|log_?host|syslog_?host)[^\n]*",
    re.IGNORECASE,
)
_OF_NAMES = re.compile(r"env\(\"[^\"]*\"\)")
_NEAR = re.compile(r"local|loopback|socket", re.IGNORECASE)


@rule(
    "LP635",
    "unencrypted-log-shipping",
    fact=Collector,
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    cwe=(319,),
    owasp=("A02:2021", "A09:2021", "A04:2025", "A09:2025"),
    asvs=("12.3.1", "16.4.3"),
    pci=("10.3.3",),
    allowed=[],
)
def unencrypted_log_shipping(collector: Collector, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each output that sends to another host without TLS."""
    for one in collector.outputs:
        named = _server(one, collector)
        if named:
            text = f"the output {one.kind} sends records to {named} without TLS"
            yield Message(
                text,
                one.target.span or one.span if one.target is not None else one.span,
                confidence=less_sure(collector) or Confidence.MEDIUM,
            )
            continue
        host = host_of(one.target)
        if (
            one.target is None
            or one.target.tls is not False
            or not is_remote(host)
            or any(fnmatchcase(host, ok) for ok in parameters["allowed"])
        ):
            continue
        sure = Confidence.LOW if is_inside(host) else less_sure(collector)
        yield Message(f"the output {one.kind} sends records to {host} without TLS", one.target.span or one.span, confidence=sure)


def _server(one: Output, collector: Collector) -> str:
    """The placeholder of an address that rsyslog or Alloy sends to in clear text: what is called so is another machine."""
    target = one.target
    asked = (collector.kind == "rsyslog" and one.kind == "omfwd") or (collector.kind == "alloy" and one.sink == "remote")
    if not asked or target is None or target.tls is not False or target.host is None or not target.host.unknown:
        return ""
    if collector.kind == "alloy":
        names = _OF_NAMES.findall(str(target.host.value or ""))
        return next((name for name in names if _PLACEHOLDER.search(name) and not _NEAR.search(name)), "")
    match = _PLACEHOLDER.search(target.host.unknown)
    return match[0] if match is not None and not _NEAR.search(match[0]) else ""
