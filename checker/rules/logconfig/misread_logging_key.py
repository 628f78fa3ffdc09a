"""Python reads a logging setting otherwise than it looks

`"propagate": "no"` is true, `"handler"` is ignored, `"level": "info"` is refused, `addHandler([console])` takes the list for a handler, a
filter of the root logger never sees what other loggers hand up to it.

## Why it matters

`logging.config` takes no notice of keys that it does not know, and asks text for truth: what was meant to be switched off stays on, a
filter that redacts is never installed, or the service starts without logging (CWE-778).

## How to fix it

Write the key or value that the message names.

## Examples

```python
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"shop": {"handlers": ["console"], "propagate": "no"}},  # expect: counts as true
    "root": {"handlers": ["console"], "level": "INFO"},
})
```

```python
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"fmt": "%(asctime)s %(levelname)s %(name)s %(message)s"}},  # expect: it is called `format`
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
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
    "loggers": {"shop": {"handlers": ["console"], "propagate": False}},
    "root": {"handlers": ["console"], "level": "INFO"},
})
```

```python
import logging

logger = logging.getLogger("shop")
console = logging.StreamHandler()
console.setFormatter("%(asctime)s %(levelname)s %(message)s")  # expect: is given a text
logger.addHandler(console)
logging.getLogger("shop.mail").addHandler([console])  # expect: is given a list
```

```python
# file: shop/logs.py
import logging


class RequestId(logging.Filter):
    def filter(self, record):
        record.request_id = "-"
        return True


logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(request_id)s %(message)s")
logging.getLogger().addFilter(RequestId())  # expect: has no `request_id`

# file: shop/orders.py
import logging

logger = logging.getLogger(__name__)
```

## Settings

This rule has no parameters. Where the key says what holds without it (a misspelt `propagate: true`, or one of the root logger) it is told
with low confidence.

## See also

`undefined-logging-reference`. [logging.config: dictionary
schema](https://docs.python.org/3/library/logging.config.html#configuration-dictionary-schema).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.formats import further_fields, misspelt_field
from checker.logconfig.model import LogPipeline
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.logconfig._wording import at, called

_MOST = 20
"""Filters of a handler that are compared."""


@rule(
    "LP508",
    "misread-logging-key",
    fact=LogPipeline,
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.2.3",),
)
def misread_logging_key(pipeline: LogPipeline, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each key, value or field that is ignored, refused or taken otherwise; low where that comes to the same."""
    for misread in pipeline.misread:
        yield Message(misread.what, misread.span, confidence=Confidence.LOW if misread.harmless else None)
    yield from _unpassable(pipeline)
    yield from _unanswered(pipeline)
    yield from _bypassed(pipeline, project)
    for formatter in pipeline.formatters.values():
        wrong, meant = misspelt_field(formatter, loguru=pipeline.kind == "loguru")
        if wrong and formatter.format is not None:
            told = f"no record has `{wrong}`, so that each ends in an error on stderr: it is `{meant}`"
            yield Message(told, formatter.format.span)


def _unpassable(pipeline: LogPipeline) -> Iterator[Message]:
    """Handlers whose filters each let another logger's records through alone: all of them are asked, so that nothing passes."""
    for handler in pipeline.handlers.values():
        named = [(ref, only) for ref in handler.filters[:_MOST] if (only := _only(pipeline, ref.name))]
        for number, (ref, only) in enumerate(named):
            other = next(
                (one for _, one in named[:number] if not f"{only}.".startswith(f"{one}.") and not f"{one}.".startswith(f"{only}.")), ""
            )
            if other:
                told = f"{handler.name} lets nothing through: a record would have to be of {other} and of {only}, for all filters are asked"
                yield Message(told, ref.span)
                break


def _unanswered(pipeline: LogPipeline) -> Iterator[Message]:
    """Handlers and loggers with a filter of the project's whose method returns nothing, which counts as no."""
    owners = [(one.name, one.filters) for one in pipeline.handlers.values()]
    owners += [(called(one.name), one.filters) for one in pipeline.loggers.values() if one.name]
    for owner, filters in owners:
        for ref in filters[:_MOST]:
            found = pipeline.filters.get(ref.name)
            if found is not None and found.drops is not None:
                told = f"{owner} lets nothing through: the method of the filter {ref.name} returns nothing, which counts as no"
                yield Message(told, ref.span, related=(at(found.drops, "this method"),), help="Let it end in `return True`.")


def _bypassed(pipeline: LogPipeline, project: Any) -> Iterator[Message]:
    """Filters of the root logger, which are asked of what is logged to it by itself and of nothing that other loggers hand up to it."""
    root = pipeline.root
    if root is None or not root.filters:
        return
    handlers = [pipeline.handlers[one.name] for one in root.handlers if one.name in pipeline.handlers]
    bare = [one for one in handlers if not one.filters]
    if handlers and not bare:
        return
    used = (pipeline.formatters.get(one.formatter.name) for one in bare if one.formatter is not None)
    lacking = next((field for one in used if one is not None for field in further_fields(one)), "")
    configured = project.configured
    sure = bool(configured.own_loggers) or configured.lone
    what = f"has no `{lacking}` and ends in an error on stderr" if lacking else "passes it by"
    yield Message(
        f"the root logger's filter is asked of what is logged to it by itself alone: what comes from other loggers {what}",
        root.filters[0].span,
        confidence=None if lacking and sure else Confidence.MEDIUM if sure else Confidence.LOW,
        help="Add the filter to the root logger's handlers: they are asked of every record that gets to them.",
    )


def _only(pipeline: LogPipeline, name: str) -> str:
    """The logger whose records a filter of Python's lets through, ``""`` for all or for another class."""
    found = pipeline.filters.get(name)
    given = found.options.get("name") if found is not None and found.cls == "logging.Filter" else None
    return given.value if given is not None and isinstance(given.value, str) and not given.open else ""
