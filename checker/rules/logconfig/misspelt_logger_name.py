"""A library's logger is misspelt

`gunicorn.errors`, `django.requests`, `sqlalchemy.engines`: the library writes to another name, and this entry does nothing. So it is
with `payment` where the code asks for `payments`, and the configuration does not speak of that.

## Why it matters

`logging` takes any name without a word. The handler that was meant for errors never gets one, the level that was meant to quieten SQL
quietens nothing, and who reads the configuration believes that both are done (CWE-778).

## How to fix it

Write the name that the message gives. Capitals count: `Django.request` is another logger than `django.request`.

## Examples

```python
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {
        "gunicorn.errors": {"handlers": ["console"], "level": "INFO", "propagate": False},  # expect: gunicorn.error
    },
    "root": {"handlers": ["console"], "level": "INFO"},
})
```

```python
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {
        "gunicorn.error": {"handlers": ["console"], "level": "INFO", "propagate": False},
    },
    "root": {"handlers": ["console"], "level": "INFO"},
})
```

```python
import logging

logging.getLogger("sqlalchemy.engines").setLevel(logging.WARNING)  # expect: sqlalchemy.engine
```

## Settings

This rule has no parameters. A name that the project's own code logs under, or that is one of its packages, is not told. `uvicorn` has four
loggers, so that any other name below it is told; below other libraries only what resembles a name of theirs.

## See also

`misread-logging-key`, `unused-logging-part`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.facts import ConfiguredLogger
from checker.logconfig.known_loggers import is_of_nobody, known_below, meant
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule


@rule(
    "LP538",
    "misspelt-logger-name",
    fact=ConfiguredLogger,
    severity=Severity.MEDIUM,
    confidence=Confidence.MEDIUM,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.2.3",),
)
def misspelt_logger_name(fact: ConfiguredLogger, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a logger that resembles one of a library's or of the project's, and is none."""
    name, first = fact.logger.name, fact.logger.name.partition(".")[0]
    if fact.logger.meant:
        yield Message(f"nothing logs under {name}: the code asks for {fact.logger.meant}, of which the configuration does not speak")
    if fact.logger.meant or fact.logger.asked or first in fact.pipeline.packages:
        return
    right = meant(name)
    if right:
        yield Message(f"nothing logs under {name}: the logger is called {right}")
    elif is_of_nobody(name):
        yield Message(f"nothing logs under {name}: {first} logs to {', '.join(known_below(first))}")
