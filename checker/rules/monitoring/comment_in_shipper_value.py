"""A comment became a part of a value

Fluent Bit's classic configuration knows comments on lines of their own only: `tls.verify on # checked` sets the value `on # checked`.

## Why it matters

The value is no longer what it looks like, and nothing complains: verification is off, a path is another one (CWE-1188).

## How to fix it

Put the comment on a line of its own.

## Examples

```python
# file: fluent-bit.conf
[INPUT]
    Name tail
    Path /var/log/auth.log
    Tag auth
    DB /var/lib/fluent-bit/auth.db
[OUTPUT]
    Name es
    Match *
    Host logs.shop.net
    tls on # expect: `tls` is
```

```python
# file: fluent-bit.conf
[INPUT]
    Name tail
    Path /var/log/auth.log
    Tag auth
    DB /var/lib/fluent-bit/auth.db
[OUTPUT]
    Name es
    Match *
    Host logs.shop.net
    # the store has a certificate of ours
    tls on
```

## See also

`unverified-log-shipping`. [CWE-1188](https://cwe.mitre.org/data/definitions/1188.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.monitoring.model import Collector
from checker.rule import Message, rule


@rule(
    "LP640",
    "comment-in-shipper-value",
    fact=Collector,
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    cwe=(1188,),
    owasp=("A05:2021", "A09:2021", "A02:2025", "A09:2025"),
    asvs=("16.4.3",),
)
def comment_in_shipper_value(collector: Collector, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each value that ends in what looks like a comment."""
    for one in collector.swallowed:
        key, _, value = str(one.value).partition(" ")
        yield Message(f"`{key}` is {value[:60].strip()!r}: there are no comments behind values", one.span)
