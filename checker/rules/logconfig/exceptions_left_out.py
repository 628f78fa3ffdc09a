"""Tracebacks do not get into the log

structlog renders without a processor that writes exceptions.

## Why it matters

`log.exception(...)` then writes `exc_info=True` and no traceback: what went wrong, and what an attacker tried, cannot be told from the
log.

## How to fix it

Add `structlog.processors.format_exc_info` or `dict_tracebacks` before the renderer.

## Examples

```python
import structlog

structlog.configure(  # expect: no traceback
    processors=[
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.JSONRenderer(),
    ],
)
```

```python
import structlog

structlog.configure(
    processors=[
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.dict_tracebacks,
        structlog.processors.JSONRenderer(),
    ],
)
```

## Settings

This rule has no parameters.

## See also

`log-line-without-time`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.facts import LogSetup
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule

_RENDERERS = frozenset(("JSONRenderer", "KeyValueRenderer", "LogfmtRenderer", "EventRenamer"))
_WRITERS = frozenset(
    ("format_exc_info", "dict_tracebacks", "ExceptionRenderer", "ExceptionPrettyPrinter", "ConsoleRenderer", "wrap_for_formatter")
)


@rule(
    "LP523",
    "exceptions-left-out",
    fact=LogSetup,
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    cwe=(778,),
    owasp=("A09:2021", "A10:2025"),
    asvs=("16.2.1", "16.5.4"),
)
def exceptions_left_out(setup: LogSetup, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a chain of processors that is known and ends in a renderer that cannot write exceptions."""
    chain = setup.options.get("processors")
    if not setup.callee.startswith("structlog.configure") or chain is None or chain.unknown or not isinstance(chain.value, tuple):
        return
    if None in chain.value or chain.open:
        return
    names = [str(one).removesuffix("()").rpartition(".")[2] for one in chain.value]
    own = [one for one in chain.value if not str(one).startswith("structlog.")]
    if not _RENDERERS.isdisjoint(names) and _WRITERS.isdisjoint(names):
        confidence = Confidence.LOW if own else None
        yield Message("no traceback gets into the log: no processor writes exceptions before the renderer", confidence=confidence)
