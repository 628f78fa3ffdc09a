"""A logger that tells of attacks is silenced

`django.request` at `ERROR`: every 403 is a warning, and none of them is written.

## Why it matters

Refused requests, CSRF failures and forged hosts are what an attack looks like from inside. Django logs the first two at WARNING to
`django.request` and `django.security.csrf`, and what its checks refuse at ERROR to `django.security.*`; with a higher level, a NullHandler
or no handler that takes them, probing leaves no trace (CWE-778).

## How to fix it

Give these loggers the level `WARNING` and a handler that takes it. Noise of forged hosts is better stopped before it reaches Django.

## Examples

```python
# file: shop/settings.py
INSTALLED_APPS = ["shop"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {
        "django": {"handlers": ["console"], "level": "INFO"},
        "django.request": {"handlers": ["console"], "level": "ERROR", "propagate": False},  # expect: django.request
    },
}
```

```python
# file: shop/settings.py
INSTALLED_APPS = ["shop"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}, "null": {"class": "logging.NullHandler"}},
    "loggers": {
        "django": {"handlers": ["console"], "level": "INFO"},
        "django.security.DisallowedHost": {"handlers": ["null"], "propagate": False},  # expect: NullHandler
    },
}
```

```python
# file: shop/settings.py
INSTALLED_APPS = ["shop"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"django": {"handlers": ["console"], "level": "WARNING"}},
}
```

## Settings

`loggers`: the loggers that matter; each must let `WARNING` (those of Django's suspicious operations `ERROR`) through to some handler.
`words`: parts of a logger's name that make it one of them, as in `shop.security` and `audit`.
`environments`: which settings are judged: `production`, `development`, `test`. The default is `["production"]`.

## See also

`existing-loggers-disabled`, `root-without-handler`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.model import LogPipeline
from checker.logconfig.routing import Level, effective_level, is_null, never_in_production, reached, stops
from checker.model import Confidence, Parameters, Severity, Span
from checker.rule import Message, rule
from checker.rules.logconfig._wording import at, called

_WARNING, _ERROR = 30, 40
_AT_WARNING = frozenset(("django.security.csrf", "django.security.SuspiciousSession"))
"""The loggers below ``django.security`` that Django writes warnings to; to the others `django.core.handlers.exception` writes errors."""
_BY_DEFAULT = frozenset(("django.request", "django.security.csrf"))
"""The loggers that Django warns by in every project, configured or not."""
_ALIKE = frozenset(("django.security.csrf",))
"""What goes the same way as others that are told of, unless it is configured for itself."""
_OF_LIBRARIES = frozenset(("axes",))
_TELLS = {
    "django.request": "refused requests (every 403 and 404)",
    "django.security": "what Django's security checks refuse",
    "django.security.csrf": "CSRF failures",
    "django.security.DisallowedHost": "requests with a forged host",
}


@rule(
    "LP501",
    "security-logger-silenced",
    fact=LogPipeline,
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    cwe=(778, 223),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.3.2", "16.3.3"),
    pci=("10.2.1.4",),
    loggers=["django.request", "django.security", "django.security.csrf", "django.security.DisallowedHost", "axes"],
    words=["security", "audit"],
    environments=["production"],
)
def security_logger_silenced(pipeline: LogPipeline, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each place that keeps a security logger's warnings out."""
    told: set[Span] = set()
    words = frozenset(parameters["words"])
    own = (one for one in pipeline.loggers if one.startswith("django.security.") or not words.isdisjoint(one.lower().split(".")))
    for name in dict.fromkeys([*parameters["loggers"], *own]):
        if name not in pipeline.loggers and (pipeline.kind != "django" or not name.startswith("django.") or (told and name in _ALIKE)):
            continue
        for message in _silenced(pipeline, name, project):
            if message.span is not None and message.span not in told:
                told.add(message.span)
                yield message


def _silenced(pipeline: LogPipeline, name: str, project: Any) -> Iterator[Message]:
    level, least = effective_level(pipeline, name), _least(name)
    what = _TELLS.get("django.security.csrf" if _errors_written(pipeline, name, level) else name, "warnings")
    logger = pipeline.loggers.get(name)
    if logger is not None and logger.disabled is not None:
        if pipeline.kind == "code":  # else existing-loggers-disabled tells it
            yield Message(f"{called(name)} is disabled: {what} are not logged", logger.disabled)
        return
    if level.number is not None and level.number > least and level.span is not None:
        yield _by_level(pipeline, name, what, level)
        return
    handlers, more = reached(pipeline, name)
    if more or pipeline.partial:
        return
    taking = [one for one in handlers if not is_null(one.handler) and (one.handler.threshold or 0) <= least]
    if any(never_in_production(pipeline, one.handler) is None for one in taking):
        return
    stopped = stops(pipeline, name)
    nulls = [one for one in handlers if is_null(one.handler)]
    if nulls and stopped is not None and not stopped.builtin:
        yield Message(f"{called(name)} ends in a NullHandler: {what} are thrown away", stopped.span, confidence=Confidence.HIGH)
    elif stopped is not None and not stopped.builtin and not handlers:
        told = f"{called(name)} does not propagate and has no handler: {what} reach no log, and stderr as bare text alone"
        yield Message(told, stopped.span, severity=Severity.MEDIUM)
    elif level.number is not None and handlers and (logger is not None or name in _BY_DEFAULT) and not _added(pipeline, project):
        own = logger.span if logger is not None and not logger.builtin else _place(pipeline)
        related = tuple(at(one.span, f"{one.handler.name} takes none of them") for one in handlers if not one.handler.builtin)
        yield Message(
            f"no handler takes {'errors' if least > _WARNING else 'warnings'} of {called(name)} in production, so {what} are not written",
            own, related=related, confidence=Confidence.MEDIUM if _chosen(pipeline) else Confidence.LOW, severity=Severity.MEDIUM,
        )  # fmt: skip


def _chosen(pipeline: LogPipeline) -> bool:
    """Whether the settings say anything of their own: an empty ``LOGGING`` leaves it all to Django."""
    return any(not one.builtin for one in pipeline.loggers.values())


def _errors_written(pipeline: LogPipeline, name: str, level: Level) -> bool:
    """Whether what Django's security checks refuse, which are errors, is written, and only the warnings of CSRF failures are not."""
    if name != "django.security" or level.number is None or level.number > _ERROR:
        return False
    taking = [one.handler for one in reached(pipeline, name)[0] if not is_null(one.handler) and (one.handler.threshold or 0) <= _ERROR]
    return any(never_in_production(pipeline, one) is None for one in taking)


def _added(pipeline: LogPipeline, project: Any) -> bool:
    """Whether code gives the root a handler that is not told here, as libraries of monitoring services do."""
    others = (one for one in project.configured.pipelines if one.kind == "code" and one.environment == pipeline.environment)
    return any(one.root is not None and (one.root.more.endswith("() adds a handler") or one.root.handlers) for one in others)


def _least(name: str) -> int:
    """The level of what a logger is there for."""
    return _ERROR if name.startswith("django.security.") and name not in _AT_WARNING else _WARNING


def _place(pipeline: LogPipeline) -> Span:
    """The logger ``django`` where it is configured, else the whole."""
    django = pipeline.loggers.get("django")
    return django.span if django is not None and not django.builtin else pipeline.span


def _by_level(pipeline: LogPipeline, name: str, what: str, level: Level) -> Message:
    setting = pipeline.loggers[level.logger].level
    word = setting.value if setting is not None else level.number
    owner = called(name) if level.logger == name else f"{called(name)} by {called(level.logger)}"
    told = f"{owner} is at {str(word).rpartition('.')[2]}, so {what} are not logged"
    own = pipeline.loggers.get(name)
    related = (at(own.span, "its own entry gives no level"),) if own is not None and level.logger != name and not own.builtin else ()
    unsure = "." not in name and name not in _OF_LIBRARIES  # templates name ``security``, and nobody writes to it
    confidence = Confidence.LOW if unsure else Confidence.MEDIUM if level.open else None
    return Message(told, level.span, related=related, confidence=confidence)
