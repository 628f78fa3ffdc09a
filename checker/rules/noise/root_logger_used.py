"""A library logs by the root logger

`logging.info(...)` in code that others import writes to the root logger.

## Why it matters

Who runs the program can neither silence such records nor route them: the root logger's level and handlers are those of the whole program.
The first such call even installs a handler on the root logger where there is none, so that every later record is written twice.

## How to fix it

`logger = logging.getLogger(__name__)` at the top of the module, and `logger.info(...)`.

## Examples

```python policy=tidy
import logging


def pay(customer):
    logging.info("%s pays", customer)  # expect: root logger
```

```python policy=tidy
import logging

logger = logging.getLogger(__name__)


def pay(customer):
    logger.info("%s pays", customer)
```

A program's own logging is its own affair:

```python policy=tidy
import argparse
import logging

parser = argparse.ArgumentParser()
logging.info("options: %s", parser.parse_args())
```

## Settings

This rule has no parameters.

## See also

`literal-logger-name`. [Python: configuring logging for a
library](https://docs.python.org/3/howto/logging.html#configuring-logging-for-a-library).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.source.facts.records import Record
from checker.source.ir.shapes import ROOTS


@rule(
    "LP406",
    "root-logger-used",
    fact=Record,
    severity=Severity.LOW,
    confidence=Confidence.MEDIUM,
    enabled=False,
)
def root_logger_used(record: Record, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each record that a library's code gives to the root logger."""
    if record.maker in ROOTS and record.library and not record.callee.endswith("makeLogRecord"):
        yield Message(f"{record.callee}() writes to the root logger, whose level and handlers are the program's")
