"""Each pass of a loop writes a record

`for order in orders: logger.info("order %s", order.id)`: as many records as there are orders.

## Why it matters

The log grows with the data and not with what happens: it costs money to keep, and hides the few records that matter. When there is
trouble, there are more passes, and the log is the next thing that breaks.

## How to fix it

Write one record behind the loop, with the count; or write every thousandth, or at debug level.

## Examples

```python policy=tidy
import logging

logger = logging.getLogger(__name__)


def export(orders):
    for order in orders:
        logger.info("exporting %s", order.id)  # expect: each pass of a loop
        order.export()
```

```python policy=tidy
import logging

logger = logging.getLogger(__name__)


def export(orders):
    for number, order in enumerate(orders):
        order.export()
        if number % 1000 == 0:
            logger.info("%s orders exported", number)
        logger.debug("exported %s", order.id)
    logger.info("all orders exported")
```

What a service does once, when it starts or stops, is not hot:

```python policy=tidy
import logging

logger = logging.getLogger(__name__)


class Worker:
    def __init__(self, running):
        self.running = running

    def shutdown(self):
        for job in self.running:
            logger.info("waiting for %s", job.name)
            job.join()
```

## Settings

`levels`: of which records it is told. The default is `["info"]`: what is worth a warning is worth it for each pass, and debug records are
not written in production. A record of what has been done to one thing (`archived %s`, `new bulb %s`) is of low confidence: it may be the
one place where that is kept. So is one that says how far the loop has come (`%d/%d`, `iteration %d`), and one of a loop whose passes take
long: they download, copy, build or train something.

## See also

`unguarded-costly-value`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.source.facts.records import Record
from checker.source.lexicon.words import split

_ONCE = frozenset(
    {
        "init", "setup", "start", "startup", "boot", "bootstrap", "configure", "register", "initialize", "stop", "shutdown", "close",
        "exit", "teardown", "terminate", "cleanup", "abort", "finish", "del",
    }
)  # fmt: skip
"""Words of functions that run once in the life of a service."""
_DONE = re.compile(r"\W*(?:[a-z]+-)?(?:[a-z]{2,}ed|new|found|lost|sent)\b", re.IGNORECASE)
"""How a record begins that tells of an event."""
_COUNTED = re.compile(r"(?:%[sdi]|\{[^{}]{0,40}\})(?: ?/ ?| of )(?:%[sdi]|\{[^{}]{0,40}\})")
"""How far a program has come: ``(%d/%d)``."""
_WORD = re.compile(r"[A-Za-z]+")
_ADVANCING = frozenset({"progress", "iteration", "epoch", "step", "stage", "phase", "round", "page", "batch", "chunk"})
"""Words by which a program tells of its own work, of which a pass is long: ``starting iteration %d``."""


@rule(
    "LP404",
    "record-in-hot-loop",
    fact=Record,
    severity=Severity.LOW,
    confidence=Confidence.MEDIUM,
    enabled=False,
    levels=["info"],
)
def record_in_hot_loop(record: Record, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a record that no condition keeps from being written in each pass; programs tell of their work as they like."""
    once = not _ONCE.isdisjoint(split(record.function.rpartition(".")[2].strip("_")))
    if record.loop and not once and not record.asked and record.library and record.level in parameters["levels"]:
        few = record.slow or _DONE.match(record.template) or _COUNTED.search(record.template)
        advancing = not _ADVANCING.isdisjoint(word.lower() for word in _WORD.findall(record.template))
        sure = Confidence.LOW if few or advancing else None
        yield Message(f"each pass of a loop writes a record by {record.callee}()", confidence=sure)
