"""Measurements that shippers make of log lines: which metric a line is counted in, with which labels.

Promtail's and Alloy's stage ``metrics`` (Promtail 3, Alloy 1.x), Fluent Bit's ``log_to_metrics`` (4.x), Vector's ``log_to_metric`` (0.50).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial

import msgspec

from checker.model import Span
from checker.monitoring.model import Collector, Stage
from checker.trace.collecting.carried import Carried, asked, opposite, parts, present
from checker.trace.collecting.options import Options, below, heads, is_on, listed, pairs, text
from checker.trace.matching.patterns import matches
from checker.trace.model import Hop, Metric, Verdict
from checker.trace.wording import YES, Match, Text, every

PREFIXES = {"promtail": "promtail_custom_", "alloy": "loki_process_custom_"}
"""What stands before the names of a collector's metrics where nothing else is said."""
_FILLED = re.compile(r"\{\{\s*(?P<path>[^{}]*?)\s*\}\}")
_OF_SCRAPES = frozenset(("job", "instance"))
"""Labels that the scrape sets itself, so that a metric's own are called otherwise."""


class Counted(msgspec.Struct, frozen=True):
    """A line, as it is counted."""

    metric: Metric
    span: Span
    """Of what counts it."""
    doubt: str = ""
    """Why it is not known whether it is."""

    def hop(self, shipper: str, seconds: float | None) -> Hop:
        """The shipper's part of its way."""
        why = self.doubt or f"it is counted in {self.metric.name}"
        return Hop("shipper", Verdict.UNKNOWN if self.doubt else Verdict.OK, shipper, why, self.span, seconds)


def declared(collector: Collector) -> Iterator[Metric]:
    """Every metric that a collector makes of lines, whatever these are; their labels are not known."""
    for stage in collector.stages:
        if stage.kind == "metrics":
            yield from (Metric(name, kind) for name, kind, _ in _of_loki(stage, collector.kind))
        elif stage.kind == "log_to_metrics":
            yield _of_fluent_bit(stage, {})
        elif text(stage.options, "type") == "log_to_metric":
            yield from (Metric(name, kind) for name, kind, _ in of_vector(stage.options, ""))


def _of_loki(stage: Stage, shipper: str) -> Iterator[tuple[str, str, Options]]:
    """Name, kind and settings of each metric of a stage."""
    options = stage.options
    if "@metric" in options:
        made = {"": (text(options, "name"), text(options, "@metric"), dict(options))}
    else:
        names = [name for name in heads(options) if name != "selector" and f"{name}.type" in options]
        made = {
            name: (name, text(options, f"{name}.type").lower(), {**below(options, name), **below(options, f"{name}.config")})
            for name in names
        }
    for name, kind, held in made.values():
        prefix = text(held, "prefix", default=PREFIXES.get(shipper, ""))
        if name and kind:
            yield f"{prefix}{name}", kind, held


def in_stage(
    stage: Stage, shipper: str, labels: Mapping[str, Text], extracted: Mapping[str, Text], *, more: bool
) -> Iterator[tuple[Metric, str]]:
    """The metrics of Promtail's and Alloy's stage that count a line, each with what is not known of it; ``more`` may be extracted."""
    held = {name: value.literal for name, value in labels.items() if not name.startswith("__") and name not in _OF_SCRAPES}
    for name, kind, options in _of_loki(stage, shipper):
        own = name.removeprefix(text(options, "prefix", default=PREFIXES.get(shipper, "")))
        found = _taken(text(options, "source", default=own), options, extracted, kind, more=more)
        if found.outcome is not False:
            yield Metric(name, kind, held), found.why if found.outcome is None else ""


def _taken(source: str, options: Options, extracted: Mapping[str, Text], kind: str, *, more: bool) -> Match:
    """Whether a metric counts what was extracted: with ``match_all`` every line, else those with its source, and its value."""
    if kind == "counter" and is_on(options, "match_all"):
        return YES
    value = extracted.get(source)
    if value is None:
        return Match(outcome=None if more else False, why=f"whether {source} is extracted is not known" if more else "")
    wanted = options.get("value")
    if wanted is None or wanted.value is None:
        return YES
    if value.literal is None:
        return Match(outcome=None, why=f"whether {source} is {wanted.value} depends on {value.shown}")
    return Match(outcome=value.literal == str(wanted.value))


def in_filter(stage: Stage, carried: Carried) -> Counted | None:
    """What Fluent Bit's filter counts a record in; ``None`` where its patterns leave it out."""
    found = every(_fluent_bit_chooses(stage, carried))
    if found.outcome is False:
        return None
    labels: dict[str, str | None] = {}
    for one in listed(stage.options, "label_field"):
        path = str(one[""].value or "").lstrip("$")
        labels[(parts(path) or [path])[-1]] = _literal(carried, path)
    for one in listed(stage.options, "add_label"):
        name, _, path = str(one[""].value or "").strip().partition(" ")
        path = path.strip()
        labels[name] = _literal(carried, path.lstrip("$")) if path.startswith("$") else path
    return Counted(_of_fluent_bit(stage, labels), stage.span, found.why if found.outcome is None else "")


def _fluent_bit_chooses(stage: Stage, carried: Carried) -> Iterator[Match]:
    for key in ("regex", "exclude"):
        for one in listed(stage.options, key):
            path, _, pattern = str(one[""].value or "").strip().partition(" ")
            found = asked(carried, path.lstrip("$"), partial(matches, pattern=pattern.strip()))
            yield found if key == "regex" else opposite(found)


def _of_fluent_bit(stage: Stage, labels: Mapping[str, str | None]) -> Metric:
    kind = text(stage.options, "metric_mode", default="counter").lower()
    subsystem = text(stage.options, "metric_subsystem", default=kind)
    named = (text(stage.options, "metric_namespace", default="log_metric"), subsystem, text(stage.options, "metric_name"))
    return Metric("_".join(one for one in named if one), kind, labels)


def _literal(carried: Carried, path: str) -> str | None:
    held = carried.text(path)
    return held.literal if held is not None else None


def of_vector(options: Options, namespace: str) -> Iterator[tuple[str, str, Options]]:
    """Name, kind and settings of what Vector's transform makes; ``namespace`` is the sink's."""
    for one in listed(options, "metrics"):
        kind, field = text(one, "type"), text(one, "field")
        name, before = text(one, "name", default=field), text(one, "namespace", default=namespace)
        if kind and name:
            yield f"{before}_{name}" if before else name, "gauge" if kind == "set" else kind, one


def in_transform(stage: Stage, carried: Carried, namespace: str) -> Iterator[Counted]:
    """What Vector's transform counts a record in: each metric whose field it has."""
    for name, kind, options in of_vector(stage.options, namespace):
        there = present(carried, text(options, "field").lstrip("."))
        if there.outcome is False:
            continue
        labels = {key: _tag(str(one.value or ""), carried) for key, one in pairs(options, "tags")}
        yield Counted(Metric(name, kind, labels), stage.span, there.why if there.outcome is None else "")


def _tag(template: str, carried: Carried) -> str | None:
    match = _FILLED.fullmatch(template.strip())
    if match is not None:
        return _literal(carried, match["path"].lstrip("."))
    return None if "{{" in template or "${" in template else template
