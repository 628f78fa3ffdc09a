"""A log call has a keyword that `logging` does not know

`logger.info("paid", order=order.id)` on a logger of the standard library: the call raises `TypeError`.

## Why it matters

structlog and loguru take values by keyword, `logging` does not: "Logger._log() got an unexpected keyword argument 'order'" is raised into
the code that wanted to log. It is raised only where the level lets the record through, and most often in an error handler that no test
runs, so that the handler fails, the record is lost, and the first error with it (CWE-778).

## How to fix it

Give the values behind the template (`logger.info("order %s is paid", order.id)`), or as fields: `extra={"order_id": order.id}`. Where
structlog is meant, get the logger from it: `structlog.get_logger()`.

## Examples

```python
import logging

logger = logging.getLogger(__name__)


def pay(client, order):
    try:
        client.pay(order)
    except ConnectionError as error:
        logger.error("not paid", order=order.id, reason=error)  # expect: order and reason
```

```python
import logging

import structlog

logger = logging.getLogger(__name__)
events = structlog.get_logger()


def pay(client, order):
    try:
        client.pay(order)
    except ConnectionError:
        logger.error("order %s is not paid", order.id, exc_info=True, stack_info=True, extra={"order": order.id})
        events.error("not paid", order=order.id)
```

## Settings

This rule has no parameters.

## See also

`placeholder-mismatch`, `reserved-extra-key`.
[Python: Logger.debug](https://docs.python.org/3/library/logging.html#logging.Logger.debug).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.source.facts.records import Record


@rule(
    "LP415",
    "unknown-log-keyword",
    fact=Record,
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    cwe=(778, 628),
    owasp=("A09:2021", "A09:2025", "A10:2025"),
)
def unknown_log_keyword(record: Record, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a call; low where it is not known that the logger is one of the standard library."""
    if record.unknown and record.sink == "logging":
        names = " and ".join(record.unknown)
        sure = Confidence.HIGH if record.maker.partition(".")[0] == "logging" else Confidence.LOW
        yield Message(f"{record.callee}() gets {names} by keyword, which logging does not take: it raises TypeError", confidence=sure)
