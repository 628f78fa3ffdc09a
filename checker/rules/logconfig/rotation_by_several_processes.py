"""Several processes rotate one log file

`RotatingFileHandler` in a service of several worker processes: each renames the file under the others. So does supervisord for
programs, and for processes of one, that are given the same file. Two handlers of one process do the same to each other, where one of
them rotates the file that the other has open.

## Why it matters

When one worker rotates, the others go on writing to the renamed file, and the next rotation overwrites it: records are lost, the audit
trail has holes. Python's documentation says that writing to one file from several processes is not supported.

## How to fix it

Write to stdout and let the supervisor or container keep it, use `WatchedFileHandler` with logrotate, or a handler that locks
(concurrent-log-handler).

## Examples

```python
# file: gunicorn.conf.py
workers = 4

# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {
        "file": {  # expect: 4 worker processes
            "class": "logging.handlers.RotatingFileHandler",
            "filename": "/var/log/shop/app.log",
            "maxBytes": 10_000_000,
            "backupCount": 9,
        },
    },
    "root": {"handlers": ["file"], "level": "INFO"},
})
```

```python
# file: gunicorn.conf.py
workers = 4

# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"file": {"class": "logging.handlers.WatchedFileHandler", "filename": "/var/log/shop/app.log"}},
    "root": {"handlers": ["file"], "level": "INFO"},
})
```

## Settings

`environments`: which settings are judged. The default is `["production"]`.

Without a sign of several workers (gunicorn's settings, a command line with `--workers`, one that starts Celery's) the finding has low
confidence.

## See also

`rotation-never-rotates`. [Python: logging to a single file from multiple
processes](https://docs.python.org/3/howto/logging-cookbook.html#logging-to-a-single-file-from-multiple-processes).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.facts import ConfiguredHandler
from checker.logconfig.idle import named_handlers
from checker.logconfig.model import Handler
from checker.logconfig.sinks import WRITERS, sink
from checker.logconfig.surroundings import CELERY, CeleryWorkers, Workers
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.logconfig._wording import at

_ROTATING = frozenset(("logging.handlers.RotatingFileHandler", "logging.handlers.TimedRotatingFileHandler"))
_OF_REQUESTS = ("django.server", "django.request", "django.security", "django.template", "gunicorn", "uvicorn", "daphne")
"""Loggers that say nothing while a task runs."""


@rule(
    "LP511",
    "rotation-by-several-processes",
    fact=ConfiguredHandler,
    severity=Severity.MEDIUM,
    confidence=Confidence.MEDIUM,
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.4.2",),
    environments=["production"],
)
def rotation_by_several_processes(fact: ConfiguredHandler, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a file that rotates in a project that runs in several processes."""
    handler, pipeline = fact.handler, fact.pipeline
    if WRITERS in handler.options:
        told = f"supervisord rotates {fact.file} for each of its {handler.options[WRITERS].value} writers by itself: records are lost"
        yield Message(told, help="Give each process a file of its own (`%(process_num)s`), or both streams one (`redirect_stderr`).")
        return
    beside = _beside(fact)
    if beside is not None:
        both = "both rotate" if _rotates(beside) and _rotates(handler) else "one rotates"
        told = f"{beside.name} and {handler.name} write one file, and {both} it"
        help_ = "Give the file to one handler, and name that one wherever its records come from."
        yield Message(f"{told}: what the other has open is renamed under it", related=(at(beside.span, "the other handler"),), help=help_)
        return
    if not _rotates(handler) or fact.only_debugging or pipeline.processes == 1:
        return  # what is started elsewhere with more does not read this file
    known = [one for one in project.configured.facts if isinstance(one, Workers)]
    workers = [one for one in known if one.several and _writes_there(one, fact, project)]
    if any(one.server.lower() in asked.lower() for one in workers for asked in pipeline.tests):
        return  # it is asked whether that server has set logging up
    if not workers:
        tasks = None if known else next((one for one in project.configured.facts if isinstance(one, CeleryWorkers)), None)
        if pipeline.kind == "django" and tasks is not None and _in_tasks(fact, project):
            told = f"{handler.name} rotates its file, but Celery's workers write it beside the site's processes"
            yield Message(told, related=(at(tasks.span, "the workers' application"),))
        elif pipeline.kind == "django":
            yield Message(f"{handler.name} rotates its file, which several worker processes must not do", confidence=Confidence.LOW)
        return
    first = min(workers, key=lambda one: one.server == CELERY)
    told = f"{handler.name} rotates its file, but there are {first.told} of {first.server}: they rename it under each other"
    unsure = pipeline.kind in ("django", "dictConfig") and not fact.attached  # what attaches it is not known
    yield Message(told, related=(at(first.span, "the workers"),), confidence=Confidence.LOW if unsure else None)


def _rotates(handler: Handler) -> bool:
    """Whether it renames its file now and then."""
    sized = handler.cls.endswith(".RotatingFileHandler")
    bounds = [handler.options.get(name) for name in ("maxBytes", "backupCount")] if sized else []
    return handler.cls in _ROTATING and not any(one is None or one.value == 0 for one in bounds)


def _beside(fact: ConfiguredHandler) -> Handler | None:
    """The first handler of the same configuration that writes the same file, where one of the two rotates it, and records get to both."""
    own, pipeline = sink(fact.handler), fact.pipeline
    if not fact.file or not own or pipeline.kind == "code" or not fact.feeding:
        return None
    used = named_handlers(pipeline)
    for one in pipeline.handlers.values():
        if one is fact.handler or one.span == fact.handler.span:
            return None
        if one.name in used and sink(one) == own and (_rotates(one) or _rotates(fact.handler)):
            return one
    return None


def _writes_there(workers: Workers, fact: ConfiguredHandler, project: Any) -> bool:
    """Whether the processes of a server have a handler: not that of a script's, nor of another part of the project, started for itself."""
    if workers.server == CELERY and not _in_tasks(fact, project):
        return False
    if workers.server != CELERY and CELERY in fact.span.path.rpartition("/")[2].lower():
        return False  # what Celery's workers set up for themselves
    if (fact.pipeline.scripted or _is_started_alone(fact)) and workers.span.path != fact.span.path:
        return False
    if fact.pipeline.kind == "code" and workers.modules and fact.span.path not in workers.modules:
        package = workers.application.partition(".")[0]
        if package not in fact.span.path.removesuffix(".py").split("/"):
            return False
    own, other = (project.configured.distribution(one.span.path) for one in (fact, workers))
    return not own or not other or own == other


def _is_started_alone(fact: ConfiguredHandler) -> bool:
    """Whether it is set up in a file of a folder of commands, each of which is a process of its own: ``shop/bin/sync.py``."""
    return fact.pipeline.kind == "code" and "bin" in fact.span.path.split("/")[:-1]


def _in_tasks(fact: ConfiguredHandler, project: Any) -> bool:
    """Whether the processes of Celery's workers write there: they have the settings, and something that tasks log gets to the handler."""
    pipeline = fact.pipeline
    if pipeline.kind != "django" and CELERY not in pipeline.span.path:
        return False
    replaced = any(isinstance(one, CeleryWorkers) for one in project.configured.facts)
    return any(bool(one or not replaced) and not one.startswith(_OF_REQUESTS) for one in fact.feeding)
