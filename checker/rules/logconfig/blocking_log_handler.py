"""A log call waits for the network

`SMTPHandler`, `HTTPHandler`, or a class of the project's whose `emit` posts to a chat, straight on a logger: the request that logs waits
until mail or HTTP are done.

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

A thread, a queue or an executor in `emit` keeps whoever logs from waiting:

```python
# file: shop/logs.py
import logging
import logging.config

import requests


class ChatHandler(logging.Handler):
    def emit(self, record):
        requests.post("https://chat.example.com/hook", json={"text": self.format(record)}, timeout=5)  # expect: waits


logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"chat": {"class": "shop.logs.ChatHandler", "level": "ERROR"}},
    "root": {"handlers": ["chat"], "level": "INFO"},
})
```

## Settings

`classes`: the handlers of libraries that wait. `environments`: which settings are judged. The default is `["production"]`.
A handler that sends to its own machine is not told of, and one of a script, where nobody waits, has low confidence.
A class of a file that stands alone is told of without a logger that has one.

## See also

`plain-text-log-transport`. [CWE-400](https://cwe.mitre.org/data/definitions/400.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.facts import ConfiguredHandler
from checker.logconfig.sinks import host_of, is_local, likely_host
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.logconfig._wording import at

_HOSTS = ("mailhost", "host", "url")
"""What says where a handler sends."""


@rule(
    "LP517",
    "blocking-log-handler",
    fact=ConfiguredHandler,
    severity=Severity.LOW,
    confidence=Confidence.MEDIUM,
    cwe=(400,),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.4.3",),
    classes=[
        "logging.handlers.HTTPHandler",
        "logging.handlers.SMTPHandler",
        "logging_loki.LokiHandler",
        "graypy.GELFHTTPHandler",
        "fluent.handler.FluentHandler",
    ],
    environments=["production"],
)
def blocking_log_handler(fact: ConfiguredHandler, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a handler that waits for another host and stands straight on a logger."""
    handler = fact.handler
    if not fact.attached:
        return
    name = handler.cls.rpartition(".")[2]
    if handler.cls in parameters["classes"]:
        setting = next((handler.options[one] for one in _HOSTS if one in handler.options), None)
        if not is_local(likely_host(setting)):  # what this machine takes, it takes at once
            confidence = None if fact.pipeline.server or fact.pipeline.kind != "code" else Confidence.LOW
            told = host_of(setting) or "the other host"
            yield Message(f"who logs waits for {handler.name} ({name}) to reach {told}", confidence=confidence)
    elif handler.waits is not None and _first(fact):
        span, call = handler.waits
        confidence = None if fact.pipeline.server else Confidence.LOW
        yield Message(
            f"who logs waits for {name} to reach another host with {call}()",
            span,
            related=(at(handler.span, "a handler of that class"),) if handler.span != span else (),
            confidence=confidence,
        )


def _first(fact: ConfiguredHandler) -> bool:
    """Whether it is the first handler of its class that a logger has: the class is told once."""
    same = [one for one in fact.pipeline.handlers.values() if one.waits == fact.handler.waits]
    return min(same, key=lambda one: one.span) == fact.handler
