"""No shipper reads the file that security events go to

The handler writes `/var/log/shop/audit.log`, and the shippers of the project read other files.

## Why it matters

The record stays on the machine that an attacker may hold, and no alert rule ever sees it (CWE-778).

## How to fix it

Add the file to the shipper's paths, or write to one that it reads; a container should write to its standard output.

## Examples

```python
# file: shop/accounts.py
import logging

logger = logging.getLogger(__name__)


def login(user, password):
    if not user.check_password(password):
        logger.warning("login failed for account %s", user.pk)
        return None
    return user

# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s", "datefmt": "%Y-%m-%dT%H:%M:%S%z"}},
    "handlers": {
        "audit": {"class": "logging.handlers.WatchedFileHandler", "filename": "/var/log/shop/audit", "formatter": "plain"},  # expect: audit
    },
    "root": {"handlers": ["audit"], "level": "INFO"},
})

# file: deploy/promtail.yaml
clients: [{url: "https://loki.shop.net/loki/api/v1/push"}]
positions: {filename: /var/lib/promtail/positions.yaml}
scrape_configs:
  - job_name: shop
    static_configs: [{targets: [localhost], labels: {app: shop, __path__: /var/log/nginx/*.log}}]
```

Files whose names are not known, and shippers that take what is sent to them, are left out.

## See also

`unrouted-log-input`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity, Step
from checker.rule import Message, rule
from checker.trace.model import Chain, Verdict


@rule(
    "LP663",
    "log-file-without-shipper",
    fact=Chain,
    severity=Severity.MEDIUM,
    confidence=Confidence.MEDIUM,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.4.3",),
    pci=("10.3.3",),
)
def log_file_without_shipper(chain: Chain, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for an event whose every way ends in a file that nothing reads."""
    last = chain.hops[-1]
    if last.kind == "shipper" and last.verdict is Verdict.BROKEN and not last.what and last.span is not None:
        steps = (Step(chain.event.span, f"this {chain.event.name} goes there"),)
        yield Message(last.why, last.span, steps=steps)
