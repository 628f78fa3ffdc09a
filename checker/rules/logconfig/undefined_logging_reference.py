"""A handler, formatter or filter is named that is not there

A logger or handler names something that its configuration does not define.

## Why it matters

Python refuses the whole configuration with a ValueError when the service starts, or, where that is caught, runs on without any logging
(CWE-778).

## How to fix it

Define it, or correct the name.

## Examples

```python
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "verbos"}},  # expect: verbos
    "formatters": {"verbose": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "root": {"handlers": ["console"], "level": "INFO"},
})
```

```python
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "verbose"}},
    "formatters": {"verbose": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "root": {"handlers": ["console"], "level": "INFO"},
})
```

## Settings

This rule has no parameters.

## See also

`unused-logging-part`, `misread-logging-key`.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Any

from checker.logconfig.model import LogPipeline
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule


@rule(
    "LP506",
    "undefined-logging-reference",
    fact=LogPipeline,
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.2.3",),
)
def undefined_logging_reference(pipeline: LogPipeline, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each name that is used and not defined."""
    for kind, reference, owner in pipeline.undefined:
        there = {"handler": pipeline.handlers, "formatter": pipeline.formatters, "filter": pipeline.filters}.get(kind, pipeline.loggers)
        near = difflib.get_close_matches(reference.name, [str(name) for name in there], 1)
        hint = f"; {near[0]} is" if near else ""
        yield Message(f"{owner} names the {kind} {reference.name}, which is not defined{hint}", reference.span)
