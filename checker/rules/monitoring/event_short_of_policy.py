"""A security event does not come as far as the policy asks

The settings say below `events` how far an event must come, in which time and with which fields; this one does not.

## Why it matters

The policy is what was promised: that a failed login is told to somebody within fifteen minutes. Where the handler, the shipper, the rule or
the route ends its way, or takes longer, nobody hears of it in time (CWE-778).

## How to fix it

The message says what ends the way, and the steps show each hop with its file and line. `logproof trace EVENT` shows the record at each of
them. Mend the hop, or say less in the policy.

## Examples

```python
# file: logproof.yaml
events:
  authn_login_fail: {must-be: alerted}
  session_logout: written
# file: shop/accounts.py
import logging

logger = logging.getLogger(__name__)


def login(user, password):
    if not user.check_password(password):
        logger.warning("login failed for account %s", user.pk)  # expect: authn_login_fail must be alerted by a rule, and is not
        return None
    return user


def logout(user):
    logger.info("session_logout account=%s", user.pk)

# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s", "datefmt": "%Y-%m-%dT%H:%M:%S%z"}},
    "handlers": {
        "file": {"class": "logging.handlers.WatchedFileHandler", "filename": "/var/log/shop/app.log", "formatter": "plain"},
    },
    "root": {"handlers": ["file"], "level": "INFO"},
})

# file: deploy/promtail.yaml
clients: [{url: "https://loki.shop.net/loki/api/v1/push"}]
positions: {filename: /var/lib/promtail/positions.yaml}
scrape_configs:
  - job_name: shop
    static_configs: [{targets: [localhost], labels: {app: shop, __path__: /var/log/shop/*.log}}]

# file: deploy/loki-rules.yaml
groups:
  - name: security
    rules:
      - alert: LoginFailures
        expr: count_over_time({app="shop"} |= "login FAILED" [5m]) > 10
        for: 1m
        labels: {severity: page, team: security}
        annotations: {runbook_url: "https://runbooks.shop.net/login"}
```

What is not known, such as a shipper that the project does not hold, is no finding; `logproof trace` tells of it.

## Settings

What is asked stands below `events` of the settings or of a policy pack (`monitoring` brings some): `must-be` (`emitted`, `written`,
`shipped`, `alerted`, `routed`), `when: always` for an event that the code must have, `fields`, `max-detect`, `runbook`. Nothing is asked
by default.

## See also

`event-without-alert`, `unlogged-required-event`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity, Step
from checker.rule import Message, rule
from checker.trace.model import Verdict
from checker.trace.shortfalls import Shortfall

_MOST = 10
"""Hops that are shown."""


@rule(
    "LP665",
    "event-short-of-policy",
    fact=Shortfall,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    pci=("10.4.1.1",),
)
def event_short_of_policy(short: Shortfall, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each thing that is asked of an event at a place and does certainly not hold."""
    if short.verdict is not Verdict.BROKEN:
        return
    steps = tuple(Step(hop.span, f"{hop.kind}: {hop.why}") for hop in short.way[:_MOST] if hop.span is not None)
    asked = f"lead to {short.asked}, and does not" if short.asked == "a runbook" else f"be {short.asked}, and is not"
    text = f"{short.event} must {asked}: {short.why}"
    yield Message(text, short.span, steps=steps, confidence=None if short.sure else Confidence.LOW)
