"""The same record is written twice to one place

A logger has a handler, and its records go on to a parent with a handler for the same place.

## Why it matters

Every record stands there twice: counts and rates in alerts are double, the disk fills twice as fast, and investigations trip over it.

## How to fix it

Take the handler off the logger, or write `"propagate": False`.

## Examples

```python
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"shop": {"handlers": ["console"], "level": "INFO"}},  # expect: twice
    "root": {"handlers": ["console"], "level": "INFO"},
})
```

```python
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"shop": {"handlers": ["console"], "level": "INFO", "propagate": False}},
    "root": {"handlers": ["console"], "level": "INFO"},
})
```

## Settings

`environments`: which settings are judged. The default is `["production"]`.

## See also

`unused-logging-part`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.facts import ConfiguredLogger
from checker.logconfig.model import LogPipeline
from checker.logconfig.routing import Reached
from checker.logconfig.sinks import sink
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.logconfig._wording import at, called


@rule(
    "LP509",
    "record-written-twice",
    fact=ConfiguredLogger,
    severity=Severity.LOW,
    confidence=Confidence.HIGH,
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.2.3",),
    environments=["production"],
)
def record_written_twice(fact: ConfiguredLogger, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a logger of whose handlers one writes where a parent's does."""
    pipeline, logger = fact.pipeline, fact.logger
    if pipeline.kind == "code" or not logger.name or not logger.handlers:
        return
    found, _ = fact.reached
    for own in (one for one in found if one.logger == logger.name):
        for other in (one for one in found if one.logger != logger.name):
            if _same(pipeline, own, other):
                what = (
                    f"to {own.handler.name}"
                    if own.handler.name == other.handler.name
                    else f"by {own.handler.name} and {other.handler.name}"
                )
                told = f"each record of {called(logger.name)} is written twice {what}: it also goes on to {called(other.logger)}"
                yield Message(told, own.span, related=(at(other.span, "the second time"),))
                return


def _same(pipeline: LogPipeline, one: Reached, other: Reached) -> bool:
    """Whether both write some record to the same place; a filter may part them, so those with filters are left alone."""
    if one.handler.name == other.handler.name:
        return not _silent(one)
    if one.handler.filters or other.handler.filters or one.handler.formatter != other.handler.formatter:
        return False
    return bool(sink(one.handler)) and sink(one.handler) == sink(other.handler) and not _silent(one)


def _silent(one: Reached) -> bool:
    return one.handler.cls.endswith("NullHandler")
