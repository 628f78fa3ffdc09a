"""Tracebacks show the values of variables, by default

`logger.add("shop.log")` without `diagnose=False`, in a service that gives exceptions to loguru, or structlog's `dict_tracebacks` as it
comes: every traceback then shows the values of the variables in each line or frame of the stack.

## Why it matters

An exception in a function that handles a password writes the password into the log, though no log call names it, and the same holds for
each of its callers. loguru's default is on, and its own documentation advises to switch it off in production for that reason; structlog's
`ExceptionDictTransformer` has `show_locals=True` unless it is told otherwise (CWE-532).

## How to fix it

Write `diagnose=False` at each `logger.add(...)` of the service, or set the environment variable `LOGURU_DIAGNOSE=NO` where it is deployed.
With structlog, write `ExceptionRenderer(ExceptionDictTransformer(show_locals=False))` for `dict_tracebacks`.

## Examples

```python
# file: shop/main.py
from fastapi import FastAPI
from loguru import logger

logger.add("/var/log/shop.log", rotation="10 MB", retention=5)  # expect: the values of variables
app = FastAPI()


@logger.catch
def pay(card):
    raise ValueError(card.kind)
```

```python
# file: shop/main.py
from fastapi import FastAPI
from loguru import logger

logger.add("/var/log/shop.log", rotation="10 MB", retention=5, diagnose=False)
app = FastAPI()


@logger.catch
def pay(card):
    raise ValueError(card.kind)
```

```python
# file: shop/logs.py
import structlog
from fastapi import FastAPI

app = FastAPI()
structlog.configure(  # expect: structlog's `dict_tracebacks`
    processors=[
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.dict_tracebacks,
        structlog.processors.JSONRenderer(),
    ]
)
```

```python
# file: shop/logs.py
import structlog
from fastapi import FastAPI
from structlog.processors import ExceptionRenderer
from structlog.tracebacks import ExceptionDictTransformer

app = FastAPI()
structlog.configure(
    processors=[
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        ExceptionRenderer(ExceptionDictTransformer(show_locals=False)),
        structlog.processors.JSONRenderer(),
    ]
)
```

## Settings

`environments`: which set-ups are judged. The default is `["production"]`. Outside of services it is told with low confidence.

## See also

`loguru-diagnose`, which tells of `diagnose=True`. [CWE-532](https://cwe.mitre.org/data/definitions/532.html),
[loguru: security considerations](https://loguru.readthedocs.io/en/stable/resources/recipes.html#security-considerations-when-using-loguru).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.facts import BY_DEFAULT, STRUCTLOG, ConfiguredHandler
from checker.logconfig.model import Handler
from checker.logconfig.surroundings import EnvironmentVariable
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.logconfig._wording import at

_VARIABLE = "LOGURU_DIAGNOSE"


@rule(
    "LP536",
    "variables-in-tracebacks",
    fact=ConfiguredHandler,
    severity=Severity.MEDIUM,
    confidence=Confidence.MEDIUM,
    cwe=(532,),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.2.5",),
    environments=["production"],
)
def variables_in_tracebacks(fact: ConfiguredHandler, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for the sinks of a file that say nothing of it, at the first of them, or for structlog's processors."""
    if fact.handler.cls == STRUCTLOG:
        yield from _of_structlog(fact)
        return
    sinks = [one for one in fact.pipeline.handlers.values() if _by_default(one)] if fact.pipeline.kind == "loguru" else []
    if not sinks or sinks[0] != fact.handler:
        return
    if any(isinstance(one, EnvironmentVariable) and one.name == _VARIABLE for one in project.configured.facts):
        return
    yield Message(
        "tracebacks show the values of variables: loguru's `diagnose` is on unless it is switched off",
        related=tuple(at(one.span, "here too") for one in sinks[1:]),
        confidence=None if fact.pipeline.server else Confidence.LOW,
    )


def _of_structlog(fact: ConfiguredHandler) -> Iterator[Message]:
    if "locals" in fact.handler.options:
        yield Message(
            "tracebacks show the values of variables: structlog's `dict_tracebacks` has `show_locals=True` unless it is made otherwise",
            confidence=None if fact.pipeline.server else Confidence.LOW,
        )


def _by_default(handler: Handler) -> bool:
    told = handler.options.get("diagnose")
    return told is not None and told.open == BY_DEFAULT
