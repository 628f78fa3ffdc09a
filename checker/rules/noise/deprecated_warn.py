"""A logger's deprecated `warn` is called

`logger.warn(...)` is an old name of `logger.warning(...)`.

## Why it matters

Python has called it deprecated since 3.3 and gives a `DeprecationWarning` for each call, which with `-W error` is an exception in the
place of a record.

## How to fix it

Write `warning`.

## Examples

```python policy=tidy
import logging

logger = logging.getLogger(__name__)
logger.warn("no more stock")  # expect: deprecated
```

```python fixed
import logging

logger = logging.getLogger(__name__)
logger.warning("no more stock")  # expect: deprecated
```

`warnings.warn` is another thing:

```python policy=tidy
import warnings

warnings.warn("use pay() instead", DeprecationWarning, stacklevel=2)
```

## Settings

This rule has no parameters.

## See also

[Python: Logger.warning](https://docs.python.org/3/library/logging.html#logging.Logger.warning).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from checker.model import Confidence, Edit, Fix, Parameters, Severity
from checker.rule import Message, rule
from checker.source.facts.records import Record


def _renamed(record: Record, message: Message, around: Any) -> Message:
    name = getattr(getattr(around.node, "func", None), "attr", None)
    if getattr(name, "value", "") != "warn":
        return message
    return replace(message, fix=Fix("Write warning", (Edit(around.range(name), "warning"),), safe=bool(record.maker)))


@rule(
    "LP403",
    "deprecated-warn",
    fact=Record,
    severity=Severity.LOW,
    confidence=Confidence.HIGH,
    enabled=False,
    judge=_renamed,
)
def deprecated_warn(record: Record, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a call; low where the logger may be one of its own kind, whose `warn` is no old name."""
    if record.method == "warn" and record.sink == "logging":
        sure = Confidence.HIGH if record.maker else Confidence.LOW
        yield Message(f"{record.callee}() is a deprecated name of {record.callee}ing()", confidence=sure)
