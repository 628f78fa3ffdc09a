"""A field of `extra` has a name that every record has of its own

`logger.info("saved", extra={"name": name})`: the call raises `KeyError`.

## Why it matters

`logging` refuses to overwrite what a record has already (`name`, `module`, `args`, `message` ...) and raises "Attempt to overwrite 'name'
in LogRecord" into the code that wanted to log. It does so only where the level lets the record through, so that a debug record which is
harmless for years breaks the program on the day when somebody looks for an error (CWE-778).

## How to fix it

Give the field a name of its own: `user_name`, `order_module`.

## Examples

```python
import logging

logger = logging.getLogger(__name__)


def save(order, path):
    logger.info("saved", extra={"filename": path, "order": order.id})  # expect: "filename"
```

```python
import logging

logger = logging.getLogger(__name__)


def save(order, path):
    logger.info("saved", extra={"order_file": path, "order": order.id})
```

## Settings

This rule has no parameters.

## See also

`placeholder-mismatch`. [Python: Logger.debug](https://docs.python.org/3/library/logging.html#logging.Logger.debug).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.source.facts.records import Record


@rule(
    "LP411",
    "reserved-extra-key",
    fact=Record,
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
)
def reserved_extra_key(record: Record, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a call; low where it is not known what kind of logger it is."""
    if record.clashing and record.sink == "logging":
        names = " and ".join(f'"{name}"' for name in record.clashing)
        sure = Confidence.HIGH if record.maker else Confidence.LOW
        yield Message(f"{record.callee}() gets {names} in extra, which every record has of its own: it raises KeyError", confidence=sure)
