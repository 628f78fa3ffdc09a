"""Errors are dropped

The root logger, one of the project's own, or a server's (gunicorn's, uvicorn's, Celery's) takes nothing below `CRITICAL`, no handler of
it does, or all of its handlers write only while Django's `DEBUG` is on.

## Why it matters

What fails is logged with `error` and `exception`; almost nothing is logged as critical. The service then runs without a trace of its
failures (CWE-778).

## How to fix it

Make the level `ERROR` or lower. To quiet one library, set the level of its own logger.

## Examples

```python
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line", "level": "CRITICAL"},  # expect: errors of the root logger
    },
    "root": {"handlers": ["console"], "level": "INFO"},
})
```

```python
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "level": "ERROR"}},
    "loggers": {"kafka": {"level": "CRITICAL"}},
    "root": {"handlers": ["console"], "level": "INFO"},
})
```

```python
# file: gunicorn.conf.py
workers = 3
errorlog = "-"
loglevel = "critical"  # expect: errors of the logger gunicorn.error are dropped
```

## Settings

`environments`: which settings are judged. The default is `["production"]`. Of a level that the environment may change, and outside of
services, it is told with low confidence.

## See also

`security-logger-silenced`, `logging-switched-off`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.facts import ConfiguredLogger
from checker.logconfig.model import Logger, LogPipeline, level_number
from checker.logconfig.reading import SERVERS
from checker.logconfig.routing import also_set_up, dropped, never_in_production, reached
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.logconfig._wording import at, called

_ERROR, _CRITICAL, _ABOVE_ALL = 40, 50, 1_000_000
_OF_SERVERS = frozenset(("", "gunicorn.error", "uvicorn"))
"""The loggers by which servers tell what failed: gunicorn's, uvicorn's, and the root of Celery's workers."""


@rule(
    "LP537",
    "errors-dropped",
    fact=ConfiguredLogger,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.3.4", "16.5.4"),
    environments=["production"],
)
def errors_dropped(fact: ConfiguredLogger, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for the root logger, or one of the project's own packages, whose errors a level keeps out."""
    pipeline, logger = fact.pipeline, fact.logger
    served = pipeline.kind in SERVERS and logger.name in _OF_SERVERS and level_number(logger.level) == _CRITICAL
    if not served and (pipeline.kind in SERVERS or (logger.name and not _is_own(logger.name, pipeline))):
        return
    lost = dropped(pipeline, logger.name, _ERROR)
    if lost is None or (logger.name and _is_told_above(pipeline, logger.name)):
        return
    if dropped(pipeline, logger.name, _ABOVE_ALL) is not None:
        # no level is the cause: it is disabled, meant to throw everything away, or written for a developer alone
        if next(_for_developers(pipeline), None) is logger:
            told = f"errors of {called(logger.name)} are dropped in production: {lost.why}"
            yield Message(told, logger.span, related=(at(lost.span, "this filter keeps them out"),))
        return
    unsure = bool(lost.open) or not pipeline.server or (not logger.name and also_set_up(pipeline, project.configured.pipelines))
    yield Message(f"errors of {called(logger.name)} are dropped: {lost.why}", lost.span, confidence=Confidence.LOW if unsure else None)


def _for_developers(pipeline: LogPipeline) -> Iterator[Logger]:
    """The root and the project's own loggers of Django's settings whose handlers all write only while ``DEBUG`` is on, in their order."""
    if pipeline.kind != "django" or pipeline.debug:
        return
    for one in sorted(pipeline.loggers.values(), key=lambda one: one.span):
        found, more = reached(pipeline, one.name)
        own = not one.builtin and (not one.name or _is_own(one.name, pipeline))
        if own and found and not more and all(never_in_production(pipeline, held.handler) is not None for held in found):
            yield one


def _is_own(name: str, pipeline: LogPipeline) -> bool:
    """Whether it is one of the project's, and no logger of security events, which `security-logger-silenced` tells of."""
    parts = name.lower().split(".")
    return name.partition(".")[0] in pipeline.packages and "security" not in parts and "audit" not in parts


def _is_told_above(pipeline: LogPipeline, name: str) -> bool:
    """Whether the errors of a logger above it are dropped too, at the same place."""
    lost = dropped(pipeline, name, _ERROR)
    above = [one for one in pipeline.lineage(name) if one != name and one in pipeline.loggers]
    return any((found := dropped(pipeline, one, _ERROR)) is not None and lost is not None and found.span == lost.span for one in above)
