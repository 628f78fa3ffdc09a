"""The time of log lines can be read in two ways

`%I` without `%p`, a time without a date, a time without its zone.

## Why it matters

Two o'clock may be either of two hours, and a time without a date any day: lines of different days and machines cannot be put in order
(ASVS 16.2.2).

## How to fix it

Use `%Y-%m-%dT%H:%M:%S%z`, or leave `datefmt` out: the default has the date.

## Examples

```python
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
            "datefmt": "%Y-%m-%d %I:%M:%S",  # expect: twelve hours
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
            "datefmt": "%Y-%m-%dT%H:%M:%S%z",
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

A missing zone has low confidence: it is Python's default. A fraction of a second (`%f`) is told of, which `time.strftime` does not know.

## See also

`log-line-without-time`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.facts import ConfiguredFormatter
from checker.logconfig.sinks import STREAMS
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule

_DAYS = ("%d", "%j", "%D", "%c", "%x", "%F", "%s", "%e")
_TIMES = ("%H", "%M", "%S", "%T", "%X", "%I")
_ZONES = ("%z", "%Z", "%s", "Z")


@rule(
    "LP521",
    "ambiguous-log-time",
    fact=ConfiguredFormatter,
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.2.2",),
    pci=("10.2.2",),
    environments=["production"],
)
def ambiguous_log_time(fact: ConfiguredFormatter, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a date format that leaves out what would make it definite."""
    formatter, date = fact.formatter, fact.formatter.datefmt
    if date is None or date.unknown or not isinstance(date.value, str) or "%" not in date.value:
        return
    users = fact.users
    if not users or fact.only_debugging or fact.unfed or (formatter.format is not None and "asctime" not in str(formatter.format.value)):
        return
    text, span = date.value, date.span
    if "%f" in text.replace("%%", "") and fact.formatter.cls == "logging.Formatter":
        told = f"{formatter.name} writes no fraction of a second: `%f` is none of `time.strftime`'s, by which logging formats times: {text}"
        yield Message(told, span, help="Leave `datefmt` out, or write `%(asctime)s.%(msecs)03d` in the format.")
        return
    if "%I" in text and "%p" not in text:
        yield Message(f"{formatter.name} writes twelve hours without a.m. or p.m.: {text}", span)
    elif not any(one in text for one in _DAYS) and any(one in text for one in _TIMES):
        filed = any("filename" in one.options for one in users)
        sure = fact.pipeline.server and fact.pipeline.leads and any(one.cls in STREAMS for one in users)
        severity, confidence = (None, None) if filed else (Severity.LOW, Confidence.MEDIUM if sure else Confidence.LOW)
        yield Message(f"{formatter.name} writes times without a date: {text}", span, severity=severity, confidence=confidence)
    elif not any(one in text for one in _ZONES):
        yield Message(f"{formatter.name} writes times without their zone: {text}", span, severity=Severity.LOW, confidence=Confidence.LOW)
