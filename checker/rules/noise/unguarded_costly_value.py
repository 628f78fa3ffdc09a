"""A debug record's value is costly, and is computed for nothing

`logger.debug("state: %s", json.dumps(state))` walks through the whole object also where no debug record is written.

## Why it matters

Lazy placeholders delay only how a value becomes text; what stands in the call is computed in any case. Such a call in a busy place costs
more than the work it tells of, and nobody looks for it in a line that "does nothing" in production.

## How to fix it

Ask first: `if logger.isEnabledFor(logging.DEBUG):`. Or hand over the object and let a `%s` or a formatter write it.

## Examples

```python policy=tidy
import json
import logging

logger = logging.getLogger(__name__)


def reserve(order):
    logger.debug("order: %s", json.dumps(order))  # expect: json.dumps()
```

```python policy=tidy
import json
import logging

logger = logging.getLogger(__name__)


def reserve(order):
    if logger.isEnabledFor(logging.DEBUG):
        logger.debug("order: %s", json.dumps(order))
```

## Settings

`levels`: of which records it is told. The default is `["debug"]`.

## See also

`eager-formatting`. [Python: Logger.isEnabledFor](https://docs.python.org/3/library/logging.html#logging.Logger.isEnabledFor).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.source.facts.records import Record


@rule(
    "LP410",
    "unguarded-costly-value",
    fact=Record,
    severity=Severity.LOW,
    confidence=Confidence.MEDIUM,
    enabled=False,
    levels=["debug"],
)
def unguarded_costly_value(record: Record, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a record that computes something costly before anybody asked whether it is written."""
    if record.costly and not record.asked and record.level in parameters["levels"]:
        yield Message(f"{record.costly} is computed for {record.callee}() also where no {record.level} record is written")
