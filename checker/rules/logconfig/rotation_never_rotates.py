"""A rotating log file never rotates

`RotatingFileHandler` without `maxBytes` and `backupCount`: both are zero, which means never. `TimedRotatingFileHandler` without
`backupCount` and loguru's `rotation` without `retention` rotate and remove no file.

## Why it matters

The file grows until the disk is full; then logging fails, and often the service with it (CWE-779, CWE-400).

## How to fix it

Give it both: `"maxBytes": 10_000_000, "backupCount": 10`; what rotates by time needs a `backupCount`, loguru's sink a `retention`.
Where a logrotate file of the project names the log file, nothing is told: it rotates that from outside.

## Examples

```python
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {
        "file": {  # expect: backupCount
            "class": "logging.handlers.RotatingFileHandler",
            "filename": "/var/log/shop/app.log",
            "maxBytes": 10_000_000,
        },
    },
    "root": {"handlers": ["file"], "level": "INFO"},
})
```

```python
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {
        "file": {
            "class": "logging.handlers.RotatingFileHandler",
            "filename": "/var/log/shop/app.log",
            "maxBytes": 10_000_000,
            "backupCount": 9,
        },
    },
    "root": {"handlers": ["file"], "level": "INFO"},
})
```

## Settings

`environments`: which settings are judged. The default is `["production"]`.

## See also

`unrotated-log-file`, `rotation-by-several-processes`. [CWE-779](https://cwe.mitre.org/data/definitions/779.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.facts import ConfiguredHandler
from checker.logconfig.idle import idle_handlers
from checker.logconfig.rotations import rotation_of
from checker.logconfig.surroundings import Rotation
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule

_KEPT = {"backupCount": '`"backupCount": 30`', "retention": '`retention="90 days"`'}


@rule(
    "LP510",
    "rotation-never-rotates",
    fact=ConfiguredHandler,
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    cwe=(779, 400),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.4.2",),
    environments=["production"],
)
def rotation_never_rotates(fact: ConfiguredHandler, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a handler of which a bound is zero or missing, which switches rotation off."""
    handler = fact.handler
    if fact.only_debugging or rotation_of(fact.file, project.configured.facts) is not None:
        return
    if handler.cls == "logging.handlers.TimedRotatingFileHandler":
        yield from _keeps_all(fact, "backupCount")
        return
    if handler.cls == "loguru.RotatingFile":
        yield from _keeps_all(fact, "retention")
        return
    if handler.cls.rpartition(".")[2] not in ("RotatingFileHandler", "ConcurrentRotatingFileHandler"):
        return
    if not handler.cls.startswith(("logging.", "cloghandler.", "concurrent_log_handler.")):
        return
    if handler in idle_handlers(fact.pipeline, project.configured.pipelines):
        return  # nothing is written there
    for name in ("maxBytes", "backupCount"):
        setting = handler.options.get(name)
        if setting is None or (not setting.unknown and setting.value in (0, None)):
            told = "is missing, and its default is 0" if setting is None else "is 0"
            place = setting.span if setting is not None else handler.span
            left = Confidence.LOW if fact.pipeline.kind == "code" else Confidence.MEDIUM  # a handler may be made only where it is given
            doubtful = (setting is not None and setting.open) or _may_be_rotated(fact, project)
            confidence = left if doubtful else None
            yield Message(f"{handler.name} never rotates: `{name}` {told}", place, confidence=confidence)
            return


def _may_be_rotated(fact: ConfiguredHandler, project: Any) -> bool:
    """Whether logrotate may have a file whose name is not known: the project gives it others, or this one."""
    return not fact.file and any(isinstance(one, Rotation) for one in project.configured.facts)


def _keeps_all(fact: ConfiguredHandler, bound: str) -> Iterator[Message]:
    """A file that rotates and removes none of its old ones; they may be wanted: the severity is low. Scripts write little."""
    handler, pipeline = fact.handler, fact.pipeline
    setting = handler.options.get(bound)
    if setting is None or (not setting.unknown and setting.value in (0, None)):
        default = "None" if bound == "retention" else "0"
        told = f"is missing, and its default {default}" if setting is None else f"is {setting.value}, which"
        place = setting.span if setting is not None else handler.span
        text = f"{handler.name} removes none of the files that it rotates: `{bound}` {told} keeps all of them"
        advice = f"Say how many are kept: {_KEPT[bound]}."
        script = pipeline.kind in ("code", "loguru") and not pipeline.server
        yield Message(text, place, severity=Severity.LOW, confidence=Confidence.LOW if script else Confidence.MEDIUM, help=advice)
