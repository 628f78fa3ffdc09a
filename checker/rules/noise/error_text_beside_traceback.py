"""A record repeats the error that its traceback ends with

`logger.exception(f"not paid: {error}")` writes the error's text twice: in its message, and as the last line of the traceback below it.

## Why it matters

The text of an error differs each time (a number, a path, an address), so that no two records have the same message: an error tracker and
whoever counts records takes each for an event of its own. What the message should tell, what was being done and for whom, is what is
missing where the error alone is the message.

## How to fix it

Leave the error to the traceback, and say in the message what was being done: `logger.exception("order %s was not paid", order.id)`.

## Examples

```python policy=tidy
import logging

logger = logging.getLogger(__name__)


def settle(bank, order):
    try:
        bank.submit(order)
    except ConnectionError as error:
        logger.exception(error)  # expect: the error itself
    except Exception as error:
        logger.error("order %s failed: %s", order.id, error, exc_info=True)  # expect: traceback ends with
```

```python policy=tidy
import logging

logger = logging.getLogger(__name__)


def settle(bank, order):
    try:
        bank.submit(order)
    except ConnectionError as error:
        logger.warning("the bank cannot be reached: %s", error)
    except bank.Refused as error:
        logger.exception("order %s was refused with code %s", order.id, error.code)
    except Exception:
        logger.exception("order %s was not submitted", order.id)
```

## Settings

This rule has no parameters.

## See also

`lost-traceback`, `eager-formatting`. [Python: Logger.exception](https://docs.python.org/3/library/logging.html#logging.Logger.exception).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.source.facts.errors import CaughtError


@rule(
    "LP413",
    "error-text-beside-traceback",
    fact=CaughtError,
    severity=Severity.LOW,
    confidence=Confidence.MEDIUM,
    enabled=False,
)
def error_text_beside_traceback(caught: CaughtError, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each record of a clause that writes both; low where it is not known what kind of logger it is."""
    for one in caught.heard:
        if one.traceback and one.whole and one.kind in ("logging", "loguru", "structlog"):
            what = "gets the error itself for its message" if one.whole == "alone" else "writes the text of the error"
            sure = Confidence.MEDIUM if one.maker or one.kind != "logging" else Confidence.LOW
            yield Message(f"{one.callee}() {what}, which the traceback ends with", span=one.span, confidence=sure)
