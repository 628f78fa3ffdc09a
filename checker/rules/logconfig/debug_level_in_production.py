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

A variable that is set where the project is deployed decides what hangs on it; Flask's debug mode means the level too:

```python
# file: shop/main.py
import logging
import os

from fastapi import FastAPI

app = FastAPI()
logging.basicConfig(level=logging.DEBUG if os.environ.get("DEBUG") == "1" else logging.INFO)

# file: docker-compose.prod.yml
services:
  shop:
    build: .
    environment:
      DEBUG: "1"  # expect: the root logger is at DEBUG
```

## Settings

`environments`: which settings are judged. The default is `["production"]`. Settings that say `DEBUG = True` are not judged. A default of
`DEBUG` for which the project's `.env.example` shows a higher level is told with low confidence.

## See also

`sql-parameters-logged`, `wire-debugging-left-on`. [CWE-779](https://cwe.mitre.org/data/definitions/779.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from checker.logconfig.facts import ConfiguredLogger
from checker.logconfig.model import Handler, Logger, LogPipeline, Reference
from checker.logconfig.routing import Reached, also_set_up, is_null, never_in_production, reached
from checker.logconfig.surroundings import CeleryWorkers
from checker.logconfig.variables import is_shown_otherwise
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.logconfig._wording import at, called

_DEBUG = 10
_LEFT_OPEN = frozenset(("code", "loguru", "gunicorn", "command", "supervisor"))
"""Kinds that are always partial, and whose levels count all the same."""
_SQL = ("django.db", "sqlalchemy")
_OF_TASKS = "celery.task"
"""Celery's workers give this logger the level of their own command line, whatever it had, unless the project sets logging up instead."""
_LEVELS = frozenset(("DEBUG", "10", "NOTSET", "0", "TRACE", "ALL"))
_HANDING_OVER = re.compile(r"Intercept|Loguru|Structlog", re.IGNORECASE)
"""Handlers that give everything to another library, whose own level decides, and loguru's files that rotate: they are meant to be full."""
_IN_PRODUCTION = "django.utils.log.RequireDebugFalse"
_ADDING = re.compile(
    r"redact|mask|saniti[sz]|scrub|sensitive|secret|anonymi[sz]|context|correlation|request_?id|trace_?id|span_?id|host_?name|inject|enrich"
    r"|(?:^|[_ ])add_",
    re.IGNORECASE,
)
"""In the name of a filter that changes records, or gives them something, and lets them all through."""
_FOR_DEVELOPERS = re.compile(r"(?:dev|develop|development|local)$")
"""A logger that is called after the environment in which it is asked for."""
_WITHOUT = frozenset(
    ("django.request", "django.server", "django.security", "django.security.csrf", "django.security.DisallowedHost", "gunicorn.access",
     "uvicorn.access", "werkzeug", "raven", "sentry.errors", "sentry_sdk.errors")
)  # fmt: skip
"""Loggers to which nothing is ever written at DEBUG, or next to nothing: what reports errors tells there that it could not."""
_MANY, _SHOWN, _MOST = 4, 3, 200
"""So many more are told together; so many names are shown; so many loggers are compared."""


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
    pipeline, logger, facts = fact.pipeline, fact.logger, project.configured.facts
    first = _taker(pipeline, logger)
    if first is None or logger.level is None or (logger.name == _OF_TASKS and any(isinstance(one, CeleryWorkers) for one in facts)):
        return
    same = [logger, *_alike(pipeline, logger)]
    pipelines = project.configured.pipelines
    if any(_earlier(one, logger) for one in same[1:]) or _inherited(pipeline, logger) or _told_before(pipeline, logger, pipelines):
        return  # told there
    level = logger.level
    unsure = _is_asked(pipeline, logger, pipelines) or is_shown_otherwise(level.open) or not pipeline.server
    unsure = unsure or all(one.undebugged for one in same)
    told = f"{_named(same)} at {str(level.value).rpartition('.')[2]}{_hanging(level.open)}"
    read = (at(level.read, "it is read here" if level.read.path.endswith(".py") else "it is started here"),) if level.read else ()
    yield Message(
        f"{told}, and {first.handler.name} takes {'its' if len(same) == 1 else 'their'} debug records", level.span,
        related=(*read, at(first.span, "the handler"), *(at(one.level.span, called(one.name)) for one in same[1:] if one.level)),
        confidence=Confidence.LOW if unsure or (pipeline.partial and pipeline.kind not in _LEFT_OPEN) else None,
    )  # fmt: skip


def _hanging(doubt: str) -> str:
    """What it hangs on."""
    if doubt.startswith("`__name__"):
        return " where the file is run by itself"
    return " unless the environment says otherwise" if doubt else ""


def _is_asked(pipeline: LogPipeline, logger: Logger, pipelines: Sequence[LogPipeline]) -> bool:
    """Whether somebody asks for it when the code is started, or the real set-up follows."""
    if pipeline.kind != "code" or logger.level is None:
        return False
    wanted = bool(logger.level.open) and not logger.level.open.startswith("the environment variable")
    others = (one for one in pipelines if one.kind != "code" and one.span.path == pipeline.span.path)
    return wanted or any(others) or (not logger.name and also_set_up(pipeline, pipelines))


def _taker(pipeline: LogPipeline, logger: Logger) -> Reached | None:
    """The handler that takes a logger's debug records; ``None`` where it writes none, or is there for that."""
    level = logger.level
    if pipeline.debug or level is None or level.unknown or level.value is None or logger.name.startswith(_SQL) or logger.name in _WITHOUT:
        return None
    if logger.name and not _let_through(pipeline, logger.filters):
        return None  # the root's are asked of next to nothing
    word = str(level.value).rpartition(".")[2]
    if word not in _LEVELS or (word in ("NOTSET", "0") and logger.name):
        return None  # a logger without a level asks its parent
    if _FOR_DEVELOPERS.match(logger.name) or "debug" in logger.name or "audit" in logger.name or level.open.startswith("the parameter"):
        return None  # it is for debugging, for an audit that wants everything, or the caller says
    return next((one for one in reached(pipeline, logger.name)[0] if _takes(pipeline, one.handler)), None)


def _alike(pipeline: LogPipeline, logger: Logger) -> list[Logger]:
    """The others that are told with it: those that one switch sets with it, or all where they are many."""
    if len(pipeline.loggers) > _MOST or logger.level is None:
        return []
    others = [one for one in pipeline.loggers.values() if one is not logger and _taker(pipeline, one) is not None]
    switch = logger.level.open
    same = [one for one in others if one.level is not None and one.level.open == switch]
    return same if switch or len(same) >= _MANY else [one for one in same if one.level and one.level.span == logger.level.span]


def _earlier(one: Logger, other: Logger) -> bool:
    """Whether it is told first: the root, else the one that stands first; a loop sets several in one place."""
    return (bool(one.name), one.span, one.name) < (bool(other.name), other.span, other.name)


def _inherited(pipeline: LogPipeline, logger: Logger) -> bool:
    """Whether the nearest logger above that has a level is told of: without its own this one had the same."""
    if not logger.name or logger.propagates is not True:
        return False
    above = (pipeline.loggers.get(one) for one in pipeline.lineage(logger.name) if one != logger.name)
    nearest = next((one for one in above if one is not None and one.level is not None and one.level.value is not None), None)
    if nearest is None or _taker(pipeline, nearest) is None:
        return False
    handlers = {one.handler.name for one in reached(pipeline, nearest.name)[0]}
    return all(one.handler.name in handlers for one in reached(pipeline, logger.name)[0])


def _told_before(pipeline: LogPipeline, logger: Logger, pipelines: Sequence[LogPipeline]) -> bool:
    """Whether another file's logger is told of at the variable that decides both: one line in a compose file is one cause."""
    level = logger.level
    if level is None or level.read is None:
        return False
    for one in pipelines[:_MOST]:
        if one is pipeline:
            return False
        for other in one.loggers.values() if len(one.loggers) <= _MOST and one.environment == pipeline.environment else ():
            if other.level is not None and other.level.span == level.span and one.server >= pipeline.server and _taker(one, other):
                return True
    return False


def _named(loggers: list[Logger]) -> str:
    if len(loggers) == 1:
        return f"{called(loggers[0].name)} is"
    names = [one.name or "root" for one in loggers]
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return f"the loggers {', '.join(names[:_SHOWN])}{more} are"


def _let_through(pipeline: LogPipeline, filters: Sequence[Reference]) -> bool:
    """Whether debug records pass filters in production: Django's own for that, and those that are called after what they add or hide.

    What code gives away is an object that is not looked at, and mostly of that kind.
    """
    if pipeline.kind == "code":
        return True
    for one in filters:
        found = pipeline.filters.get(one.name)
        cls = found.cls if found is not None else ""
        passes = found is not None and found.passes
        if not passes and cls != _IN_PRODUCTION and not _ADDING.search(f"{one.name} {cls.rpartition('.')[2]}"):
            return False
    return True


def _takes(pipeline: LogPipeline, handler: Handler) -> bool:
    threshold = handler.threshold
    return (
        threshold is not None
        and threshold <= _DEBUG
        and not is_null(handler)
        and _let_through(pipeline, handler.filters)
        and not _HANDING_OVER.search(handler.cls)
        and never_in_production(pipeline, handler) is None
    )
