"""The formatter leaves out who did it, or from where

The call gives `extra={"user": ..., "ip": ...}`, and the format has neither `%(user)s` nor `%(ip)s`.

## Why it matters

`extra` looks as if it were logged, and a text format writes none of it: the record says that a login failed, and not whose (CWE-778).

## How to fix it

Write them in the message, name them in the format, or use a JSON formatter, which writes all of `extra`.

## Examples

```python
# file: shop/accounts.py
import logging

logger = logging.getLogger(__name__)


def login(request, user, password):
    if not user.check_password(password):
        logger.warning("login failed", extra={"user": user.pk, "ip": request.remote_addr})  # expect: user, ip
        return None
    return user

# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s", "datefmt": "%Y-%m-%dT%H:%M:%S%z"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "INFO"},
})

# file: deploy/promtail.yaml
clients: [{url: "https://loki.shop.net/loki/api/v1/push"}]
positions: {filename: /var/lib/promtail/positions.yaml}
scrape_configs:
  - job_name: containers
    docker_sd_configs: [{host: "unix:///var/run/docker.sock"}]
```

## Settings

`who`: names of fields that say who it was or from where; the default has `user`, `username`, `email`, `ip`, `client_ip` and their kind.

## See also

`event-fields-removed`, `thin-security-record`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html),
[ASVS 5.0 16.2.1](https://github.com/OWASP/ASVS).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity, Step
from checker.rule import Message, rule
from checker.trace.model import Chain


@rule(
    "LP664",
    "event-fields-not-written",
    fact=Chain,
    severity=Severity.MEDIUM,
    confidence=Confidence.MEDIUM,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.2.1",),
    pci=("10.2.2",),
    who=[
        "user", "username", "user_id", "userid", "email", "account", "account_id", "login", "actor", "principal", "subject", "ip",
        "client_ip", "ip_address", "remote_addr", "remote_ip", "source_ip", "src_ip", "client", "host", "peer",
    ],
)  # fmt: skip
def event_fields_not_written(chain: Chain, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each call whose fields no handler writes."""
    lost = [name for name in chain.unwritten if name.lower() in parameters["who"]]
    formatter = chain.way.hop("formatter")
    if chain.event.origin != "code" or chain.event.sink != "logging" or not lost or formatter is None:
        return
    steps = (Step(formatter.span, "the format that leaves them out"),) if formatter.span is not None else ()
    yield Message(f"the formatter writes nothing of {', '.join(lost)}", steps=steps)
