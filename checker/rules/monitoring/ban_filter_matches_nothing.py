"""A jail of fail2ban that bans nobody for what the project writes

Its filter fits no line of the file that it reads, though it is meant for one of them; or the jail is not switched on.

## Why it matters

Guessing goes on for ever: the jail is there, `fail2ban-client status` shows it, and it counts nothing (CWE-307, CWE-778).

## How to fix it

Fit `failregex` to the line as it is written: the finding shows it. fail2ban cuts the time out of a line first; what stands before and
behind it stays. `fail2ban-regex FILE FILTER` counts what it finds.

## Examples

```python
# file: shop/accounts.py
import logging

logging.basicConfig(filename="/var/log/shop/auth.log", format="%(asctime)s %(levelname)s %(name)s: %(message)s")
logger = logging.getLogger(__name__)


def login(request, user, password):
    if not user.check_password(password):
        logger.warning("login failed for %s from %s", user.pk, request.remote_addr)
        return None
    return user

# file: deploy/fail2ban/filter.d/shop.conf
[Definition]
failregex = ^ WARNING [^ ]+: Login failed for .* from <HOST>$

# file: deploy/fail2ban/jail.local
[shop]  # expect: but for its case
enabled = true
filter = shop
logpath = /var/log/shop/auth.log
```

```python
# file: shop/accounts.py
import logging

logging.basicConfig(filename="/var/log/shop/auth.log", format="%(asctime)s %(levelname)s %(name)s: %(message)s")
logger = logging.getLogger(__name__)


def login(request, user, password):
    if not user.check_password(password):
        logger.warning("login failed for %s from %s", user.pk, request.remote_addr)
        return None
    return user

# file: deploy/fail2ban/filter.d/shop.conf
[Definition]
failregex = ^ WARNING [^ ]+: login failed for .* from <HOST>$

# file: deploy/fail2ban/jail.local
[shop]
enabled = true
filter = shop
logpath = /var/log/shop/auth.log
```

## See also

`alert-without-event`, `event-without-alert`. [CWE-307](https://cwe.mitre.org/data/definitions/307.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity, Step
from checker.rule import Message, rule
from checker.trace.model import Blind


@rule(
    "LP666",
    "ban-filter-matches-nothing",
    fact=Blind,
    severity=Severity.MEDIUM,
    confidence=Confidence.MEDIUM,
    cwe=(307, 778),
    owasp=("A07:2021", "A07:2025", "A09:2021", "A09:2025"),
)
def ban_filter_matches_nothing(found: Blind, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each such jail."""
    written = (Step(found.written, "the file is written here"),) if found.written is not None else ()
    steps = (Step(found.event.span, f"{found.event.name} is emitted here"), *written)
    sure = None if found.sure else Confidence.LOW
    yield Message(f"the jail {found.name} bans nobody: {found.why}", found.span, steps=steps, confidence=sure)
