"""Log lines lack fields that the policy requires

The format of a handler leaves out what the policy wants in each line.

## Why it matters

An investigation puts lines together by their fields: when, which process, which request, who. A field that one handler leaves out cannot be
added afterwards (ASVS 16.2.1, PCI DSS 10.2.2).

## How to fix it

Add the field to the formatter, and with a filter or a context variable to each record where it is none of Python's own.

## Examples

```python
# file: logproof.yaml
rules:
  log-fields-missing:
    parameters: {fields: [time, level, request_id]}
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {
        "out": {"class": "logging.StreamHandler", "formatter": "line"},  # expect: lacks request_id
    },
    "root": {"handlers": ["out"], "level": "INFO"},
})
```

```python
# file: logproof.yaml
rules:
  log-fields-missing:
    parameters: {fields: [time, level, request_id]}
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(request_id)s %(name)s %(message)s"}},
    "handlers": {
        "out": {"class": "logging.StreamHandler", "formatter": "line"},
    },
    "root": {"handlers": ["out"], "level": "INFO"},
})
```

```python
# file: logproof.yaml
rules:
  log-fields-missing:
    parameters: {fields: [time, level, logger]}
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"},
        "request": {"format": "%(asctime)s %(client_addr)s %(request_line)s %(status_code)s"},
    },
    "handlers": {
        "out": {"class": "logging.StreamHandler", "formatter": "line"},
        "requests": {"class": "logging.StreamHandler", "formatter": "request"},
    },
    "loggers": {"uvicorn.access": {"handlers": ["requests"], "level": "INFO", "propagate": False}},
    "root": {"handlers": ["out"], "level": "INFO"},
})
```

## Settings

`fields`: `time`, `level`, `logger`, `message`, or any other name that a format may hold (`process`, `request_id`, `user`). It is empty
unless set. `environments`: which settings are judged. The default is `["production"]`; parameters may differ for each.

```yaml
rules:
  log-fields-missing:
    parameters: {fields: [time, level, logger, request_id]}
```

Formatters whose fields are not stated in their format are not judged; an access log needs no `level` and no `logger`, for all of its
lines have the same.

## See also

`log-line-without-time`, `log-line-without-level`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.facts import ConfiguredHandler
from checker.logconfig.formats import fields
from checker.model import Parameters, Severity
from checker.rule import Message, rule


@rule(
    "LP534",
    "log-fields-missing",
    fact=ConfiguredHandler,
    severity=Severity.MEDIUM,
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.2.1",),
    pci=("10.2.2",),
    fields=[],
    environments=["production"],
)
def log_fields_missing(fact: ConfiguredHandler, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a handler of text that leaves something out."""
    if not parameters["fields"] or not fact.writes or not fact.attached:
        return
    held = fields(fact.pipeline, fact.handler)
    wanted = [one for one in parameters["fields"] if not (fact.of_requests and one in ("level", "logger"))]
    missing = [one for one in wanted if held is not None and one not in held]
    if missing:
        yield Message(f"what {fact.handler.name} writes lacks {', '.join(missing)}, which the policy requires")
