"""Vector: from a source along the inputs of transforms to every sink that takes the record (Vector's reference, 0.50)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase

from msgspec.structs import replace

from checker.monitoring.model import Collector, Input, Output, Stage
from checker.trace.collecting.arrival import Arrival
from checker.trace.collecting.carried import Carried, objects
from checker.trace.collecting.derived import in_transform
from checker.trace.collecting.keeping import beginning, handed, indexed, nowhere, reading
from checker.trace.collecting.options import below, heads, is_on, pairs, text, texts
from checker.trace.collecting.sources import Source
from checker.trace.collecting.vrl.doing import Program, condition
from checker.trace.model import Hop, Verdict
from checker.trace.rendering.line import Line, json_line
from checker.trace.wording import Text, anything, joined, known

KIND = "vector"
_BATCH = 1.0
"""``batch.timeout_secs``"""
_TEMPLATE = re.compile(r"\{\{(?P<path>[^{}]*)\}\}")
_FURTHEST = 20
_LOSSLESS = frozenset(("dedupe", "tag_cardinality_limit", "reduce", "aggregate", "trace_to_log", "log_to_metric", "metric_to_log"))


def arrivals(collector: Collector, taken: Input, source: Source) -> list[Arrival]:
    """What each sink gets."""
    found = list(_onward(collector, taken.name, "", _taken(taken, source), taken, 0)) if taken.name else []
    kept = [one for one in found if not one.lost]
    return kept or found or nowhere(taken, KIND, f"nothing takes what {taken.name} reads", collector.partial)


def _taken(taken: Input, source: Source) -> Carried:
    if source.carried is not None:
        return Carried(dict(source.carried), open=source.line.open)
    carried = Carried({"message": source.line.text})
    if text(taken.options, "decoding.codec") == "json":
        carried.fields = objects(source.line.text) or carried.fields
    for name in ("host", "source_type", "timestamp", "stream", "container_name", "label", "kubernetes", "file"):
        carried.fields.setdefault(name, anything(name))
    return carried


def _onward(collector: Collector, node: str, port: str, carried: Carried, taken: Input, depth: int) -> Iterator[Arrival]:
    """To everything that names the node, or one of its outputs, among its inputs."""
    names = {node, f"{node}.{port}"} if not port else {f"{node}.{port}"}
    targets = [edge.target for edge in collector.edges if any(fnmatchcase(one, edge.source) for one in names)]
    for target in targets if depth < _FURTHEST else ():
        mine = Carried(dict(carried.fields), carried.open, carried.doubt)
        stages = [one for one in collector.stages if one.name == target]
        yield from (_sent(one, taken, mine) for one in collector.outputs if one.name == target)
        if stages:
            yield from _transformed(collector, target, stages, mine, taken, depth)


def _transformed(collector: Collector, name: str, stages: list[Stage], carried: Carried, taken: Input, depth: int) -> Iterator[Arrival]:
    first, options = stages[0], stages[0].options
    kind = text(options, "type")
    if kind in ("route", "exclusive_route"):
        yield from _routed(collector, name, stages[0], carried, taken, depth)
        return
    if kind == "filter":
        told = text(options, "condition", "condition.source")
        carried.decide(condition(told, carried), KIND, f"the filter {name}", first.span, keeps=True)
    elif kind == "remap":
        _remapped(name, first, carried)
    elif kind in ("sample", "throttle"):
        carried.doubt = carried.doubt or f"{kind} keeps only a part"
    elif kind not in _LOSSLESS:
        carried.unsure(f"what {kind} makes of it is not followed")
    if carried.dropped is not None:
        yield Arrival((carried.dropped,))
    elif kind == "log_to_metric":
        yield from _measured(collector, name, first, carried)
    elif kind != "aggregate":
        yield from _onward(collector, name, "", carried, taken, depth + 1)


def _measured(collector: Collector, name: str, stage: Stage, carried: Carried) -> Iterator[Arrival]:
    """What the transform counts it in, where a sink exposes or sends that to Prometheus."""
    for output in _behind(collector, name):
        for one in in_transform(stage, carried, text(output.options, "default_namespace")):
            hop = replace(one, doubt=one.doubt or carried.doubt).hop(KIND, _BATCH)
            sent = () if output.kind == "prometheus_exporter" else (Hop("sink", Verdict.OK, "prometheus", "it is sent there", output.span),)
            yield Arrival((hop, *sent), metric=one.metric)


def _behind(collector: Collector, name: str) -> list[Output]:
    """The sinks for Prometheus that a transform's measurements reach, by way of others or at once."""
    waiting, seen = [name], set[str]()
    while waiting:
        one = waiting.pop()
        if one not in seen:
            seen.add(one)
            waiting += [edge.target for edge in collector.edges if fnmatchcase(one, edge.source)]
    return [one for one in collector.outputs if one.name in seen and one.kind in ("prometheus_exporter", "prometheus_remote_write")]


def _remapped(name: str, stage: Stage, carried: Carried) -> None:
    """``abort`` drops by default; an error leaves the record as it was, unless told otherwise."""
    source = stage.options.get("source")
    if source is None or not isinstance(source.value, str) or source.open:
        carried.unsure(f"the program of {name} is not known")
        return
    ended = Program(carried).run(source.value)
    if ended and is_on(stage.options, f"drop_on_{ended}", default=ended == "abort"):
        carried.lose(KIND, f"the transform {name} drops it by {ended}", stage.span)


def _routed(collector: Collector, name: str, stage: Stage, carried: Carried, taken: Input, depth: int) -> Iterator[Arrival]:
    """Each route whose condition holds; what fits none goes to ``_unmatched``."""
    told = below(stage.options, "route")
    outcomes = {}
    for port in heads({path: one for path, one in told.items() if path}):
        match = condition(text(told, port, f"{port}.source"), carried)
        outcomes[port] = match
        doubt = f"the route {port} may take it: {match.why}" if match.outcome is None else ""
        mine = Carried(dict(carried.fields), carried.open, carried.doubt or doubt)
        if match.outcome is not False:
            yield from _onward(collector, name, port, mine, taken, depth + 1)
    if not any(match.outcome for match in outcomes.values()):
        yield from _onward(collector, name, "_unmatched", carried, taken, depth + 1)


def _filled(template: str, carried: Carried) -> Text:
    made: list[Text] = []
    at = 0
    for match in _TEMPLATE.finditer(template):
        held = carried.text(match["path"].strip())
        made += [known(template[at : match.start()]), held if held is not None else anything(match["path"].strip())]
        at = match.end()
    return joined((*made, known(template[at:])))


def _sent(output: Output, taken: Input, carried: Carried) -> Arrival:
    kept = texts(output.options, "encoding.only_fields")
    if kept:
        carried.fields = {name: one for name, one in carried.fields.items() if name in kept}
    for path in texts(output.options, "encoding.except_fields"):
        carried.remove(path)
    if output.kind == "loki":
        return _to_loki(output, taken, carried)
    arrival = handed(carried, taken, output, KIND, _BATCH)
    if arrival.store in ("elasticsearch", "opensearch"):
        arrival = indexed(arrival, beginning(text(output.options, "bulk.index", default="vector-")))
    return arrival


def _to_loki(output: Output, taken: Input, carried: Carried) -> Arrival:
    told = dict(pairs(output.options, "labels"))
    labels = {name: _filled(str(one.value or ""), carried) for name, one in told.items() if "*" not in name}
    open_ = any("*" in name for name in told)
    if is_on(output.options, "remove_label_fields"):
        for one in told.values():
            for match in _TEMPLATE.finditer(str(one.value or "")):
                carried.remove(match["path"].strip())
    codec = text(output.options, "encoding.codec", "encoding", default="json")
    message = carried.text("message")
    line = (
        Line(message or Text(), "text") if codec in ("text", "raw_message") else json_line(carried.fields, compact=True, open_=carried.open)
    )
    if codec in ("text", "raw_message") and message is not None and (inner := objects(message)) is not None:
        line = Line(message, "json", inner)
    sink = Hop("sink", Verdict.OK, "loki", "it is sent to Loki", output.span, shown=line.text.shown[:400])
    return Arrival((reading(carried, taken, KIND, _BATCH), sink), line, labels, open_, "loki")
