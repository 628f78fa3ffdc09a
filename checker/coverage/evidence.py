"""What a run looked at, by kind: from facts to the subjects that requirements need."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from checker.coverage.model import Seen
from checker.logconfig.destinations import FILE, NETWORK, SYSLOG, destination
from checker.logconfig.facts import ConfiguredHandler
from checker.logconfig.formats import line
from checker.logconfig.model import LogPipeline
from checker.logconfig.surroundings import ContainerLog, LogVolume
from checker.monitoring.concerns import concerns, is_read
from checker.monitoring.model import AlertRule, Collector, Routing
from checker.source.facts.errors import CaughtError
from checker.source.facts.outcomes import AuthOutcome, RecordedOutcome, RequiredFound
from checker.source.facts.records import LogCall

_RECORDS = frozenset({"logging", "structlog", "loguru", "twisted"})
"""Sinks that leave records; what is printed or sent to a tracker is none."""
Found = Iterator[tuple[str, Seen]]


def subjects(facts: Iterable[Any], wanted: Callable[[Any], bool]) -> dict[str, tuple[Seen, ...]]:
    """Everything of each kind, in the order of its places, each once in an environment; ``wanted`` is asked what is to be looked at."""
    found: dict[str, dict[tuple[Any, str, str], Seen]] = defaultdict(dict)
    for fact in facts:
        made = _TELLING.get(type(fact))
        if made is not None and wanted(fact):
            for subject, seen in made(fact):
                found[subject].setdefault((seen.span, seen.told, seen.environment), seen)
    return {subject: tuple(sorted(seen.values(), key=lambda one: (one.span, one.told, one.environment))) for subject, seen in found.items()}


def _recorded(fact: RecordedOutcome) -> Found:
    where = f", recorded in line {fact.by.line}" if fact.by is not None else ", recorded by who calls or wraps it, or hears of it"
    yield fact.event, Seen(fact.span, f"{fact.function}() {fact.way}{where}")


def _unrecorded(fact: AuthOutcome) -> Found:
    yield fact.event, Seen(fact.span, f"{fact.function}() {fact.way}, no record found")


def _named(fact: RequiredFound) -> Found:
    from checker.model import Span

    for name in fact.names:
        yield "must-log", Seen(Span(fact.path, 1, 1, 1, 1), name)


def _log_call(fact: LogCall) -> Found:
    if fact.sink in _RECORDS:
        yield "log-calls", Seen(fact.span, f"{fact.callee}()")


def _caught(fact: CaughtError) -> Found:
    yield "error-handlers", Seen(fact.span, f"catches {', '.join(fact.types) or 'every error'}")


def _pipeline(fact: LogPipeline) -> Found:
    open_ = f"there may be more: {fact.partial}" if fact.partial else ""
    yield "log-configurations", Seen(fact.span, f"{fact.kind}, {fact.environment}", open_, fact.environment)


def _handler(fact: ConfiguredHandler) -> Found:
    handler, environment = fact.handler, fact.pipeline.environment
    ends = destination(handler)
    seen = Seen(fact.span, f"{handler.name}: {ends.told}", ends.open, environment)
    yield "log-handlers", seen
    if ends.kind == FILE:
        yield "log-files", seen
    if ends.kind == NETWORK or (ends.kind == SYSLOG and not ends.target.startswith("/")):
        yield "network-log-handlers", seen
        yield "log-transports", seen
    made = line(fact.pipeline, handler)
    name = handler.formatter.name if handler.formatter is not None else ""
    formatter = fact.pipeline.formatters.get(name)
    text = formatter.format.value if formatter is not None and formatter.format is not None else None
    told = "the message alone" if made is not None and made.bare else str(text) if text is not None else f"the formatter {name or '?'}"
    unknown = "" if made is not None else "what this formatter writes is not known"
    yield "log-formats", Seen(fact.span, f"{handler.name}: {told}", unknown, environment)


def _container(fact: ContainerLog) -> Found:
    yield (
        "container-logs",
        Seen(fact.span, f"{fact.service or fact.kind}: {fact.driver or 'default driver'}", fact.unknown, fact.environment),
    )


def _volume(fact: LogVolume) -> Found:
    yield "log-volumes", Seen(fact.span, f"{fact.name}: {fact.path}", environment=fact.environment)


def _alert(fact: AlertRule) -> Found:
    if fact.paused:
        return
    unread = "" if is_read(fact) else "its expression could not be read"
    seen = Seen(fact.span, fact.name, fact.expression.unknown or fact.problem or unread, fact.environment)
    yield "alert-rules", seen
    for concern in concerns(fact):
        yield f"{concern}-alerts", seen


def _shipper(fact: Collector) -> Found:
    open_ = f"there may be more: {fact.partial}" if fact.partial else ""
    yield "shippers", Seen(fact.span, fact.kind, open_, fact.environment)
    for output in fact.outputs:
        if output.sink == "remote":
            host = output.target.host if output.target is not None else None
            told = f"{fact.kind} sends to {host.value if host is not None and host.value else output.kind}"
            yield "log-transports", Seen(output.span, told, host.unknown if host is not None else "", fact.environment)


def _routing(fact: Routing) -> Found:
    open_ = f"there may be more: {fact.partial}" if fact.partial else ""
    told = f"{fact.kind}, {len(fact.receivers)} receiver{'' if len(fact.receivers) == 1 else 's'}"
    yield "alert-routes", Seen(fact.span, told, open_, fact.environment)


_TELLING: dict[type, Callable[[Any], Found]] = {
    RecordedOutcome: _recorded,
    AuthOutcome: _unrecorded,
    RequiredFound: _named,
    LogCall: _log_call,
    CaughtError: _caught,
    LogPipeline: _pipeline,
    ConfiguredHandler: _handler,
    ContainerLog: _container,
    LogVolume: _volume,
    AlertRule: _alert,
    Collector: _shipper,
    Routing: _routing,
}
