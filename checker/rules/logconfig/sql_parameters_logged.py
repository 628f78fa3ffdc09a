"""SQL statements are logged with their values

`sqlalchemy.engine` at `INFO`, `django.db.backends` at `DEBUG`: each statement is written with its parameters.

## Why it matters

The parameters are the data: e-mail addresses, password hashes, tokens of sessions. They end where many more people can read than in the
database (CWE-532).

## How to fix it

Give these loggers the level `WARNING`, or a handler that only a developer's settings have. SQLAlchemy can leave the values out:
`create_engine(..., hide_parameters=True)`.

## Examples

```python
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"sqlalchemy.engine": {"level": "INFO"}},  # expect: with their values
})
```

```python
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {"sqlalchemy.engine": {"level": "WARNING"}},
})
```

## Settings

`environments`: which settings are judged. The default is `["production"]`.

Django writes its statements only while `DEBUG` is on, so that finding has medium confidence.

## See also

`debug-level-in-production`, `wire-debugging-left-on`. [CWE-532](https://cwe.mitre.org/data/definitions/532.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.facts import ConfiguredLogger
from checker.logconfig.model import level_number
from checker.logconfig.routing import is_null, never_in_production
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.logconfig._wording import called

_LOUD = {
    **dict.fromkeys(("sqlalchemy", "sqlalchemy.engine", "sqlalchemy.engine.Engine"), 20),
    **dict.fromkeys(("sqlalchemy.engine.base", "sqlalchemy.engine.base.Engine"), 20),
    **dict.fromkeys(("django.db", "django.db.backends", "peewee", "tortoise.db_client", "asyncpg"), 10),
}
"""From which level down each writes statements with values."""


@rule(
    "LP505",
    "sql-parameters-logged",
    fact=ConfiguredLogger,
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    cwe=(532,),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.2.5",),
    pci=("3.5.1",),
    environments=["production"],
)
def sql_parameters_logged(fact: ConfiguredLogger, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a database logger that is loud enough and reaches a handler."""
    pipeline, logger = fact.pipeline, fact.logger
    loud = _LOUD.get(logger.name)
    if loud is None or logger.level is None or logger.level.unknown:
        return
    number = level_number(logger.level)
    if not number or number > loud:
        return
    found, more = fact.reached
    taking = [one for one in found if not is_null(one.handler) and (one.handler.threshold or 0) <= loud]
    if not more and not any(never_in_production(pipeline, one.handler) is None for one in taking) and pipeline.kind != "code":
        return
    django = logger.name.startswith("django")
    when = " while DEBUG is on" if django else ""
    asked = pipeline.kind == "code" and bool(logger.level.open)  # somebody asks for it
    unsure = django or bool(logger.level.open) or bool(more)
    yield Message(
        f"{called(logger.name)} writes SQL statements with their values{when}", logger.level.span,
        confidence=Confidence.LOW if asked else Confidence.MEDIUM if unsure else None,
    )  # fmt: skip
