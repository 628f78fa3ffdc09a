"""Loggers that exist already are disabled

`disable_existing_loggers` is true, or left out, which means the same: loggers made before the configuration is applied fall silent.

## Why it matters

A module's `logger = logging.getLogger(__name__)` that was imported first writes nothing any more, whatever its level, and nobody is told.
In Django `django.request` is such a logger: server errors and refused requests vanish (CWE-778).

## How to fix it

Write `"disable_existing_loggers": False`.

## Examples

```python
# file: shop/settings.py
INSTALLED_APPS = ["shop"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": True,  # expect: django.request
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"shop": {"handlers": ["console"], "level": "INFO"}},
}
```

```python
# file: shop/main.py
import logging.config

logger = logging.getLogger("shop.main")


def setup():
    logging.config.dictConfig({  # expect: shop.main
        "version": 1,
        "handlers": {"console": {"class": "logging.StreamHandler"}},
        "root": {"handlers": ["console"], "level": "INFO"},
    })
```

```python
# file: shop/settings.py
INSTALLED_APPS = ["shop"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"": {"handlers": ["console"], "level": "INFO"}},
}
```

## Settings

`environments`: which settings are judged. The default is `["production"]`.

A file that only uvicorn is given (`--log-config`) is not judged: it is applied before the application is imported.

Where no logger is known to be lost it is told with medium confidence if it is stated, or if the configuration is a file without the code
that applies it, and with low otherwise. Of Django's settings it is told then only where they stand alone.

## See also

`security-logger-silenced`, `misread-logging-key`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.model import LogPipeline
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.logconfig._wording import at

_NAMED = 3
_SILENT_ANYWAY = frozenset(("django", "django.server"))
"""Nothing is written to them directly, or only by the development server."""


@rule(
    "LP502",
    "existing-loggers-disabled",
    fact=LogPipeline,
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.2.3",),
    environments=["production"],
)
def existing_loggers_disabled(pipeline: LogPipeline, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding where loggers that are known to exist are disabled; low where none is known to."""
    if pipeline.disables is None or (_is_stub(pipeline) and pipeline.disables == pipeline.span):
        return
    files = [one for one in project.configured.pipelines if one.kind == "ini" and one.server] if pipeline.kind == "fileConfig" else []
    lost = [one for one in pipeline.loggers.values() if one.disabled is not None and not _kept(one.name, files)]
    names = sorted(logger.name for logger in lost)
    if names:
        told = ", ".join(names[:_NAMED]) + (f" and {len(names) - _NAMED} more" if len(names) > _NAMED else "")
        related = tuple(at(logger.span, f"{logger.name} exists before") for logger in lost if logger.span != pipeline.span)
        unsure = not pipeline.server or (pipeline.kind == "fileConfig" and not files)  # the file may speak of them
        confidence = Confidence.LOW if unsure else None
        verb = "exists" if len(names) == 1 else "exist"
        told = f"{told} {verb} already when this is applied, and {'falls' if len(names) == 1 else 'fall'} silent"
        yield Message(told, pipeline.disables, related=related[:_NAMED], confidence=confidence)
        return
    stated = pipeline.disables != pipeline.span
    if not stated and any("disable_existing_loggers" in one.what for one in pipeline.misread):
        return  # the key was meant to be there, and is told of as misspelt
    lone = (project.configured.lone or project.configured.modules == 1) and (not pipeline.partial or pipeline.kind == "fileConfig")
    if pipeline.kind != "django" or (stated and lone):
        own = [name for name, _ in project.configured.own_loggers]
        spared = bool(own) and all(any(one in pipeline.loggers for one in pipeline.lineage(name) if one) for name in own)
        sure = pipeline.server and not spared and (stated or (lone and _is_for_others(pipeline)))
        confidence = Confidence.MEDIUM if sure else Confidence.LOW
        told = "loggers made before this is applied, as `getLogger(__name__)` in a module makes them, fall silent"
        yield Message(told, pipeline.disables, severity=Severity.MEDIUM, confidence=confidence)


def _is_for_others(pipeline: LogPipeline) -> bool:
    """Whether it is one of those that anybody applies at any time: what exists by then nobody can tell, and the default disables."""
    return pipeline.kind in ("fileConfig", "dictConfig", "ini")


def _is_stub(pipeline: LogPipeline) -> bool:
    """Whether nothing is set up: what stands in for a configuration that is not there (``settings.get("LOGGING") or {"version": 1}``)."""
    return pipeline.kind == "dictConfig" and not (
        pipeline.handlers or pipeline.formatters or pipeline.filters or any(one.disabled is None for one in pipeline.loggers.values())
    )


def _kept(name: str, files: list[LogPipeline]) -> bool:
    """Whether nothing is written to it anyway, or some file speaks of it or of a logger above it, so that it is not disabled."""
    if name in _SILENT_ANYWAY:
        return True
    return any(one in file.loggers for file in files for one in file.lineage(name) if one)
