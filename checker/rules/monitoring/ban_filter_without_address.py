"""A filter of fail2ban does not say whom to ban

A `failregex` names no address: neither `<HOST>` nor `<ADDR>`, `<IP4>`, `<IP6>` or `<F-ID>`.

## Why it matters

fail2ban refuses the pattern (`No failure-id group`), and the jail does not start (CWE-778).

## How to fix it

Put `<HOST>` (or `<ADDR>`, which takes no names) where the address stands.

## Examples

```python
# file: fail2ban/filter.d/shop.conf
[Definition]  # expect: names no address
failregex = login failed for [^ ]+ from [^ ]+$
ignoreregex =
```

```python
# file: fail2ban/filter.d/shop.conf
[Definition]
failregex = login failed for [^ ]+ from <HOST>$
            ^ [^ ]+ refused: <F-ID>[^ ]+</F-ID>$
ignoreregex = monitoring
```

## See also

`ban-filter-matches-nothing`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.monitoring.jails import LogFilter, names_who
from checker.rule import Message, rule


@rule(
    "LP643",
    "ban-filter-without-address",
    fact=LogFilter,
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
)
def ban_filter_without_address(found: LogFilter, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a filter; a filter with a prefix may name the address there."""
    if found.partial:
        return
    for one in found.failures:
        text = str(one.value or "")
        if text and "<" not in text.replace("(?P<", "").replace("(?<", "") and not names_who(text):
            yield Message(f"the pattern {text[:80]!r} names no address: put <HOST> where it stands", found.span)
            return
