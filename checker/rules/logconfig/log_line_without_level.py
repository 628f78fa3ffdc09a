"""Log lines say neither level nor logger

The format has no `%(levelname)s`, or no logger's name.

## Why it matters

An alert cannot tell an error from a note, and who reads cannot tell which part of the service spoke.

## How to fix it

Add `%(levelname)s` and `%(name)s` to the format.

## Examples

```python
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "format": "%(asctime)s %(message)s",  # expect: no level
        },
    },
    "handlers": {
        "file": {
            "class": "logging.handlers.WatchedFileHandler",
            "filename": "/var/log/shop/app.log",
            "formatter": "line",
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
    "formatters": {
        "line": {
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
        },
    },
    "handlers": {
        "file": {
            "class": "logging.handlers.WatchedFileHandler",
            "filename": "/var/log/shop/app.log",
            "formatter": "line",
        },
    },
    "root": {"handlers": ["file"], "level": "INFO"},
})
```

## Settings

`environments`: which settings are judged. The default is `["production"]`.

A missing level is told with medium confidence, and with low where only loggers of figures (`performance`, `metrics`) write; a missing
logger alone with low. Files of rows (`.jsonl`, `.csv`) to which the message alone is written are not judged. Of structlog's events the
processors are judged: one of them must be `add_log_level`, unless the standard library's formatter writes the level.

## See also

`log-line-without-time`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.facts import STRUCTLOG, ConfiguredHandler
from checker.logconfig.formats import line
from checker.logconfig.reading import SERVERS
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.logconfig._formats import at_the_format


@rule(
    "LP520",
    "log-line-without-level",
    fact=ConfiguredHandler,
    severity=Severity.LOW,
    confidence=Confidence.MEDIUM,
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.2.1",),
    environments=["production"],
)
def log_line_without_level(fact: ConfiguredHandler, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a handler whose lines lack the level, or the logger."""
    if fact.handler.cls == STRUCTLOG:
        yield from _of_structlog(fact, project) if "level" in fact.handler.options else ()
        return
    said = at_the_format(fact, _lacking, "Add `%(levelname)s` and `%(name)s` to the format.")
    if said is not None:
        yield said


def _lacking(fact: ConfiguredHandler) -> Message | None:
    """Of one handler, in its own place."""
    handler, pipeline = fact.handler, fact.pipeline
    if not fact.writes:
        return None
    written, made = fact.writes == "file", fact.line
    if made is None or made.bare or fact.of_requests or fact.of_data:
        return None
    if not made.level:
        code = pipeline.kind == "code"
        sure = (written and not (code and made.alone)) or (not code and not made.alone and fact.attached)  # a bare message may be JSON
        sure = sure and not fact.of_figures and (pipeline.server or not code)  # a script's file is read by who ran it
        return Message(f"what {handler.name} writes has no level", confidence=None if sure else Confidence.LOW)
    if not made.logger:
        return Message(f"what {handler.name} writes does not say which logger wrote it", confidence=Confidence.LOW)
    return None


def _of_structlog(fact: ConfiguredHandler, project: Any) -> Iterator[Message]:
    """Of events without the level, unless some handler of the standard library's, to which they may be handed on, writes it before them."""
    handlers = ((one, handler) for one in project.configured.pipelines if one.kind not in SERVERS for handler in one.handlers.values())
    lines = (line(one, handler) for one, handler in handlers)
    if not any(made is not None and made.level for made in lines):
        told = "the events that structlog writes have no level: there is no `add_log_level` before the renderer"
        yield Message(told, confidence=None if fact.pipeline.server else Confidence.LOW)
