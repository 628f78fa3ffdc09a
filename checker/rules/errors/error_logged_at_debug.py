"""An unexpected error is logged at debug level

`except Exception: logger.debug(...)` and nothing else.

## Why it matters

Debug records are not written in production, so that whatever goes wrong there is as good as swallowed.

## How to fix it

Log at `warning` or `error` what nobody expected; catch by name what is expected, and leave that at debug.

## Examples

```python policy=strict
import logging

logger = logging.getLogger(__name__)


def settle(bank):
    try:
        bank.submit()
    except Exception as error:
        logger.debug("not submitted: %s", error)  # expect: debug
```

```python policy=strict
import logging

logger = logging.getLogger(__name__)


def settle(bank):
    try:
        bank.submit()
    except ConnectionError as error:
        logger.debug("not submitted: %s", error)
    except Exception:
        logger.exception("not submitted")
```

## Settings

This rule has no parameters. Its findings are of low confidence: many such records are meant.

## See also

`swallowed-exception`, `level-contradicts-text`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.errors._weight import tolerant, works
from checker.source.errors.reporting import rank
from checker.source.facts.errors import CaughtError


@rule(
    "LP306",
    "error-logged-at-debug",
    fact=CaughtError,
    severity=Severity.LOW,
    confidence=Confidence.LOW,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.3.4",),
)
def error_logged_at_debug(caught: CaughtError, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a broad clause that tells of the error in debug records alone."""
    records = [one for one in caught.heard if one.kind in ("logging", "loguru", "structlog")]
    if not caught.broad or not records or len(records) != len(caught.heard) or any(rank(one.level) > 1 for one in records):
        return
    if set(caught.ways) & {"raise", "exit"} or caught.later or caught.cleanup or tolerant(caught) or not works(caught.tried):
        return
    yield Message(f"an unexpected error is told by {records[0].callee}() alone, which debug settings show", span=records[0].span)
