"""Log lines say nothing of when

A file's format has no time, or there is no format at all: Python's default is the bare message.

## Why it matters

Without a time no sequence of events can be put together, and no two logs be compared: that is what an investigation does first (ASVS
16.2.1).

## How to fix it

Begin the format with `%(asctime)s`, and keep its date.

## Examples

```python
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "format": "%(levelname)s %(name)s %(message)s",
        },
    },
    "handlers": {
        "file": {  # expect: no time
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

Standard output and standard error have low confidence: containers and systemd add the time there.

## See also

`log-line-without-level`, `ambiguous-log-time`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.formats import line
from checker.logconfig.model import ConfiguredHandler
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.logconfig._sinks import FILES, STREAMS, file_of, judged


@rule(
    "LP519",
    "log-line-without-time",
    fact=ConfiguredHandler,
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.2.1", "16.2.2"),
    pci=("10.2.2",),
    environments=["production"],
)
def log_line_without_time(fact: ConfiguredHandler, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a handler of text whose lines carry no time."""
    handler, pipeline = fact.handler, fact.pipeline
    written = bool(file_of(handler)) and handler.cls in FILES
    if not (written or handler.cls in STREAMS) or not judged(pipeline, parameters):
        return
    made = line(pipeline, handler)
    if made is not None and not made.time:
        what = "it is the message alone" if made.bare else "its format leaves it out"
        sure = written and not (pipeline.kind == "code" and (made.bare or made.alone))  # a formatter may come later, a message be JSON
        yield Message(f"what {handler.name} writes has no time: {what}", confidence=None if sure else Confidence.LOW)
