"""Fluentd: the tag of an input, filters in their order, and the first match that takes the tag (Fluentd's manual, 1.x)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.model import Span
from checker.monitoring.model import Collector, Input, Output
from checker.trace.collecting.arrival import Arrival
from checker.trace.collecting.carried import Carried
from checker.trace.collecting.fluentd_loki import to_loki
from checker.trace.collecting.fluentd_records import filtered, retagged, taken_apart
from checker.trace.collecting.fluentd_tags import fits
from checker.trace.collecting.keeping import beginning, handed, indexed, nowhere, raw
from checker.trace.collecting.options import Options, below, is_on, text
from checker.trace.collecting.sources import Source
from checker.trace.wording import anything, known

KIND = "fluentd"
_FLUSH = 60.0
"""``flush_interval`` of a buffer."""
_MOST = 8
"""Times that a record is sent back to the beginning with another tag or label."""


def arrivals(collector: Collector, taken: Input, source: Source) -> list[Arrival]:
    """What each output that takes the tag gets."""
    carried = _taken(taken, source)
    return list(_routed(collector, taken, _tag(taken, source), text(taken.options, "@label"), carried, 0))


def _tag(taken: Input, source: Source) -> str:
    """A star becomes the file's path with dots; what is forwarded brings its own."""
    if taken.kind in ("forward", "secure_forward", "http") or not taken.name:
        return source.tag
    path = source.destination.target or "var.log.containers.app.log"
    return re.sub(r"\*+", path.strip("/").replace("/", "."), taken.name)


def _taken(taken: Input, source: Source) -> Carried:
    if source.carried is not None:
        return Carried(dict(source.carried), open=source.line.open)
    if taken.kind in ("forward", "secure_forward"):
        sent = {
            "container_id": anything("an id"),
            "container_name": anything("a name"),
            "source": anything("a stream"),
            "log": source.line.text,
        }
        return Carried(dict(sent))
    line, wrapped = raw(source, taken)
    parse = below(taken.options, "parse") or {
        key: one for key, one in taken.options.items() if key.startswith(("format", "time_", "keep_"))
    }
    carried = Carried({"message": line.text})
    if wrapped == "pod" and text(parse, "@type", "format").lower() in ("cri", "multi_format", "regexp"):
        return Carried({"log": source.line.text, "message": source.line.text, "stream": anything("the stream")}, open=True)
    found = taken_apart(line.text, parse)
    if found is None:
        carried.unsure(f"what the parser {text(parse, '@type', 'format') or 'it names'} makes of the line is not known")
        return carried
    if not found and line.form != "json":
        carried.lose(KIND, f"the parser {text(parse, '@type', 'format')} does not fit the line, which is skipped", taken.span)
    return Carried(found, dropped=carried.dropped)


def _routed(collector: Collector, taken: Input, tag: str, label: str, carried: Carried, depth: int) -> Iterator[Arrival]:
    if carried.dropped is not None:
        yield Arrival((carried.dropped,))
        return
    if not tag:
        carried.doubt = carried.doubt or "with which tag it comes is not known"
    group = _first(collector, tag, label)
    if not group or depth > _MOST:
        doubt = collector.partial or ("" if tag else "its tag is not known")
        yield from nowhere(taken, KIND, f"no match takes the tag {tag}", doubt)
        return
    place = group[0].options["@scope"].span
    for stage in collector.stages:
        mine = text(stage.options, "@scope") == label and stage.span < place and stage.kind != "rewrite_tag_filter"
        if mine and not carried.lost and (not tag or not stage.match or fits(stage.match, tag)):
            filtered(stage, collector, carried)
    if carried.lost:
        yield from _routed(collector, taken, tag, label, carried, depth)
        return
    for output in group:
        mine_alone = Carried(dict(carried.fields), carried.open, carried.doubt)
        yield from _through(output, collector, taken, tag, label, mine_alone, depth)


def _first(collector: Collector, tag: str, label: str) -> list[Output]:
    """The outputs of the first match that takes the tag; a copy has several."""
    found: dict[Span, list[Output]] = {}
    for one in collector.outputs:
        scope = one.options.get("@scope")
        if scope is not None and str(scope.value or "") == label and (not tag or fits(one.match or "**", tag)):
            found.setdefault(scope.span, []).append(one)
    return next(iter(found.values()), [])


def _through(output: Output, collector: Collector, taken: Input, tag: str, label: str, carried: Carried, depth: int) -> Iterator[Arrival]:
    if output.sink != "inner":
        yield _sent(output, taken, tag, carried)
        return
    other = text(output.options, "@label")
    if output.kind == "relabel" or (other and output.kind != "copy"):
        yield from _routed(collector, taken, tag, other, carried, depth + 1)
        return
    made = retagged(output, collector, tag, label, carried)
    if made is None:
        carried.unsure(f"what {output.kind} makes of it is not followed")
        yield Arrival((nowhere(taken, KIND, "", carried.doubt)[0].hops[0],))
    elif made == tag:
        yield from nowhere(taken, KIND, f"{output.kind} sends it round in a circle", collector.partial)
    elif not made:
        yield from nowhere(taken, KIND, f"no rule of {output.kind} takes it", collector.partial or carried.doubt)
    else:
        yield from _routed(collector, taken, made, label, carried, depth + 1)


def _sent(output: Output, taken: Input, tag: str, carried: Carried) -> Arrival:
    seconds = _flush(output.options)
    if output.kind in ("loki", "grafana_loki"):
        return to_loki(output, taken, carried, KIND, seconds)
    if is_on(output.options, "include_tag_key"):
        carried.put(text(output.options, "tag_key", default="tag"), known(tag))
    arrival = handed(carried, taken, output, KIND, seconds)
    if arrival.store in ("elasticsearch", "opensearch"):
        prefix = text(output.options, "logstash_prefix", default="logstash")
        index = f"{prefix}-" if is_on(output.options, "logstash_format") else text(output.options, "index_name", default="fluentd")
        arrival = indexed(arrival, beginning(index))
    return arrival


def _flush(options: Options) -> float | None:
    told = text(options, "buffer.flush_interval", "flush_interval")
    if text(options, "buffer.flush_mode") == "immediate":
        return 1.0
    if not told:
        return _FLUSH
    unit = {"s": 1.0, "m": 60.0, "h": 3600.0}.get(told[-1:], 1.0)
    try:
        return float(told.rstrip("smh")) * unit
    except ValueError:
        return None
