"""A secret stands in a shipper's configuration

A password, a token or a key of an output or input as a literal.

## Why it matters

Who can read the repository has it, for ever: it stays in the history (CWE-798). With it records can be read, forged and deleted.

## How to fix it

Read it from the environment or from a file that a secret store fills, and change it: it is known now.

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
      http_user: shop
      http_passwd: h7Kq-92Lm-ee  # expect: a secret
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
      http_user: shop
      http_passwd: ${ES_PASSWORD}
```

## Settings

`placeholders`: further words that show that a value is only an example, beside such as `changeme`, `your` and `dummy`.

## See also

`secret-in-alert-routing`. [CWE-798](https://cwe.mitre.org/data/definitions/798.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.monitoring.model import Collector
from checker.rule import Message, rule
from checker.rules.monitoring._secrets import known_to_all, secrets
from checker.rules.monitoring._shippers import less_sure


@rule(
    "LP639",
    "secret-in-shipper-config",
    fact=Collector,
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    cwe=(798, 312),
    owasp=("A07:2021", "A07:2025"),
    asvs=("13.3.1",),
    pci=("8.6.2",),
    placeholders=[],
)
def secret_in_shipper_config(collector: Collector, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each literal secret."""
    told: set[int] = set()
    for owner, options in (*((node.kind, node.options) for node in collector.nodes), ("the configuration", collector.settings)):
        for name, setting, what in secrets(options, parameters["placeholders"]):
            if setting.span.line not in told:
                told.add(setting.span.line)
                yield Message(f"{owner} has {what} as a literal in `{name}`", setting.span, confidence=less_sure(collector))
        for name, setting in options.items():
            weak = known_to_all(name, setting)
            if weak and setting.span.line not in told:
                told.add(setting.span.line)
                sure = less_sure(collector) or Confidence.MEDIUM
                yield Message(f"{owner} has the password {weak!r}, which everybody tries, in `{name}`", setting.span, confidence=sure)
