"""A module's logger is named by a literal

`logging.getLogger("shop")` in `shop/pay.py`: the logger's name is not the module's.

## Why it matters

Levels and handlers are set for names, and names inherit along their dots: a logger that is called as somebody wrote it once is not where
the configuration looks for it, and a renamed module keeps a wrong name. Records do not tell where they come from.

## How to fix it

`logging.getLogger(__name__)`. Where a name is part of the public configuration (`"shop.audit"`), keep it, and say so.

## Examples

```python policy=tidy
import logging

logger = logging.getLogger("mylogger")  # expect: mylogger
```

```python fixed
import logging

logger = logging.getLogger(__name__)  # expect: mylogger
```

```python policy=tidy
import logging

audit = logging.getLogger("shop.audit")
wire = logging.getLogger("urllib3")
```

A path has dots where no parent is:

```python policy=tidy
import logging


def scan():
    logging.getLogger(__file__).info("begun")  # expect: by the path
```

## Settings

This rule has no parameters. Names with a dot and names of other loggers than the module's own (`audit`, `wire`) are taken for chosen
ones.

## See also

`root-logger-used`. [Python: logging.getLogger](https://docs.python.org/3/library/logging.html#logging.getLogger).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from checker.model import Confidence, Edit, Fix, Parameters, Severity
from checker.rule import Message, rule
from checker.source.facts.records import LoggerMade

_OWN = frozenset({"logger", "log", "_logger", "_log", "LOGGER", "LOG", "_LOGGER", "_LOG"})
"""Variables that hold the module's own logger."""


def _by_module(made: LoggerMade, message: Message, around: Any) -> Message:
    argument = next(iter(getattr(around.node, "args", ())), None)
    if argument is None:
        return message
    return replace(message, fix=Fix("Name it by __name__", (Edit(around.range(argument.value), "__name__"),), safe=False))


@rule(
    "LP407",
    "literal-logger-name",
    fact=LoggerMade,
    severity=Severity.LOW,
    confidence=Confidence.MEDIUM,
    enabled=False,
    judge=_by_module,
)
def literal_logger_name(made: LoggerMade, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a module's own logger whose name has nothing to do with where the module stands."""
    if not made.variable:
        yield Message(f"the logger is called by the path in {made.name}, whose dots make parents of folders")
        return
    parts = made.module.split(".")
    if made.variable in _OWN and not made.main and "." not in made.name and made.name not in parts:
        yield Message(f"the module's logger is called {made.name!r}, which is not the module's name")
