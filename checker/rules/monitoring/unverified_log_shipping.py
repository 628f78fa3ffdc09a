"""Records are sent to whoever answers

An output speaks TLS and does not check whom it speaks to: `tls.verify off`, `insecure_skip_verify: true`.

## Why it matters

Anybody on the way can answer with a certificate of their own, read the records and swallow them (CWE-295).

## How to fix it

Trust the authority that signed the store's certificate (`tls.ca_file`, `ca_file`), and leave verification on.

## Examples

```python
# file: fluent-bit.yaml
pipeline:
  inputs:
    - {name: tail, path: /var/log/auth.log, tag: auth, db: /var/lib/fluent-bit/auth.db}
  outputs:
    - name: es
      match: "*"
      host: logs.shop.net
      tls: on
      tls.verify: off  # expect: without checking
```

```python
# file: fluent-bit.yaml
pipeline:
  inputs:
    - {name: tail, path: /var/log/auth.log, tag: auth, db: /var/lib/fluent-bit/auth.db}
  outputs:
    - name: es
      match: "*"
      host: logs.shop.net
      tls: on
      tls.ca_file: /etc/ssl/shop-ca.pem
```

## See also

`unencrypted-log-shipping`. [CWE-295](https://cwe.mitre.org/data/definitions/295.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.monitoring.model import Collector
from checker.rule import Message, rule
from checker.rules.monitoring._shippers import host_of, is_remote, less_sure


@rule(
    "LP636",
    "unverified-log-shipping",
    fact=Collector,
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    cwe=(295,),
    owasp=("A02:2021", "A07:2021", "A04:2025", "A07:2025"),
    asvs=("12.3.1", "16.4.3"),
    pci=("10.3.3",),
)
def unverified_log_shipping(collector: Collector, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each output that takes any certificate."""
    for one in collector.outputs:
        target = one.target
        if target is None or target.tls is False or target.verified is not False:
            continue
        host = host_of(target)
        if host and not is_remote(host):
            continue
        yield Message(f"the output {one.kind} sends to {host or 'its host'} without checking its certificate", target.span or one.span,
                      confidence=less_sure(collector))  # fmt: skip
