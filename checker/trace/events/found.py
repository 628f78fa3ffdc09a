"""A project's events: records of its code, of its frameworks, audit trails, metrics; each with the sample that is sent on."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from checker.model import Span
from checker.source.facts.events import Emission, MetricCounted, MetricMade
from checker.source.facts.outcomes import RecordedOutcome
from checker.trace.events.naming import by_text, by_words, explicit
from checker.trace.evidence import Evidence
from checker.trace.model import Event, Metric
from checker.trace.record import Record, text_of
from checker.trace.rendering.line import json_line
from checker.trace.wording import Hole, Text, hole, known
from checker.vocabulary import EmittedMetric, Emitter, EventText

_ASIDE = re.compile(
    r"(?:^|/)(?:tests?|testing|integrations?|connectors?|adapters?|scripts?|migrations|management|examples?|benchmarks?|tools)/|(?:^|/)test_[^/]*\.py$"
)
"""Where records tell of other systems' refusals, or of no service's."""
_EVENT_FIELDS = ("event", "event_type", "event_name", "action", "type", "code", "security_event", "audit_event")


class Found(msgspec.Struct, frozen=True):
    """An event, and what it looks like."""

    event: Event
    record: Record | None = None
    """``None`` for a metric, and for what is written elsewhere than to a log."""


def found(evidence: Evidence) -> Iterator[Found]:
    """Every event."""
    own = {path: name for name, path in evidence.configured.own_loggers}
    outcomes: dict[tuple[str, int], RecordedOutcome] = {}
    for one in evidence.recorded:
        if one.by is not None:
            outcomes.setdefault((one.by.path, one.by.line), one)
    told: set[tuple[str, int]] = set()
    for emission in evidence.emissions:
        outcome = outcomes.get((emission.span.path, emission.span.line))
        name, how = _named(emission, outcome, evidence)
        if name:
            told.add((emission.span.path, emission.span.line))
            yield _of_code(emission, name, how, own)
    for place, outcome in outcomes.items():
        if place not in told and outcome.by is not None:
            event = Event(outcome.event, outcome.by, "code", "audit", outcome.way, function=outcome.function, sink="trail")
            yield Found(event)
    yield from _of_frameworks(evidence)
    yield from _of_metrics(evidence)


def _named(emission: Emission, outcome: RecordedOutcome | None, evidence: Evidence) -> tuple[str, str]:
    """The event's name, and what told it."""
    texts = [emission.template, *(value for key, value, _ in emission.fields if value and key.rpartition(".")[2] in _EVENT_FIELDS)]
    for text in texts:
        if name := explicit(text):
            return name, "vocabulary"
    for text in texts:
        if name := by_text(text, evidence.vocabulary.event_texts):
            return name, "map"
    if outcome is not None:
        return outcome.event, "audit"
    if emission.level == "debug" or emission.sink == "print" or _ASIDE.search(emission.span.path):
        return "", ""  # its words alone are not enough
    literal = [" ".join(part for part, _ in emission.parts if part), *texts[1:]]
    for text in literal:
        if name := by_words(text, evidence.vocabulary.event_texts):
            return name, "words"
    return "", ""


def _of_code(emission: Emission, name: str, how: str, own: dict[str, str]) -> Found:
    logger = own.get(emission.path) if emission.logger == "__name__" else emission.logger
    if emission.logger == "__name__" and logger is None:
        logger = emission.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    fields = {key: known(value) if value else Text((hole(source or key),)) for key, value, source in emission.fields}
    nested = {key: value for key, value in fields.items() if "." not in key}
    message = json_line(nested).text if emission.whole else text_of(emission.parts)
    record = Record(
        logger, emission.level, message, {} if emission.whole else nested, emission.exception, emission.path, emission.span.line,
        emission.function, emission.sink, emission.open, nested if emission.whole else None,
    )  # fmt: skip
    shown = {key: value.literal for key, value in nested.items()}
    event = Event(
        name, emission.span, "code", how, emission.template, logger, emission.level, emission.template, shown, emission.function,
        emission.sink, exception=emission.exception,
    )  # fmt: skip
    return Found(event, record)


def _of_frameworks(evidence: Evidence) -> Iterator[Found]:
    for emitter, span in _used(evidence):
        for one in emitter.records:
            fields = {key: Text((hole(key),)) if value == "*" else known(value) for key, value in one.fields.items()}
            message = _template(one.text)
            record = Record(one.logger, one.level, message, fields, one.exception, "framework.py", 1, "", "logging", raised=one.raises)
            event = Event(
                one.event, span, "framework", "framework", one.text, one.logger, one.level, one.text,
                {key: value.literal for key, value in fields.items()}, sink="logging", framework=emitter.name, exception=one.exception,
            )  # fmt: skip
            yield Found(event, record)
        yield from (_exposed(emitter, metric, span) for metric in emitter.metrics if metric.event)


def _exposed(emitter: Emitter, metric: EmittedMetric, span: Span) -> Found:
    labels = {key: None if value == "*" else value for key, value in metric.labels.items()}
    held = Metric(metric.metric, metric.kind, labels)
    return Found(Event(metric.event, span, "framework", "framework", metric.metric, sink="metric", framework=emitter.name, metric=held))


def _used(evidence: Evidence) -> Iterator[tuple[Emitter, Span]]:
    """Each library that is in use, once, with the place that shows it."""
    by_name = {one.name: one for one in evidence.vocabulary.emitters}
    told: set[str] = set()
    for seen in evidence.seen:
        if seen.name in by_name and seen.name not in told:
            told.add(seen.name)
            yield by_name[seen.name], seen.span


def _template(text: str) -> Text:
    """``Forbidden: {path}``; a framework's values are no free text."""
    parts: list[str | Hole] = []
    rest = text
    while "{" in rest:
        before, _, rest = rest.partition("{")
        name, _, rest = rest.partition("}")
        parts += [*([before] if before else []), Hole(name, f"zz{name}zz", free=name == "reason")]
    return Text((*parts, *([rest] if rest else [])))


def _of_metrics(evidence: Evidence) -> Iterator[Found]:
    """Each place that counts what its name and labels call an event."""
    made = {one.name: one for one in evidence.metrics}
    texts = evidence.vocabulary.event_texts
    for one in evidence.counted:
        metric = made.get(one.name)
        if metric is None or metric.kind not in ("counter", "gauge") or _ASIDE.search(one.span.path):
            continue
        name, how = _of_metric(one, texts)
        if name:
            labels: dict[str, str | None] = dict.fromkeys(metric.labels)
            labels |= dict(one.labels)
            yield Found(_counted(name, how, one, metric, labels))


def _of_metric(one: MetricCounted, texts: tuple[EventText, ...]) -> tuple[str, str]:
    words = " ".join((one.name, *(value for _, value in one.labels)))
    name = by_text(words, texts)
    return (name, "map") if name else (by_words(words, texts), "words")


def _counted(name: str, how: str, one: MetricCounted, metric: MetricMade, labels: dict[str, str | None]) -> Event:
    return Event(
        name, one.span, "metric", how, metric.name, function=one.function, sink="metric", metric=Metric(metric.name, metric.kind, labels)
    )
