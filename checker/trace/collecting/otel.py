"""OpenTelemetry Collector: pipelines of receivers, processors and exporters."""

from __future__ import annotations

from checker.monitoring.model import Collector, Input, Output
from checker.trace.collecting.arrival import Arrival
from checker.trace.collecting.sources import Source
from checker.trace.model import Hop, Verdict
from checker.trace.rendering.line import Line

KIND = "otel"
_BATCH = 1.0
"""The batch processor waits 200 ms; what an exporter's queue adds is less than that."""
_LOKI = frozenset(("loki", "otlphttp", "otlp_http"))


def arrivals(collector: Collector, taken: Input, source: Source) -> list[Arrival]:
    """What each exporter of the receiver's log pipelines gets."""
    pipelines = [edge.target for edge in collector.edges if edge.source == taken.name and edge.target.partition("/")[0] == "logs"]
    if not pipelines:
        why = f"the receiver {taken.name} stands in no pipeline for logs"
        return [
            Arrival((Hop("shipper", Verdict.UNKNOWN if collector.partial else Verdict.BROKEN, KIND, collector.partial or why, taken.span),))
        ]
    return [one for name in pipelines for one in _along(collector, name, taken, source)]


def _along(collector: Collector, pipeline: str, taken: Input, source: Source) -> list[Arrival]:
    names = [edge.target for edge in collector.edges if edge.source == pipeline]
    stages = [stage for name in names for stage in collector.stages if stage.name == name]
    doubt = next((f"{stage.name} may drop it" for stage in stages if stage.action in ("drop", "keep", "sample")), "")
    changed = any(stage.kind in ("transform", "logstransform", "attributes", "resource") for stage in stages)
    hop = Hop(
        "shipper", Verdict.UNKNOWN if doubt else Verdict.OK, KIND, doubt or f"{taken.name} takes it into {pipeline}", taken.span, _BATCH
    )
    outputs = [one for name in names for one in collector.outputs if one.name == name]
    return [_arrival(hop, one, source.line, changed=changed) for one in outputs] or [Arrival((hop,), source.line)]


def _arrival(hop: Hop, output: Output, line: Line, *, changed: bool) -> Arrival:
    if output.sink in ("debug", "null"):
        return Arrival((hop, Hop("sink", Verdict.BROKEN, output.kind, "it is only shown there and kept nowhere", output.span)))
    host = str(output.target.host.value) if output.target is not None and output.target.host is not None else ""
    url = str(getattr(output.options.get("endpoint") or output.options.get("logs_endpoint"), "value", "") or "")
    store = "loki" if output.kind == "loki" or (output.kind in _LOKI and ("loki" in host or "loki" in url)) else output.kind
    sink = Hop("sink", Verdict.OK, store, f"it is sent by {output.name}", output.span)
    made = Line(line.text, line.form, line.fields, open=line.open or changed)
    return Arrival((hop, sink), made, {}, True, store)
