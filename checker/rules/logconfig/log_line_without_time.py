"""Log lines say nothing of when

A file's format has no time, or there is no format at all: Python's default is the bare message.

## Why it matters

Without a time no sequence of events can be put together, and no two logs be compared: that is what an investigation does first (ASVS
16.2.1).

## How to fix it

Begin the format with `%(asctime)s`, and keep its date.

## Examples

```python
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "format": "%(levelname)s %(name)s %(message)s",  # expect: no time
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

Of standard output and standard error it is told with medium confidence, also in a container: `docker logs`, `docker compose logs` and
`kubectl logs` show the lines as they were written, and what Docker notes beside them is when a line came, not when something happened, and
is lost with the container. With low confidence it is told where the project is run by what shows a time before each line to whoever
reads it (a `Procfile`'s platform, a unit of systemd, a compose service with a log driver that sends), where the same records get to a file,
and of what uvicorn itself writes in its own format. gunicorn's requests have the time in their message, unless `access_log_format` leaves
it out. A file that a service's code gives a logger without any format is told with medium confidence, unless its name or the logger's
says that each message is a row (`audit`, `events`, `json`).

A format of the message alone is told of with low confidence, for structlog or code may render the whole line into it; with medium where
structlog prints its events itself (`PrintLoggerFactory`), so that only other libraries' records get there.

Of structlog's `ProcessorFormatter` it is told where records of other libraries get to it and no processor of its `foreign_pre_chain` adds
the time.

## See also

`log-line-without-level`, `ambiguous-log-time`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from checker.logconfig.facts import STRUCTLOG, ConfiguredHandler, LogSetup
from checker.logconfig.formats import line
from checker.logconfig.model import LogPipeline
from checker.logconfig.reading import PROCESSORS, SERVERS
from checker.logconfig.routing import also_set_up, reached
from checker.logconfig.sinks import FILES
from checker.logconfig.surroundings import ContainerLog, Server
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.logconfig._formats import at_the_format

_STAMPS = re.compile(r"(?:^|/)(?:Procfile|[\w.-]+\.service)$")
"""Files of what takes standard output line by line, and shows when each came: the platforms of a `Procfile`, and the journal."""
_ROWS = re.compile(r"(?:^|[._-])(?:access|audit|events?|json|metrics?|requests?|traces?)(?:$|[._-])", re.IGNORECASE)
"""In the name of a logger or a file of which each message is a whole row."""
_PRINTING = re.compile(r"structlog\.(?:_output\.)?(?:Print|Write|Bytes)LoggerFactory\b")
"""structlog's own ways out."""
_KEEPING = frozenset(("", "json-file", "local", "none"))
"""Docker's drivers whose lines are read with `docker logs`, which shows no time unless it is asked to."""

_UVICORN = ("%(levelprefix)s %(message)s", '%(levelprefix)s %(client_addr)s - "%(request_line)s" %(status_code)s')


@rule(
    "LP519",
    "log-line-without-time",
    fact=ConfiguredHandler,
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.2.1", "16.2.2"),
    pci=("10.2.2",),
    environments=["production"],
)
def log_line_without_time(fact: ConfiguredHandler, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a handler of text whose lines carry no time."""
    if fact.handler.cls == STRUCTLOG:
        yield from _of_structlog(fact, project) if "time" in fact.handler.options else ()
        return
    if fact.line is None and fact.writes and _of_others(fact, project):
        told = f"what {fact.handler.name} writes of other libraries' records has no time: no `foreign_pre_chain` adds it"
        yield Message(told, confidence=Confidence.MEDIUM)
    said = at_the_format(fact, lambda one: _lacking(one, project), "Begin the format with `%(asctime)s`, and keep its date.")
    if said is not None:
        yield said


def _lacking(fact: ConfiguredHandler, project: Any) -> Message | None:
    """Of one handler, in its own place."""
    made, written = fact.line, fact.writes == "file"
    if not fact.writes or made is None or made.time or fact.of_data or (fact.stamped and not _without_its_time(project)):
        return None
    what = (
        "it is the message alone, without level and logger" if made.bare else f"its {'formatter' if made.own else 'format'} leaves it out"
    )
    told = f"what {fact.handler.name} writes has no time: {what}"
    if written:  # in code a formatter may come later, and a bare message be JSON
        sure = not (fact.pipeline.kind == "code" and (made.alone or (made.bare and not _is_left_bare(fact, project))))
        if made.bare and fact.pipeline.partial and not fact.attached and fact.pipeline.kind != "code":
            return Message(told, confidence=Confidence.LOW)  # who brings the loggers may bring the formatters
        if sure and fact.pipeline.kind == "code" and made.bare:
            return Message(told, confidence=Confidence.MEDIUM)
        return Message(told, confidence=None if sure else Confidence.LOW)
    # whoever reads the stream may add the time of arrival
    code = fact.pipeline.kind == "code" and (made.bare or not _is_set_up(fact))  # the real set-up may be elsewhere
    code = code or also_set_up(fact.pipeline, project.configured.pipelines) or _set_up_with_time(fact.pipeline, project)
    stated = (
        not code
        and not (made.alone and not _is_of_libraries(project))
        and not made.own
        and fact.pipeline.server
        and fact.attached
        and not fact.only_debugging
    )
    stated = stated and not _as_delivered(fact) and not _also_filed(fact)
    stated = stated and not any(_is_stamped(one) for one in project.configured.facts)
    return Message(told, severity=Severity.LOW, confidence=Confidence.MEDIUM if stated else Confidence.LOW)


def _is_of_libraries(project: Any) -> bool:
    """Whether structlog prints the service's own events past ``logging``: a bare message there is a library's, and no rendered event."""
    made = [one for one in project.configured.facts if isinstance(one, LogSetup) and one.callee == "structlog.configure"]
    factories = [str(one.options["logger_factory"].value) if "logger_factory" in one.options else "" for one in made]
    return bool(factories) and all(_PRINTING.match(one) for one in factories)


def _is_left_bare(fact: ConfiguredHandler, project: Any) -> bool:
    """Whether a service's code gives a logger a file and nothing anywhere in it a format; events and what structlog renders are rows."""
    if not (fact.pipeline.server and fact.attached) or fact.pipeline.formatters or _ROWS.search(fact.file.rpartition("/")[2]):
        return False
    rendered = any(isinstance(one, LogSetup) and one.callee.startswith("structlog.") for one in project.configured.facts)
    return not rendered and not any(_ROWS.search(name) for name in fact.feeding)


def _without_its_time(project: Any) -> bool:
    """Whether gunicorn is given a format for its access log that leaves the time out, which the usual one has."""
    formats = (one.format for one in project.configured.facts if isinstance(one, Server) and one.name == "gunicorn")
    return any(one is not None and isinstance(one.value, str) and one.value and "%(t)s" not in one.value for one in formats)


def _is_set_up(fact: ConfiguredHandler) -> bool:
    """Whether the same code gives a level to a logger that writes there, or beside the root to others."""
    levelled = {one.name for one in fact.pipeline.loggers.values() if one.level is not None}
    return bool(levelled & fact.feeding) or (bool(levelled) and "" in fact.feeding)


def _is_stamped(fact: Any) -> bool:
    """Whether it shows that whoever reads the stream sees when each line came."""
    return bool(_STAMPS.search(fact.span.path)) or (isinstance(fact, ContainerLog) and fact.driver not in _KEEPING)


def _of_structlog(fact: ConfiguredHandler, project: Any) -> Iterator[Message]:
    """Of events without the time, unless some handler of the standard library's, to which they may be handed on, writes it before them."""
    handlers = ((one, handler) for one in project.configured.pipelines if one.kind not in SERVERS for handler in one.handlers.values())
    lines = (line(one, handler) for one, handler in handlers)
    if not any(made is not None and made.time for made in lines):
        told = "the events that structlog writes have no time: there is no `TimeStamper` before the renderer"
        yield Message(told, confidence=Confidence.MEDIUM if fact.pipeline.server else Confidence.LOW)


def _of_others(fact: ConfiguredHandler, project: Any) -> bool:
    """Whether structlog's formatter writes records that structlog has not made, and no processor adds the time to those."""
    named = fact.handler.formatter
    formatter = fact.pipeline.formatters.get(named.name) if named is not None and fact.attached and not fact.only_debugging else None
    if formatter is None or formatter.cls != PROCESSORS:
        return False
    if not any(isinstance(one, LogSetup) and one.callee == PROCESSORS and one.span == formatter.span for one in project.configured.facts):
        return False  # what gets there is structlog's own
    names: list[object] = []
    for setting in (formatter.options.get(key) for key in ("foreign_pre_chain", "processors", "processor")):
        if setting is not None and (setting.unknown or setting.open):
            return False
        value = setting.value if setting is not None else None
        names += value if isinstance(value, tuple) else [value] if value is not None else []
    return bool(names) and all(str(one).startswith("structlog.") and "TimeStamper" not in str(one) for one in names)


def _as_delivered(fact: ConfiguredHandler) -> bool:
    """Whether uvicorn's own loggers write in uvicorn's own format, which projects repeat with the rest of its configuration."""
    named = fact.handler.formatter
    formatter = fact.pipeline.formatters.get(named.name) if named is not None else None
    if formatter is None or formatter.format is None or formatter.format.value not in _UVICORN:
        return False
    return all(name.partition(".")[0] == "uvicorn" for name in fact.feeding)


def _also_filed(fact: ConfiguredHandler) -> bool:
    """Whether all that gets to a stream stands in a file, too: then that is what is kept, and what is judged."""
    found = [reached(fact.pipeline, name)[0] for name in fact.feeding]
    return bool(found) and all(any(one.handler.cls in FILES and one.handler != fact.handler for one in some) for some in found)


def _set_up_with_time(pipeline: LogPipeline, project: Any) -> bool:
    """Whether another module gives the root a handler that writes the time: `basicConfig` does nothing where that came first."""
    if pipeline.kind != "code":
        return False
    others = (one for one in project.configured.pipelines if one.kind == "code" and one.span.path != pipeline.span.path and one.server)
    roots = ((one, one.root) for one in others if one.environment == pipeline.environment and one.root is not None)
    handlers = ((one, one.handlers.get(ref.name)) for one, root in roots for ref in root.handlers)
    lines = (line(one, handler) for one, handler in handlers if handler is not None)
    return any(made is not None and made.time for made in lines)
