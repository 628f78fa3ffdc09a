"""An error is logged, raised again, and logged by the caller

The handler writes the traceback and raises; whoever called catches the same error and writes it once more.

## Why it matters

One error is counted as two or three: alerts go off too early, and who reads the log has to find out that two tracebacks are one.

## How to fix it

Log it where it is dealt with, and nowhere else: take the record out of the handler that raises. What only the inner place knows goes into
the exception (`raise ... from error`, `add_note`).

## Examples

```python
import logging

logger = logging.getLogger(__name__)


def submit(bank, order):
    try:
        bank.submit(order)
    except Exception:
        logger.exception("not submitted")  # expect: logged here and again
        raise


def settle(bank, orders):
    for order in orders:
        try:
            submit(bank, order)
        except Exception:
            logger.exception("order %s", order)
```

```python
import logging
import sys

logger = logging.getLogger(__name__)


def submit(bank, order):
    try:
        bank.submit(order)
    except Exception:
        logger.exception("not submitted")
        raise


def main(bank, orders):
    try:
        submit(bank, orders)
    except Exception:
        logger.exception("the day was not closed")
        sys.exit(1)
```

## Settings

This rule has no parameters. A program that logs an error at its top and ends is not reported.

## See also

`lost-traceback`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.source.errors.reporting import rank
from checker.source.facts.errors import CaughtError


@rule(
    "LP308",
    "error-logged-twice",
    fact=CaughtError,
    severity=Severity.LOW,
    confidence=Confidence.MEDIUM,
)
def error_logged_twice(caught: CaughtError, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a record that the next handler of the same error repeats."""
    if caught.again:
        one = next(one for one in caught.heard if rank(one.level) >= 4 and (one.traceback or one.error))
        where = f"{caught.again[0].text.removeprefix('written again in ')}"
        yield Message(f"the error is logged here and again in {where}()", span=one.span, related=caught.again)
