"""The root logger has no handler

Records of loggers that the configuration does not name reach no handler.

## Why it matters

Python then writes warnings and worse to stderr as bare text, without time, level or logger, and drops everything below: what the service's
own modules log at INFO (logins, say) is gone, and nobody is told (CWE-778).

## How to fix it

Give the root logger a handler and a level: `"root": {"handlers": ["console"], "level": "INFO"}`.

## Examples

```python
# file: shop/orders.py
import logging

logger = logging.getLogger(__name__)

# file: shop/logs.py
import logging.config

CONFIG = {  # expect: the root logger has no handler
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"uvicorn": {"handlers": ["console"], "level": "INFO", "propagate": False}},
}
logging.config.dictConfig(CONFIG)
```

```python
# file: shop/orders.py
import logging

logger = logging.getLogger(__name__)

# file: shop/logs.py
import logging.config

CONFIG = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "INFO"},
}
logging.config.dictConfig(CONFIG)
```

## Settings

`environments`: which settings are judged. The default is `["production"]`.

It is told only where a module of the same distribution logs to a logger (`logging.getLogger(__name__)`) that reaches no handler; or where
there is no code at all, and the configuration names nothing but libraries (Django's settings: gives these a log of its own choice). What
is mailed alone is kept nowhere.

## See also

`security-logger-silenced`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.destinations import FILE, MAIL, NETWORK, STDERR, STDOUT, STREAM, SYSLOG, SYSTEM, destination
from checker.logconfig.environment import environment_of
from checker.logconfig.model import PRODUCTION, Handler, LogPipeline
from checker.logconfig.reading import SERVERS
from checker.logconfig.routing import is_null, never_in_production, reached
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule

_LIBRARIES = frozenset(
    ("django", "uvicorn", "gunicorn", "hypercorn", "celery", "kombu", "amqp", "sqlalchemy", "alembic", "werkzeug", "flask", "fastapi",
     "starlette", "asyncio", "aiohttp", "tornado", "urllib3", "requests", "httpx", "httpcore", "boto", "boto3", "botocore", "s3transfer",
     "redis", "elasticsearch", "axes", "rest_framework", "sentry_sdk", "py", "apscheduler", "websockets", "daphne", "channels")
)  # fmt: skip
"""Packages of others that configurations often name."""
_KEPT = frozenset((FILE, NETWORK, STDERR, STDOUT, STREAM, SYSLOG, SYSTEM))
"""Where records of all kinds are kept."""


@rule(
    "LP503",
    "root-without-handler",
    fact=LogPipeline,
    severity=Severity.MEDIUM,
    confidence=Confidence.MEDIUM,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.2.3",),
    environments=["production"],
)
def root_without_handler(pipeline: LogPipeline, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a whole configuration whose root reaches nothing."""
    if pipeline.partial or pipeline.kind not in ("django", "dictConfig", "ini") or _is_gunicorns(pipeline, project):
        return
    found, more = reached(pipeline, "")
    if more or any(_keeps(one.handler) for one in found):
        return
    mails = any(destination(one.handler).kind == MAIL for one in found)
    root = pipeline.root
    home = project.configured.distribution(pipeline.span.path)
    own = ((name, path) for name, path in project.configured.own_loggers if project.configured.distribution(path) == home)
    lost = sorted(name for name, path in own if _is_service(path) and not any(_reaches(pipeline, one) for one in (name, _by_path(path))))
    if "__main__" in pipeline.loggers and len(lost) == 1:
        return  # run by itself it has that name
    if pipeline.kind == "django":
        lost = [one for one in lost if "." in one]  # what stands beside the packages is a script
    if _set_up_elsewhere(pipeline, project):
        return
    more_of = "modules" if lost else "loggers"
    lost = lost or [one for one in pipeline.unspoken if not _reaches(pipeline, one)]
    if not lost:
        yield from () if mails else _alone(pipeline, project)
        return
    place = root.span if root is not None else pipeline.span
    many = f" (and {len(lost) - 1} more {more_of})" if len(lost) > 1 else ""
    lacks, becomes = (
        ("only mails", "below what is mailed is in no log") if mails else ("has no handler", "is dropped, or goes to stderr as bare text")
    )
    told = f"the root logger {lacks}: what {lost[0]}{many} logs {becomes}"
    default = all(one.builtin for one in pipeline.loggers.values())  # nobody has chosen anything
    yield Message(told, place, properties=(("setup", "root"),), confidence=Confidence.LOW if default else None)


def _alone(pipeline: LogPipeline, project: Any) -> Iterator[Message]:
    """Of a configuration without any code beside it, that speaks of nothing but libraries: the service's own loggers are left out."""
    named = [one.name for one in pipeline.loggers.values() if one.name and not one.builtin]
    if (
        project.configured.modules <= 1
        and named
        and all(one.partition(".")[0] in _LIBRARIES for one in named)
        and (pipeline.kind != "django" or _keeps_some(pipeline))
    ):
        told = "the root logger has no handler: what the service's own loggers write is dropped, or goes to stderr as bare text"
        yield Message(told, pipeline.root.span if pipeline.root is not None else pipeline.span)


def _keeps_some(pipeline: LogPipeline) -> bool:
    """Whether the settings write records of Django's to a log of their own choice: mails of errors, and what is shown while developing, are
    what templates and Django itself give."""
    written = (one for one in pipeline.loggers.values() if one.name != "django.server" and not one.builtin and one.span != pipeline.span)
    named = {ref.name for one in written for ref in one.handlers}
    chosen = (one for name, one in pipeline.handlers.items() if name in named and not one.builtin)
    return any(destination(one).kind in _KEPT and never_in_production(pipeline, one) is None for one in chosen)


def _is_gunicorns(pipeline: LogPipeline, project: Any) -> bool:
    """Whether gunicorn applies the same dictionary as its ``logconfig_dict``: there the root has gunicorn's own handler."""
    places = {one.span for one in pipeline.handlers.values() if not one.builtin}
    others = (one for one in project.configured.pipelines if one.kind == "gunicorn" and one.loggers.get("") and one.loggers[""].handlers)
    return bool(places) and any(places <= {held.span for held in one.handlers.values()} for one in others)


def _reaches(pipeline: LogPipeline, name: str) -> bool:
    """Whether some handler takes what a module logs, whichever folder above it imports begin at (``server.apps.shop`` or ``apps.shop``)."""
    parts = name.split(".")
    for first in range(len(parts)):
        found, more = reached(pipeline, ".".join(parts[first:]))
        if more or any(_keeps(one.handler) for one in found):
            return True
    return False


def _keeps(handler: Handler) -> bool:
    """Whether records are kept there: what a mail tells is read once, and a mail server that is down loses it."""
    return not is_null(handler) and destination(handler).kind != MAIL


def _by_path(path: str) -> str:
    """A module's name where the folders around it are packages that are not here."""
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _is_service(path: str) -> bool:
    words = ("setup.py", "scripts/", "tools/", "docs/", "examples/", "bin/", "migrations/", "settings")
    return environment_of(path) == PRODUCTION and not any(word in path for word in words)


def _set_up_elsewhere(pipeline: LogPipeline, project: Any) -> bool:
    """Whether the project gives the root a handler in another place, so that this configuration is not all there is.

    What a command line gives it (Celery's console) is in that process alone, as is what a script sets up for itself.
    """
    others = (one for one in project.configured.pipelines if one is not pipeline and one.span != pipeline.span and one.kind not in SERVERS)
    others = (one for one in others if one.kind != "code" or _is_service(one.span.path))
    return any(one.root is not None and (one.root.handlers or one.root.more) for one in others if one.environment == pipeline.environment)
