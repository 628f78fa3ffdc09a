"""The same record is written twice to one place

A logger has a handler, and its records go on to a parent with a handler for the same place; or it has two for one place itself.

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

`environments`: which settings are judged. The default is `["production"]`. Of `django.server`, to which only `runserver` writes, it is told
with low confidence. In code both handlers have to be attached under the same conditions,
in one function or where the module is imported. Of a logger that one module gives a handler, while another one that starts the process
gives the root its own, it is told with medium confidence where no third module does so. Uvicorn's own loggers do not hand on unless a
dictConfig names them: of those that code gives a handler, nothing is told.

## See also

`unused-logging-part`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker import patterns as re
from checker.logconfig.facts import ConfiguredLogger
from checker.logconfig.model import Logger, LogPipeline, level_number
from checker.logconfig.reading import SERVERS
from checker.logconfig.routing import Reached, also_set_up, keeps_out, may_part, never_in_production, reached
from checker.logconfig.sinks import sink
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.logconfig._wording import at, called

_OF_RUNSERVER = "django.server"
"""The logger of Django's server for developers: in production nothing writes to it."""
_OF_UVICORN = frozenset({"uvicorn", "uvicorn.access"})
"""Loggers that uvicorn has told not to hand on when it imports the application: ``LOGGING_CONFIG`` in its config.py. Code that gives them
other handlers leaves that as it is; a dictConfig that names them does not.
"""
_CRITICAL = 50
"""The level of a logger that is to say nothing: hardly anything is written above it, once or twice."""
_STARTED = re.compile(
    r"(?:^|/)(?:main|__main__|bot|worker|app|manage|server|run|start|cli|celery\w*|[aw]sgi)\.py$|(?:^|/)(?:scripts?|tools?)/"
)
"""Modules that start a process of their own."""
_MANY, _MOST = 4, 200
"""More than so many loggers with the same two handlers are told together; so many are compared."""


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
    if _is_kept_back(pipeline, logger):
        return
    pair = _twice(pipeline, logger)
    if pair is None:
        yield from _beside(pipeline, logger)
        yield from _across(pipeline, logger, project)
        return
    own, other = pair
    if pipeline.kind == "code" and not _both_attached(pipeline, own, other, project):
        return
    alike = _alike(pipeline, pair) if len(pipeline.loggers) <= _MOST else []
    many = len(alike) > _MANY or (
        pipeline.kind == "code" and len({one.handlers[0].span.line for one in alike}) == 1 < len(alike)
    )  # in a loop
    if many and alike[0].name != logger.name:
        return  # told there
    if not logger.name:
        told = f"each error of Django's is mailed twice: by {own.handler.name} on the root logger, and by {other.handler.name}"
        yield Message(told, own.span, confidence=_confidence(pipeline, other))
        return
    what = f"to {own.handler.name}" if own.handler.name == other.handler.name else f"by {own.handler.name} and {other.handler.name}"
    more = f" (and of {len(alike) - 1} more)" if many else ""
    told = f"each record of {called(logger.name)}{more} is written twice {what}: it also goes on to {called(other.logger)}"
    related = (at(other.span, "the second time"), *(at(one.span, called(one.name)) for one in (alike[1:] if many else ())))
    developing = logger.name == _OF_RUNSERVER and not many
    yield Message(told, own.span, related=related, confidence=Confidence.LOW if developing else _confidence(pipeline, other))


def _beside(pipeline: LogPipeline, logger: Logger) -> Iterator[Message]:
    """Two handlers of one logger, of different levels and without a filter, that write to one place: what both take stands there twice."""
    if pipeline.kind == "code" or logger.builtin or not logger.handlers:
        return
    found = [one for one in reached(pipeline, logger.name)[0] if one.logger == logger.name]
    pairs = ((one, other) for number, one in enumerate(found) for other in found[:number] if one.handler.name != other.handler.name)
    pair = next((pair for pair in pairs if not any(map(_mails, pair)) and _same(pipeline, logger.name, *pair)), None)
    if pair is not None:
        second, first = pair
        told = f"what {second.handler.name} takes of {called(logger.name)} is written twice: {first.handler.name} writes to the same place"
        yield Message(told, second.span, related=(at(first.handler.span, "the other handler"),))


def _across(pipeline: LogPipeline, logger: Logger, project: Any) -> Iterator[Message]:
    """A logger that code of one module gives a stream or a file, and the root's handler in the module that starts the process."""
    if (
        pipeline.kind != "code"
        or not logger.name
        or not pipeline.server
        or logger.propagates is not True
        or _STARTED.search(pipeline.span.path)
    ):
        return
    roots = [
        one
        for one in project.configured.pipelines
        if one.environment == pipeline.environment and one.server and one.kind not in SERVERS and one.root is not None and one.root.handlers
    ]
    if len(roots) != 1 or roots[0].span.path == pipeline.span.path or not (roots[0].leads or roots[0].kind != "code"):
        return  # of several nobody knows which is in the same process
    other = roots[0]
    if any(one in other.loggers and other.loggers[one].propagates is not True for one in pipeline.lineage(logger.name) if one):
        return
    sure = {ref.span for held in (logger, other.root) if held is not None for ref in held.handlers if not ref.open}
    mine = [one for one in reached(pipeline, logger.name)[0] if one.logger == logger.name and one.span in sure]
    theirs = [one for one in reached(other, "")[0] if one.span in sure]
    for one in mine:
        for found in theirs:
            parted = may_part(pipeline, one.handler) or may_part(other, found.handler) or _silent(one)
            if sink(one.handler) and sink(one.handler) == sink(found.handler) and not parted:
                told = f"each record of {called(logger.name)} is written twice by {one.handler.name} and {found.handler.name}"
                related = (at(found.span, "the root logger's"),)
                text = f"{told}: it also goes on to the root logger, which {other.span.path} sets up"
                yield Message(text, one.span, related=related, confidence=Confidence.MEDIUM)
                return


def _confidence(pipeline: LogPipeline, other: Reached) -> Confidence | None:
    """Django's own handler is there since 1.9, and mails only where the settings name somebody."""
    if pipeline.kind == "code":
        return Confidence.MEDIUM if pipeline.server else Confidence.LOW
    if not (other.handler.builtin or _mails(other)):
        return None
    return Confidence.MEDIUM if pipeline.mails else Confidence.LOW


def _twice(pipeline: LogPipeline, logger: Logger) -> tuple[Reached, Reached] | None:
    """A handler of the logger, and one of a parent that writes the same record to the same place."""
    if not logger.handlers or logger.builtin or level_number(logger.level) == _CRITICAL or _is_kept_back(pipeline, logger):
        return None
    if not logger.name:
        return _mailed_twice(pipeline) if pipeline.kind == "django" else None
    found, _ = reached(pipeline, logger.name)
    pairs = ((own, other) for own in found if own.logger == logger.name for other in found if other.logger != logger.name)
    return next((pair for pair in pairs if _same(pipeline, logger.name, *pair)), None)


def _is_kept_back(pipeline: LogPipeline, logger: Logger) -> bool:
    """Whether uvicorn has told a logger not to hand on, and code has only given it other handlers."""
    return pipeline.kind == "code" and logger.name in _OF_UVICORN


def _both_attached(pipeline: LogPipeline, own: Reached, other: Reached, project: Any) -> bool:
    """Whether code attaches both or none: under the same conditions, in one function or where the module is imported."""
    parts = [ref for one in (own, other) for ref in pipeline.loggers[one.logger].handlers if ref.span == one.span]
    functions = {ref.function for ref in parts} - {""}
    sure = len(parts) > 1 and len(functions) <= 1 and len({ref.open for ref in parts}) == 1
    return sure and not also_set_up(pipeline, project.configured.pipelines)


def _mailed_twice(pipeline: LogPipeline) -> tuple[Reached, Reached] | None:
    """The root's handler that mails errors, where Django's own on the logger ``django`` does so too and lets them go on."""
    found = [one for one in reached(pipeline, "django")[0] if _mails(one)]
    roots, owns = [one for one in found if not one.logger], [one for one in found if one.handler.builtin]
    return (roots[0], owns[0]) if roots and owns else None


def _alike(pipeline: LogPipeline, pair: tuple[Reached, Reached]) -> list[Logger]:
    """All loggers of which the same is true, in the order in which they stand."""
    found = ((one, _twice(pipeline, one)) for one in sorted(pipeline.loggers.values(), key=lambda one: one.span))
    handlers = [one.handler.name for one in pair]
    return [one for one, twice in found if twice is not None and [inner.handler.name for inner in twice] == handlers]


def _same(pipeline: LogPipeline, name: str, one: Reached, other: Reached) -> bool:
    """Whether both write some record to the same place; a filter may part them, so those with filters are left alone."""
    if one.handler.name == other.handler.name:
        return not _silent(one) and not keeps_out(pipeline, one.handler, name) and never_in_production(pipeline, one.handler) is None
    if _mails(one) and _mails(other):
        return other.handler.builtin or {found.name for found in one.handler.filters} == {found.name for found in other.handler.filters}
    if other.handler.builtin or any(may_part(pipeline, found.handler) for found in (one, other)):
        return False
    return bool(sink(one.handler)) and sink(one.handler) == sink(other.handler) and not _silent(one)


def _mails(one: Reached) -> bool:
    """Whether it mails errors to the administrators, as Django's own handler of the logger ``django`` does since 1.9."""
    return one.handler.cls == "django.utils.log.AdminEmailHandler"


def _silent(one: Reached) -> bool:
    return one.handler.cls.endswith("NullHandler")
