"""A logger is made by its class

`logging.Logger("shop")` makes a logger that stands in no tree.

## Why it matters

Only `getLogger` puts a logger below its parents. One that is made by its class has none: no configuration of the program reaches it, its
level is that of nobody else, and what it writes goes to its own handlers alone. Where it has none, records below a warning are lost, and
the others go to standard error. Nor is it the logger that `getLogger` gives for the same name.

## How to fix it

`logging.getLogger("shop")`.

## Examples

```python policy=tidy
import logging

logger = logging.Logger(__name__)  # expect: stands in no tree


def pay(customer):
    logger.info("%s pays", customer)
```

```python policy=tidy
import logging

logger = logging.getLogger(__name__)


class Audit(logging.Logger):
    def __init__(self, name):
        super().__init__(name, logging.INFO)


def pay(customer):
    logger.info("%s pays", customer)
```

## Settings

This rule has no parameters.

## See also

`literal-logger-name`. [Python: Logger objects](https://docs.python.org/3/library/logging.html#logger-objects).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.source.facts.records import SetupCall


@rule(
    "LP414",
    "logger-made-by-class",
    fact=SetupCall,
    severity=Severity.LOW,
    confidence=Confidence.MEDIUM,
    enabled=False,
)
def logger_made_by_class(setup: SetupCall, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a call of the class."""
    if setup.name == "logger-by-class":
        yield Message(f"the logger that {setup.text}() makes stands in no tree: the program's configuration does not reach it")
