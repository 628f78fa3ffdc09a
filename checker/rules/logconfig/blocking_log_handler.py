"""A log call waits for the network

`SMTPHandler` or `HTTPHandler` straight on a logger: the request that logs waits until mail or HTTP are done.

## Why it matters

When the mail server or collector is slow, every request that logs an error hangs, and an attacker who can cause errors can stop the
service (CWE-400).

## How to fix it

Put a `QueueHandler` with a `QueueListener` between them, or let a collector send.

## Examples

```python
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {
        "http": {  # expect: waits
            "class": "logging.handlers.HTTPHandler",
            "host": "logs.example.com",
            "url": "/in",
            "method": "POST",
            "secure": True,
        },
    },
    "root": {"handlers": ["http"], "level": "INFO"},
})
```

```python
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"out": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout"}},
    "root": {"handlers": ["out"], "level": "INFO"},
})
```

## Settings

`classes`: the handlers that wait. `environments`: which settings are judged. The default is `["production"]`.

## See also

`plain-text-log-transport`. [CWE-400](https://cwe.mitre.org/data/definitions/400.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.facts import ConfiguredHandler
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule


@rule(
    "LP517",
    "blocking-log-handler",
    fact=ConfiguredHandler,
    severity=Severity.LOW,
    confidence=Confidence.MEDIUM,
    cwe=(400,),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.4.3",),
    classes=["logging.handlers.HTTPHandler", "logging.handlers.SMTPHandler", "logging_loki.LokiHandler", "graypy.GELFHTTPHandler"],
    environments=["production"],
)
def blocking_log_handler(fact: ConfiguredHandler, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a handler that waits for another host and stands straight on a logger."""
    handler = fact.handler
    if handler.cls not in parameters["classes"]:
        return
    if fact.attached:
        yield Message(f"who logs waits for {handler.name} ({handler.cls.rpartition('.')[2]}) to reach the other host")
