"""Debug records are written in production

A logger is at `DEBUG` (or `NOTSET`) and a handler takes what it writes.

## Why it matters

Libraries put requests, headers and tokens into debug records, because nobody is to see them outside of a developer's machine. They also
bury the few records that matter, and fill the disk (CWE-532, CWE-779).

## How to fix it

Make the level `INFO`, or read it from the environment with `INFO` as the default.

## Examples

```python
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "DEBUG"},  # expect: the root logger is at DEBUG
})
```

The handler's own level keeps debug records out:

```python
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler", "level": "INFO"}},
    "root": {"handlers": ["console"], "level": "DEBUG"},
})
```

## Settings

`environments`: which settings are judged. The default is `["production"]`. Settings that say `DEBUG = True` are not judged.

## See also

`sql-parameters-logged`, `wire-debugging-left-on`. [CWE-779](https://cwe.mitre.org/data/definitions/779.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.facts import ConfiguredLogger
from checker.logconfig.model import LogPipeline
from checker.logconfig.routing import is_null, never_in_production
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.logconfig._wording import at, called

_DEBUG = 10
_LEFT_OPEN = frozenset(("code", "gunicorn", "command"))
"""Kinds that are always partial, and whose levels count all the same."""
_SQL = ("django.db", "sqlalchemy")


@rule(
    "LP504",
    "debug-level-in-production",
    fact=ConfiguredLogger,
    severity=Severity.MEDIUM,
    confidence=Confidence.MEDIUM,
    cwe=(532, 779),
    owasp=("A09:2021", "A09:2025"),
    asvs=("13.4.2", "16.2.5"),
    environments=["production"],
)
def debug_level_in_production(fact: ConfiguredLogger, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a logger whose debug records some handler takes."""
    pipeline, logger = fact.pipeline, fact.logger
    if pipeline.debug or logger.level is None or logger.name.startswith(_SQL):
        return
    level = logger.level
    if level.unknown or level.value is None or str(level.value).rpartition(".")[2] not in ("DEBUG", "10", "NOTSET", "0", "TRACE", "ALL"):
        return
    if str(level.value).rpartition(".")[2] in ("NOTSET", "0") and logger.name:
        return  # it asks its parent
    if "debug" in logger.name or level.open.startswith("the parameter"):
        return  # it is for debugging, or the caller says
    taking = [one for one in fact.reached[0] if _takes(pipeline, one.handler)]
    if not taking:
        return
    first = taking[0]
    others = (one for one in project.configured.pipelines if one.kind != "code" and one.span.path == pipeline.span.path)
    asked = pipeline.kind == "code" and (bool(level.open) or any(others))  # somebody asks for it, or the real set-up follows
    told = f"{called(logger.name)} is at {str(level.value).rpartition('.')[2]}" + (
        " unless the environment says otherwise" if level.open else ""
    )
    yield Message(
        f"{told}, and {first.handler.name} takes its debug records", level.span,
        related=(at(first.span, "the handler"),),
        confidence=Confidence.LOW if asked or not pipeline.server or (pipeline.partial and pipeline.kind not in _LEFT_OPEN) else None,
    )  # fmt: skip


def _takes(pipeline: LogPipeline, handler: Any) -> bool:
    threshold = handler.threshold
    return (
        threshold is not None
        and threshold <= _DEBUG
        and not is_null(handler)
        and not handler.filters
        and (never_in_production(pipeline, handler) is None)
    )
