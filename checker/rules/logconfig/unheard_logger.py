"""A logger neither hands its records on nor has a handler

`"propagate": False` without `handlers`: what is logged there ends there.

## Why it matters

Records of such a logger, and of all loggers below it, reach no handler: not even those of the root logger. Python prints warnings and
errors as bare text to stderr, without time or level, and drops everything else (CWE-778).

## How to fix it

Give the logger a handler, or leave `propagate` out. To silence a logger on purpose, give it a `NullHandler`, or a level above `CRITICAL`,
so that everybody sees that it is meant.

## Examples

```python
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"shop": {"level": "INFO", "propagate": False}},  # expect: the logger shop
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

`errors`: loggers of libraries to which they write what goes wrong in the service; another library's logger that nobody hears is taken
to be silenced on purpose, and told with low confidence. `environments`: which settings are judged. The default is `["production"]`.

## See also

`security-logger-silenced` tells of the loggers of security events, `root-without-handler` of the root.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.facts import ConfiguredLogger
from checker.logconfig.libraries import LIBRARIES
from checker.logconfig.model import Logger, LogPipeline, level_number
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.logconfig._wording import at, called

_WHOLE = frozenset(("dictConfig", "django", "ini"))
_CRITICAL, _SHOWN = 50, 5
_MOST = 200
"""So many loggers are compared; no service has more."""
_OF_SECURITY = ("django.request", "django.security", "axes")
_WORDS = frozenset(("security", "audit"))
"""What `security-logger-silenced` tells of."""


@rule(
    "LP539",
    "unheard-logger",
    fact=ConfiguredLogger,
    severity=Severity.MEDIUM,
    confidence=Confidence.MEDIUM,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.2.3",),
    errors=["django", "celery", "uvicorn", "uvicorn.error", "gunicorn.error"],
    environments=["production"],
)
def unheard_logger(fact: ConfiguredLogger, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for the loggers of a whole configuration that stop their records and have no handler for them."""
    pipeline, logger = fact.pipeline, fact.logger
    if pipeline.partial or pipeline.kind not in _WHOLE or len(pipeline.loggers) > _MOST or not _is_unheard(pipeline, logger):
        return
    same = [one for one in pipeline.loggers.values() if one is not logger and _is_unheard(pipeline, one)]
    wanted = _is_wanted(fact, project, parameters)
    told = [one for one in same if _is_wanted(ConfiguredLogger(one.span, pipeline, one), project, parameters)] if wanted else same
    if any((one.span, one.name) < (logger.span, logger.name) for one in told):
        return  # told there
    elsewhere = (one for one in project.configured.pipelines if one.environment == pipeline.environment and one is not pipeline)
    given = any(one.loggers[logger.name].handlers for one in elsewhere if logger.name in one.loggers)
    many = f", like {len(told)} more" if told else ""
    text = f"{called(logger.name)} does not propagate and has no handler{many}: what is logged there reaches no log"
    related = tuple(at(one.span, f"{called(one.name)}, too") for one in told[:_SHOWN])
    yield Message(text, related=related, confidence=None if wanted and not given else Confidence.LOW)


def _is_unheard(pipeline: LogPipeline, logger: Logger) -> bool:
    """Whether its records end there, and those of no logger below it are written."""
    if not logger.name or logger.builtin or logger.silent or logger.propagates is not False or _is_told(logger.name):
        return False
    if logger.handlers or logger.more or logger.disabled or (level_number(logger.level) or 0) > _CRITICAL:
        return False
    below = f"{logger.name}."
    return not any(one.name.startswith(below) and (one.handlers or one.more) for one in pipeline.loggers.values())


def _is_told(name: str) -> bool:
    return name.startswith(_OF_SECURITY) or not _WORDS.isdisjoint(name.lower().split("."))


def _is_wanted(fact: ConfiguredLogger, project: Any, parameters: Parameters) -> bool:
    """Whether it is one of the project's own, or one that tells of errors; of a file alone all names that are no library's count."""
    name, first = fact.logger.name, fact.logger.name.partition(".")[0]
    if name in parameters["errors"] or first in fact.pipeline.packages:
        return True
    return bool(project.configured.lone) and first not in LIBRARIES
