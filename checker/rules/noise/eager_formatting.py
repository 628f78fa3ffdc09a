"""A record's text is put together before the logger is asked

`logger.debug(f"user {user}")` formats the text also where no debug record is written.

## Why it matters

The values are turned into text for every call, and whoever reads the log cannot group records by their template: to an error tracker each
text is an event of its own. An error in a value's `__str__` ends the program instead of the record.

## How to fix it

Give the template and the values to the logger: `logger.debug("user %s", user)`; with loguru `logger.debug("user {}", user)`. The fix is
safe where the logger is known to be one of `logging` or loguru and the order in which values are computed cannot matter. Two differences
remain: an f-string writes an enumeration that is also a `str` by its value before Python 3.12, and a name that holds a tuple of one after
`%` was taken apart.

## Examples

```python policy=tidy
import logging

logger = logging.getLogger(__name__)


def paid(customer, total):
    logger.info(f"{customer} paid {total!r}")  # expect: an f-string
    logger.info("%s paid" % customer)  # expect: %
    logger.info("{} paid".format(customer))  # expect: format
    logger.info("paid by " + customer)  # expect: +
```

```python fixed
import logging

logger = logging.getLogger(__name__)


def paid(customer, total):
    logger.info("%s paid %r", customer, total)  # expect: an f-string
    logger.info("%s paid", customer)  # expect: %
    logger.info("%s paid", customer)  # expect: format
    logger.info("paid by %s", customer)  # expect: +
```

```python policy=tidy
from loguru import logger


def paid(customer, total):
    logger.info(f"{customer} paid {total!r}")  # expect: an f-string
    logger.info("{} paid {:.2f}".format(customer, total))  # expect: str.format()
```

```python fixed
from loguru import logger


def paid(customer, total):
    logger.info("{} paid {!r}", customer, total)  # expect: an f-string
    logger.info("{} paid {:.2f}", customer, total)  # expect: str.format()
```

```python policy=tidy
import logging

logger = logging.getLogger(__name__)
logger.info("started")
```

## Settings

This rule has no parameters.

## See also

`placeholder-mismatch`, `unguarded-costly-value`. [Python: optimization of
logging](https://docs.python.org/3/howto/logging.html#optimization).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.noise._lazy import lazy
from checker.source.facts.records import Record

_HOW = {"f-string": "an f-string", "%": "the operator %", "format": "str.format()", "sum": "the operator +"}


@rule(
    "LP402",
    "eager-formatting",
    fact=Record,
    severity=Severity.LOW,
    confidence=Confidence.MEDIUM,
    enabled=False,
    judge=lazy,
)
def eager_formatting(record: Record, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a message that is formatted in place; structlog takes values by keyword, which is another matter."""
    if record.built in _HOW and record.sink in ("logging", "loguru") and not record.asked:
        yield Message(f"{record.callee}() gets a text that {_HOW[record.built]} has already put together")
