"""Tracebacks do not get into the log

structlog renders without a processor that writes exceptions, in its own chain or in the `ProcessorFormatter` for records of others; a
formatter of the project's own builds each line itself and leaves `exc_info` out; or a handler hands over the message alone to another
library.

## Why it matters

`log.exception(...)` then writes `exc_info=True` and no traceback: what went wrong, and what an attacker tried, cannot be told from the
log.

## How to fix it

Add `structlog.processors.format_exc_info` before the renderer. In a formatter, write
`self.formatException(record.exc_info)` where `record.exc_info` is set. Hand records over to loguru with
`logger.opt(depth=depth, exception=record.exc_info)`.

## Examples

```python
# file: shop/logs.py
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
# file: shop/logs.py
import structlog

structlog.configure(
    processors=[
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        structlog.processors.JSONRenderer(),
    ],
)
```

```python
# file: shop/logs.py
import json
import logging


class JsonFormatter(logging.Formatter):
    def format(self, record):  # expect: JsonFormatter leaves tracebacks out
        return json.dumps({"time": self.formatTime(record), "level": record.levelname, "message": record.getMessage()})
```

```python
# file: shop/logs.py
import json
import logging


class JsonFormatter(logging.Formatter):
    def format(self, record):
        line = {"time": self.formatTime(record), "level": record.levelname, "message": record.getMessage()}
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line)
```

## Settings

`environments`: which set-ups are judged. The default is `["production"]`.

## See also

`log-line-without-time`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from checker.logconfig.facts import LogSetup
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule

_RENDERERS = frozenset(("JSONRenderer", "KeyValueRenderer", "LogfmtRenderer", "EventRenamer"))
_WRITERS = frozenset(
    ("format_exc_info", "dict_tracebacks", "ExceptionRenderer", "ExceptionPrettyPrinter", "ConsoleRenderer", "wrap_for_formatter")
)
_EVENTS = re.compile(r"(?:^|[._-])(?:audit|access|security)(?:$|[._-])", re.IGNORECASE)


@rule(
    "LP523",
    "exceptions-left-out",
    fact=LogSetup,
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    cwe=(778,),
    owasp=("A09:2021", "A10:2025"),
    asvs=("16.2.1", "16.5.4"),
    environments=["production"],
)
def exceptions_left_out(setup: LogSetup, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a formatter, or for a known chain of processors that ends in a renderer, that cannot write exceptions."""
    if setup.callee == "logging.Formatter.format":
        told = f"the formatter {setup.options['class'].value} leaves tracebacks out: its `format` writes neither `exc_info` nor `exc_text`"
        cls = str(setup.options["class"].value)
        apart = _of_events(cls, project) or _while_developing(cls, project)
        yield Message(told, confidence=Confidence.LOW if apart else Confidence.MEDIUM)
        return
    if setup.callee == "logging.Handler.emit":
        told = f"the handler {setup.options['class'].value} hands records over without what was raised: their tracebacks are lost"
        yield Message(told, confidence=Confidence.MEDIUM)
        return
    chain = _to_renderer(_chain(setup)) if setup.callee.startswith("structlog.") else ()
    if not chain or None in chain:
        return
    names = [str(one).removesuffix("()").rpartition(".")[2] for one in chain]
    own = [one for one in chain if not str(one).startswith("structlog.")]
    if not _RENDERERS.isdisjoint(names) and _WRITERS.isdisjoint(names):
        whose = " of records that other libraries write" if setup.callee.endswith("ProcessorFormatter") else ""
        told = f"no traceback{whose} gets into the log: no processor writes exceptions before the renderer"
        yield Message(told, confidence=Confidence.LOW if own or not setup.served else None)


def _of_events(cls: str, project: Any) -> bool:
    """Whether nothing but loggers of events (audit, access) write with a formatter: those are told as they happen, without exceptions."""
    feeding: list[str] = []
    for pipeline in project.configured.pipelines:
        named = {one.name for one in pipeline.formatters.values() if one.cls.rpartition(".")[2] == cls}
        handlers = {one.name for one in pipeline.handlers.values() if one.formatter is not None and one.formatter.name in named}
        feeding += [one.name for one in pipeline.loggers.values() if any(ref.name in handlers for ref in one.handlers)]
    return bool(feeding) and all(_EVENTS.search(name) for name in feeding)


def _while_developing(cls: str, project: Any) -> bool:
    """Whether it is made only for handlers that in production are given another formatter."""
    made = [
        (pipeline, one.name)
        for pipeline in project.configured.pipelines
        for one in pipeline.formatters.values()
        if one.cls == f"project.{cls}"
    ]
    return bool(made) and not any(
        one.formatter is not None and one.formatter.name == name for pipeline, name in made for one in pipeline.handlers.values()
    )


def _to_renderer(chain: tuple[Any, ...]) -> tuple[Any, ...]:
    """What comes before the first renderer of data, and that: a renderer is the last, so others in the list are another way's."""
    names = [str(one).removesuffix("()").rpartition(".")[2] for one in chain]
    at = next((number for number, name in enumerate(names) if name in _RENDERERS - {"EventRenamer"}), None)
    if at is None:
        return chain
    return tuple(one for one, name in zip(chain[: at + 1], names, strict=False) if name != "ConsoleRenderer")


def _chain(setup: LogSetup) -> tuple[Any, ...]:
    """All processors in order, ``()`` where one is not known; `ProcessorFormatter` has one, several, and those for foreign records."""
    keeps = setup.options.get("keep_exc_info")
    if keeps is not None and (keeps.unknown or keeps.value):
        return ()
    made: tuple[Any, ...] = ()
    for key in ("foreign_pre_chain", "processors", "processor"):
        setting = setup.options.get(key)
        if setting is None or (setting.value is None and not setting.unknown):
            continue
        if setting.unknown or setting.open:
            return ()
        made += setting.value if isinstance(setting.value, tuple) else (setting.value,)
    return made
