"""A security event that no alert rule looks for

The project raises alerts on what its code writes, and none of them matches a failed login.

## Why it matters

The record is written, shipped and kept, and nobody hears of it before somebody searches (CWE-778). Brute force, refused access and
forged tokens are what alarms are for.

## How to fix it

Write a rule that matches the record, and try it on a line as it is written. `logproof trace EVENT` shows the line, its labels and
every hop.

## Examples

```python
# file: shop/accounts.py
import logging

logger = logging.getLogger(__name__)


def login(user, password):
    if not user.check_password(password):
        logger.warning("login failed for account %s", user.pk)  # expect: authn_login_fail
        return None
    return user


def invoice(user, number):
    if number not in user.invoices:
        logger.warning("access denied to invoice %s for account %s", number, user.pk)
        raise PermissionError(number)
    return user.invoices[number]

# file: deploy/loki-rules.yaml
groups:
  - name: security
    rules:
      - alert: AccessDenied
        expr: count_over_time({app="shop"} |= "access denied" [5m]) > 10
        for: 1m
        labels: {severity: page, team: security}
        annotations: {runbook_url: "https://runbooks.shop.net/denied"}

# file: deploy/promtail.yaml
clients: [{url: "https://loki.shop.net/loki/api/v1/push"}]
positions: {filename: /var/lib/promtail/positions.yaml}
scrape_configs:
  - job_name: shop
    static_configs: [{targets: [localhost], labels: {app: shop, __path__: /var/log/shop/*.log}}]

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
```

Where no rule of the project matches any of its events, alerts are kept elsewhere, and nothing is said.

## Settings

`events`: which events somebody must be told of. The default has failed and locked logins, reused tokens, refused access, exceeded
limits, and attacks, by the names of the OWASP Logging Vocabulary; a star stands for anything.

## See also

`alert-without-event`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html),
[OWASP Logging Vocabulary](https://cheatsheetseries.owasp.org/cheatsheets/Logging_Vocabulary_Cheat_Sheet.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.trace.model import Chain


@rule(
    "LP660",
    "event-without-alert",
    fact=Chain,
    severity=Severity.MEDIUM,
    confidence=Confidence.MEDIUM,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    pci=("10.4.1.1",),
    events=["authn_login_fail", "authn_login_fail_max", "authn_login_lock", "authn_token_reuse", "authz_fail", "malicious_*", "excess_*"],
)
def event_without_alert(chain: Chain, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each such event which gets as far as the rules, and no further, at the first place that writes it."""
    if chain.unwatched and any(fnmatchcase(chain.event.name, pattern) for pattern in parameters["events"]):
        sure = Confidence.LOW if chain.event.named == "words" and chain.event.level in ("", "info", "debug") else None
        places = f", which {chain.unwatched} places write" if chain.unwatched > 1 else ""
        yield Message(f"no alert rule matches {chain.event.name}{places}", confidence=sure)
