"""Fluent Bit: tags, filters, and what an output makes of a record (manual 4.0)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase

import msgspec

from checker.logconfig.model import Setting
from checker.monitoring.fields import flag
from checker.monitoring.model import Collector, Input, Output, Stage
from checker.trace.collecting.arrival import Arrival
from checker.trace.collecting.carried import Carried, objects
from checker.trace.collecting.derived import in_filter
from checker.trace.collecting.options import text
from checker.trace.collecting.sources import Source
from checker.trace.matching.patterns import matches
from checker.trace.model import Hop, Verdict
from checker.trace.rendering.line import Field, Line, json_line, unknown_line
from checker.trace.wording import Text, anything, known

KIND = "fluent-bit"
_FLUSH = 1.0
_MEASURING = frozenset(("prometheus_exporter", "prometheus_remote_write", "opentelemetry"))
"""Outputs that take measurements."""
_STORES = {"loki": "loki", "es": "elasticsearch", "opensearch": "opensearch", "splunk": "splunk", "datadog": "datadog"}


def arrivals(collector: Collector, taken: Input, source: Source) -> list[Arrival]:
    """What each output that takes the tag gets."""
    tag = _tag(taken, source)
    record, doubt = _record(taken, source)
    measured: list[Arrival] = []
    for stage in collector.stages:
        if stage.match and tag and not fnmatchcase(tag, stage.match):
            continue
        if stage.kind == "log_to_metrics":
            measured += _measured(collector, stage, record, doubt)
        lost, more = _through(stage, record)
        if lost is not None:
            return [Arrival((lost,)), *measured]
        doubt = doubt or more
    if not tag:
        doubt = doubt or "with which tag it comes is not known"
    outputs = [one for one in collector.outputs if one.match and (not tag or fnmatchcase(tag, one.match) or "match_regex" in one.options)]
    if not outputs:
        partial = collector.partial
        why = partial or f"no output takes the tag {taken.name}"
        return [Arrival((Hop("shipper", Verdict.UNKNOWN if partial else Verdict.BROKEN, KIND, why, taken.span),))]
    kept = [one for one in outputs if one.kind not in _MEASURING]
    return [*(_arrival(collector, taken, one, record, doubt, source) for one in kept or outputs), *measured]


def _measured(collector: Collector, stage: Stage, record: dict[str, Field], doubt: str) -> list[Arrival]:
    """The metric that a filter counts a record in, where an output exposes or sends that."""
    tag = text(stage.options, "tag")
    output = next((one for one in collector.outputs if one.kind in _MEASURING and (not tag or fnmatchcase(tag, one.match or "*"))), None)
    found = in_filter(stage, Carried(dict(record), open=bool(doubt)))
    if found is None or (output is None and not collector.partial):
        return []
    unsure = doubt or ("" if output is not None else collector.partial)
    hop = msgspec.structs.replace(found, doubt=found.doubt or unsure).hop(KIND, _FLUSH)
    pushed = output is not None and output.kind != "prometheus_exporter"
    sent = (Hop("sink", Verdict.OK, output.kind, "it is sent there", output.span),) if pushed and output is not None else ()
    return [Arrival((hop, *sent), metric=found.metric)]


def _tag(taken: Input, source: Source) -> str:
    """A star in a tag becomes the file's path with dots; what is forwarded brings its own."""
    if not taken.name:
        return source.tag
    return taken.name.replace("*", (source.destination.target or "var.log.containers.app.log").strip("/").replace("/", "."))


def _record(taken: Input, source: Source) -> tuple[dict[str, Field], str]:
    """The line is the value of ``log``, unless the input's parser takes it apart."""
    if taken.kind == "forward":
        return {
            "container_id": anything("an id"),
            "container_name": anything("a name"),
            "source": anything("a stream"),
            "log": source.line.text,
        }, ""
    parser = str(taken.parser.value).lower() if taken.parser is not None and taken.parser.value else ""
    line = source.line
    if parser == "json" and line.form == "json":
        return dict(line.fields), ""
    if (
        parser
        and parser not in ("docker", "cri", "json", "multiline.docker")
        and not parser.startswith(("docker", "cri", "python", "multiline"))
    ):
        return {"log": line.text}, f"what the parser {parser} makes of the line is not known"
    return {str(getattr(taken.options.get("key"), "value", None) or "log"): line.text}, ""


def _through(stage: Stage, record: dict[str, Field]) -> tuple[Hop | None, str]:
    """What one filter does; where it drops the record, or that it may."""
    if stage.action in ("drop", "keep"):
        return _grep(stage, record)
    if stage.action == "sample":
        return None, f"{stage.kind} keeps only a part"
    if stage.action == "remove":
        for one in stage.fields:
            for name in [name for name in record if fnmatchcase(name, str(one.value))]:
                del record[name]
    elif stage.action in ("rename", "allow", "rewrite"):
        return None, f"what {stage.kind} makes of it is not followed"
    elif stage.action == "parse":
        return None, _parsed(stage, record)
    elif stage.kind in ("lua", "wasm", "multiline"):
        return None, f"what {stage.kind} makes of it is not known" if stage.kind != "multiline" else ""
    elif stage.kind == "log_to_metrics" and flag(stage.options.get("discard_logs"), default=False):
        return Hop("shipper", Verdict.BROKEN, KIND, "log_to_metrics counts it and discards it", stage.span), ""
    elif stage.kind == "kubernetes":
        record.setdefault("kubernetes", {})
    return None, ""


def _grep(stage: Stage, record: dict[str, Field]) -> tuple[Hop | None, str]:
    for held, pattern in zip(stage.fields, stage.patterns, strict=False):
        name = str(held.value or "").lstrip("$").strip("'[]\"")
        value = record.get(name)
        if not isinstance(pattern.value, str):
            return None, "what grep looks for is not known"
        if value is None or not isinstance(value, Text):
            if stage.action == "keep":
                return Hop("shipper", Verdict.BROKEN, KIND, f"grep keeps only records with {name}, which this one has not", stage.span), ""
            continue
        found = matches(value, re.sub(r"^/(.*)/i?$", r"\1", pattern.value))
        if found.outcome is None:
            return None, f"grep may drop it: {found.why}"
        if found.outcome == (stage.action == "drop"):
            return Hop("shipper", Verdict.BROKEN, KIND, f"grep drops it by {pattern.value!r}", stage.span), ""
    return None, ""


def _parsed(stage: Stage, record: dict[str, Field]) -> str:
    """The filter `parser` reads one key with a parser; ``reserve_data`` keeps the others."""
    key = str(getattr(stage.options.get("key_name"), "value", None) or "log")
    parser = str(getattr(stage.options.get("parser"), "value", None) or "").lower()
    held = record.get(key)
    if not isinstance(held, Text) or parser != "json":
        return f"what the parser {parser} makes of {key} is not known"
    fields = objects(held)
    if fields is None:
        return ""
    if not flag(stage.options.get("reserve_data"), default=False):
        record.clear()
    elif not flag(stage.options.get("preserve_key"), default=False):
        record.pop(key, None)
    record.update(fields)
    return ""


def _arrival(collector: Collector, taken: Input, output: Output, record: dict[str, Field], doubt: str, source: Source) -> Arrival:
    flush = collector.settings.get("flush")
    try:
        seconds: float | None = float(str(flush.value)) if flush is not None and flush.value is not None else _FLUSH
    except ValueError:
        seconds = None
    hop = Hop("shipper", Verdict.UNKNOWN if doubt else Verdict.OK, KIND, doubt or f"{taken.kind} reads it", taken.span, seconds)
    if output.sink in ("debug", "null"):
        return Arrival((hop, Hop("sink", Verdict.BROKEN, output.kind, "it is only shown there and kept nowhere", output.span)))
    sink = Hop("sink", Verdict.OK, _STORES.get(output.kind, output.kind), f"it is sent to {output.kind}", output.span)
    if output.kind == "loki":
        labels, open_ = _labels(output, record)
        return Arrival((hop, sink), _loki_line(output, record, doubt), labels, open_, "loki")
    line = json_line(record, compact=True, open_=bool(doubt))
    if output.kind == "forward":
        return Arrival((hop, sink), line, {}, True, onward="forward", tag=_tag(taken, source))
    return Arrival((hop, sink), line, {}, True, _STORES.get(output.kind, output.kind))


def _labels(output: Output, record: dict[str, Field]) -> tuple[dict[str, Text], bool]:
    told = str(getattr(output.options.get("labels"), "value", None) or "job=fluent-bit")
    held: dict[str, Text] = {}
    for pair in told.split(","):
        name, _, value = pair.strip().partition("=")
        if value.startswith("$"):
            found = record.get(value.lstrip("$").strip("'[]\""))
            held[name] = found if isinstance(found, Text) else anything(f"the label {name}")
        elif name:
            held[name] = known(value.strip("\"'"))
    keys = str(getattr(output.options.get("label_keys"), "value", None) or "")
    for name in filter(None, (one.strip().lstrip("$") for one in keys.split(","))):
        found = record.get(name)
        held[name] = found if isinstance(found, Text) else anything(f"the label {name}")
    more: Setting | None = output.options.get("auto_kubernetes_labels") or output.options.get("label_map_path")
    return held, more is not None


def _loki_line(output: Output, record: dict[str, Field], doubt: str) -> Line:
    removed = str(getattr(output.options.get("remove_keys"), "value", None) or "")
    gone = {one.strip().lstrip("$") for one in removed.split(",")}
    record = {name: value for name, value in record.items() if name not in gone}
    told = str(getattr(output.options.get("drop_single_key"), "value", None) or "off").lower()
    values = list(_texts(record))
    if told in ("raw", "on", "true", "yes") and len(record) == len(values) == 1:
        return Line(values[0], "text", open=bool(doubt))
    if str(getattr(output.options.get("line_format"), "value", "json")) == "key_value":
        return unknown_line(values[0] if values else Text(), "the record as key=value")
    return json_line(record, compact=True, open_=bool(doubt))


def _texts(record: dict[str, Field]) -> Iterator[Text]:
    yield from (one for one in record.values() if isinstance(one, Text))
