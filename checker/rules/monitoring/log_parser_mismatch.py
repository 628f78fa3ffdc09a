"""A shipper parses another format than the one that is written

Promtail's `json` stage reads a file into which Python's logging writes text.

## Why it matters

The stage finds nothing, and says nothing: labels and fields that alert rules ask for are never there (CWE-778).

## How to fix it

Write JSON (python-json-logger, structlog), or let the shipper parse what is written.

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
    pipeline_stages:
      - json: {expressions: {level: levelname}}  # expect: the lines are text
      - labels: {level: }
```

## See also

`alert-without-event`, `unrouted-log-input`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity, Step
from checker.rule import Message, rule
from checker.trace.model import Misparsed


@rule(
    "LP662",
    "log-parser-mismatch",
    fact=Misparsed,
    severity=Severity.MEDIUM,
    confidence=Confidence.MEDIUM,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.2.4",),
)
def log_parser_mismatch(found: Misparsed, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each stage and each form that it cannot read."""
    steps = (Step(found.written, "written here"),)
    yield Message(f"{found.stage} reads nothing here, because the lines are {found.form}: {found.shown}", found.span, steps=steps)
