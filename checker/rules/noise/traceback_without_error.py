"""A record asks for a traceback where no error is handled

`logger.exception("no answer")` outside of an `except` clause writes `NoneType: None` below its text.

## Why it matters

`exception()` and `exc_info=True` write the error that is being handled. Where none is, the record has an empty traceback, and whoever
reads it looks for an error that never was, or misses the one that is meant: that of a task, or of an answer.

## How to fix it

Write `error(...)`, or hand the error over: `exc_info=task.exception()`.

## Examples

```python policy=tidy
import logging

logger = logging.getLogger(__name__)


def fetch(session, url):
    answer = session.get(url)
    if answer.status_code != 200:
        complain(url)
    return answer


def complain(url):
    logger.exception("no answer from %s", url)  # expect: no error is handled
```

```python policy=tidy
import logging

logger = logging.getLogger(__name__)


def fetch(session, url):
    try:
        return session.get(url)
    except ConnectionError:
        complain(url)
        raise


def complain(url):
    logger.exception("no answer from %s", url)


def done(task):
    if task.exception():
        logger.error("the task failed", exc_info=task.exception())
```

## Settings

This rule has no parameters. It is of low confidence where not all that call the function are known.

## See also

`lost-traceback`. [Python: Logger.exception](https://docs.python.org/3/library/logging.html#logging.Logger.exception).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.source.facts.records import Record


@rule(
    "LP412",
    "traceback-without-error",
    fact=Record,
    severity=Severity.LOW,
    confidence=Confidence.MEDIUM,
    enabled=False,
)
def traceback_without_error(record: Record, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a call; low where somebody unknown may call its function while an error is handled."""
    if record.untraced and record.sink == "logging":
        sure = Confidence.MEDIUM if record.untraced == "certain" and record.maker else Confidence.LOW
        yield Message(f"{record.callee}() asks for a traceback where no error is handled", confidence=sure)
