"""Celery's workers take the root logger's handlers away

The root logger has a file, mail or network handler, and a Celery worker removes it before the first task runs.

## Why it matters

What tasks log then goes to the worker's stderr alone: the audit file stays empty and no mail is sent, though the settings look as if it
were (CWE-778).

## How to fix it

Set `worker_hijack_root_logger = False` (`CELERY_WORKER_HIJACK_ROOT_LOGGER` in Django's settings), or connect a function to the signal
`celery.signals.setup_logging` that applies the configuration.

## Examples

```python
# file: shop/settings.py
INSTALLED_APPS = ["shop"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {
        "file": {
            "class": "logging.handlers.WatchedFileHandler",
            "filename": "/var/log/shop/shop.log",
            "formatter": "line",
        },
    },
    "root": {"handlers": ["file"], "level": "INFO"},  # expect: file
}
# file: shop/celery.py
from celery import Celery

app = Celery("shop")
app.config_from_object("django.conf:settings", namespace="CELERY")
```

```python
# file: shop/settings.py
INSTALLED_APPS = ["shop"]
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {
        "file": {
            "class": "logging.handlers.WatchedFileHandler",
            "filename": "/var/log/shop/shop.log",
            "formatter": "line",
        },
    },
    "root": {"handlers": ["file"], "level": "INFO"},
}
# file: shop/celery.py
from celery import Celery

app = Celery("shop")
app.config_from_object("django.conf:settings", namespace="CELERY")
```

## Settings

`environments`: which settings are judged. The default is `["production"]`. Where the modules of tasks are known, and loggers above
them have handlers of their own, nothing is told: a worker leaves those alone.

## See also

`root-without-handler`, `dropped-security-event`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.environment import environment_of
from checker.logconfig.model import PRODUCTION, LogPipeline
from checker.logconfig.routing import is_null, reached
from checker.logconfig.sinks import STREAMS
from checker.logconfig.surroundings import CeleryWorkers
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.logconfig._wording import at


@rule(
    "LP528",
    "root-handlers-replaced",
    fact=LogPipeline,
    severity=Severity.MEDIUM,
    confidence=Confidence.MEDIUM,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.2.3",),
    environments=["production"],
)
def root_handlers_replaced(pipeline: LogPipeline, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for Django's settings whose root has handlers that a worker of the same project removes."""
    root = pipeline.root
    if pipeline.kind != "django" or root is None or root.builtin:
        return
    workers = next((one for one in project.configured.facts if isinstance(one, CeleryWorkers)), None)
    handlers = [(one, pipeline.handlers.get(one.name)) for one in root.handlers]
    lost = [one for one, handler in handlers if handler is not None and handler.cls not in STREAMS and not is_null(handler)]
    if workers is not None and lost and not _kept_otherwise(pipeline, {one.name for one in lost}, project):
        names = " and ".join(one.name for one in lost)
        told = f"Celery's workers remove {names} from the root logger: what tasks log does not get there"
        yield Message(told, lost[0].span, related=(at(workers.span, "the workers' application"),))


def _kept_otherwise(pipeline: LogPipeline, lost: set[str], project: Any) -> bool:
    """Whether the modules of tasks are known, and their records get to handlers of loggers that a worker leaves alone."""
    own = [one for one in project.configured.own_loggers if "task" in one[1].lower() and environment_of(one[1]) == PRODUCTION]
    return bool(own) and all(any(_has_its_own(pipeline, one, lost) for one in (name, _by_path(path))) for name, path in own)


def _by_path(path: str) -> str:
    """A module's name where the folders around it are packages that are not here."""
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _has_its_own(pipeline: LogPipeline, name: str, lost: set[str]) -> bool:
    """Whether a module's records do not depend on the root's handlers, whichever folder above it imports begin at."""
    parts = name.split(".")
    ways = [reached(pipeline, ".".join(parts[first:]))[0] for first in range(len(parts))]
    return any(found and all(one.logger for one in found) for found in ways) or any(
        one.logger and one.handler.name in lost for found in ways for one in found
    )
