"""A handler, formatter or filter is defined and never used

No logger names the handler, or nothing names the formatter or filter.

## Why it matters

A handler that nothing feeds looks as if records went there: the audit file stays empty, the mail is never sent, and nobody notices
until it is needed.

## How to fix it

Name it where it is wanted, or remove it.

## Examples

```python
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {
        "console": {"class": "logging.StreamHandler"},
        "audit": {"class": "logging.handlers.WatchedFileHandler", "filename": "/var/log/shop/audit.log"},  # expect: audit
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
    "root": {"handlers": ["console"], "level": "INFO"},
})
```

## Settings

`kinds`: what is looked at. The default is `["handler", "formatter", "filter"]`. `environments`: which settings are judged. The
default is `["production"]`.

## See also

`undefined-logging-reference`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker import patterns as re
from checker.logconfig.idle import idle_handlers, named_places
from checker.logconfig.model import LogPipeline
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule

_NONE: frozenset[str] = frozenset()
_BUILT_ON = re.compile(r"(?:^|/)(?:conf(?:ig)?|settings)/(?:[\w.-]+/)?(?:base|common|defaults?)(?:_settings)?\.py$")
"""Settings that are there for others to build on; alone they do not say what these use."""


@rule(
    "LP507",
    "unused-logging-part",
    fact=LogPipeline,
    severity=Severity.LOW,
    confidence=Confidence.MEDIUM,
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.2.3",),
    kinds=["handler", "formatter", "filter"],
    environments=["production"],
)
def unused_logging_part(pipeline: LogPipeline, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each part of a whole configuration that nothing names."""
    given = pipeline.kind == "gunicorn" and any(not one.builtin for one in pipeline.handlers.values())
    if (pipeline.partial and not given) or pipeline.kind == "code":
        return
    loggers, handlers = pipeline.loggers.values(), pipeline.handlers.values()
    more = any(one.more for one in loggers)
    elsewhere = named_places(project.configured.pipelines)
    formatters_named, filters_named = (pipeline.spoken.get(one, _NONE) for one in ("formatters", "filters"))
    doubt = Confidence.LOW if project.configured.modules <= 1 and _BUILT_ON.search(pipeline.span.path) else None
    for handler in idle_handlers(pipeline, project.configured.pipelines) if "handler" in parameters["kinds"] else ():
        yield Message(f"no logger names the handler {handler.name}: nothing is ever written to it", handler.span, confidence=doubt)
    if not any(not one.builtin for one in handlers):
        return  # whoever builds on it brings the handlers that these are for
    formats = formatters_named | {one.formatter.name for one in handlers if one.formatter}
    chosen = any(one.formatter.open or one.formatter.unknown for one in handlers if one.formatter)  # another call may name another one
    for formatter in pipeline.formatters.values():
        used = formatter.name in formats or formatter.span in elsewhere
        if not chosen and not used and formatter.span != pipeline.span and "formatter" in parameters["kinds"]:
            yield Message(f"no handler names the formatter {formatter.name}: it is never used", formatter.span, confidence=doubt)
    filters = filters_named | {ref.name for one in loggers for ref in one.filters} | {ref.name for one in handlers for ref in one.filters}
    for found in pipeline.filters.values() if not more else ():
        if found.name not in filters and found.span not in elsewhere and found.span != pipeline.span and "filter" in parameters["kinds"]:
            yield Message(f"nothing names the filter {found.name}: it filters nothing", found.span, confidence=doubt)
