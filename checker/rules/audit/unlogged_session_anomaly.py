"""A session is used by somebody else or once more and no record is left

The code finds that a session's address or user agent is another than at its login, that a refresh token comes a second time, that a session
is used after its end; and the way out that follows leaves no record.

## Why it matters

It is the one moment at which a stolen session shows itself (CWE-778). OWASP calls the events `authn_token_reuse` and
`session_use_after_expire`; for a session that moved it has no name, here it is `session_hijack`.

## How to fix it

Write one record at warning before the session is ended: whose it is, what was kept and what came (never the token), from where.

## Examples

```python
import logging

from django.utils.deprecation import MiddlewareMixin

logger = logging.getLogger(__name__)


class SessionBinding(MiddlewareMixin):
    def process_request(self, request):
        if request.session.get("user_agent") != request.META.get("HTTP_USER_AGENT"):
            request.session.flush()  # expect: a session used from elsewhere leaves no security record
```

```python
import logging

logger = logging.getLogger(__name__)


def rotate_refresh(store, token, request):
    stored = store.find(token)
    if stored.revoked_at is not None:
        logger.warning("authn_token_reuse user=%s family=%s from=%s", stored.user_id, stored.family, request.client.host)
        store.revoke_family(stored.family)
        raise PermissionError("used twice")
    return store.replace(stored)
```

## Settings

What tells of such a session is vocabulary, `anomalies`: what is compared, flags, the names of exceptions and of functions.

## See also

`unlogged-verification-failure`, `unlogged-access-denial`.
[OWASP Logging Vocabulary](https://cheatsheetseries.owasp.org/cheatsheets/Logging_Vocabulary_Cheat_Sheet.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.audit._saying import advice
from checker.source.facts.security import SessionAnomaly


@rule(
    "LP212",
    "unlogged-session-anomaly",
    fact=SessionAnomaly,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    cwe=(778, 223),
    owasp=("A07:2021", "A07:2025", "A09:2021", "A09:2025"),
    asvs=("16.3.3",),
    pci=("10.2.1.4",),
)
def unlogged_session_anomaly(found: SessionAnomaly, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each function and event."""
    name = found.function.rpartition(".")[2]
    gap = ", while another way out of it is recorded" if found.gap else ""
    yield Message(
        f"{found.what} leaves no security record: {name}() {found.way}{gap}",
        related=(*((found.check,) if found.check is not None else ()), *found.looked),
        confidence=found.confidence,
        help=advice(found.helper),
        properties=(("event", found.event), ("way", found.way)),
    )
