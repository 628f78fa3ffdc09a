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
            "format": "%(asctime)s %(message)s",
        },
    },
    "handlers": {
        "file": {  # expect: no level
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

A missing level is told with medium confidence, a missing logger alone with low.

## See also

`log-line-without-time`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.facts import ConfiguredHandler
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule


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
    handler, pipeline = fact.handler, fact.pipeline
    if not fact.writes:
        return
    written, made = fact.writes == "file", fact.line
    if made is None or made.bare or fact.of_requests:
        return
    if not made.level:
        code = pipeline.kind == "code"
        sure = (written and not (code and made.alone)) or (not code and not made.alone and fact.attached)  # a bare message may be JSON
        yield Message(f"what {handler.name} writes has no level", confidence=None if sure else Confidence.LOW)
    elif not made.logger:
        yield Message(f"what {handler.name} writes does not say which logger wrote it", confidence=Confidence.LOW)
