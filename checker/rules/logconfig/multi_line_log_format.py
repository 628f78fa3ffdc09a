"""One record takes several lines

The format itself has a line break in it.

## Why it matters

Collectors, grep and alerts take each line for a record: the second line has no time and no level, is dropped or told as an error of its
own (CWE-117).

## How to fix it

Write one line a record, or JSON.

## Examples

```python
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "format": "%(asctime)s %(levelname)s %(name)s:\\n%(message)s",  # expect: line break
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

## See also

`forged-log-line`. [CWE-117](https://cwe.mitre.org/data/definitions/117.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from checker.logconfig.facts import ConfiguredFormatter
from checker.logconfig.sinks import FILES, STREAMS
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule

_JSON = re.compile(r"""\{.*"\s*:\s*"[^"]*(?:%\(message\)s|\{message\}|\$\{?message\}?)[^"]*".*\}$""", re.DOTALL)
"""A format that looks like a JSON object with the message in quotation marks."""


@rule(
    "LP522",
    "multi-line-log-format",
    fact=ConfiguredFormatter,
    severity=Severity.LOW,
    confidence=Confidence.HIGH,
    cwe=(117,),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.2.4", "16.4.1"),
    environments=["production"],
)
def multi_line_log_format(fact: ConfiguredFormatter, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a format that is used and breaks lines."""
    formatter, text = fact.formatter, fact.formatter.format
    if text is None or not isinstance(text.value, str):
        return
    lined = any(one.cls in STREAMS or one.cls in FILES for one in fact.users)
    if not lined or text.unknown:
        return
    if "\n" in text.value.strip():
        yield Message(f"the format of {formatter.name} has a line break: one record takes several lines", text.span)
    elif formatter.cls == "logging.Formatter" and _JSON.match(text.value.strip()):
        told = (
            f"{formatter.name} puts JSON together by its format: a quotation mark or a line break in a message breaks it, or forges fields"
        )
        yield Message(told, text.span, severity=Severity.MEDIUM)
