"""From one shipper to the next: what Filebeat sends to Logstash, Fluent Bit to Fluentd."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from checker.monitoring.model import Collector, Input
from checker.trace.collecting import shippers
from checker.trace.collecting.arrival import Arrival
from checker.trace.collecting.keeping import TAKING
from checker.trace.collecting.sources import Source
from checker.trace.evidence import Evidence
from checker.trace.rendering.line import Line

_FURTHEST = 3
"""Shippers behind the first."""


def onward(arrival: Arrival, source: Source, evidence: Evidence, depth: int = 0) -> Iterator[Arrival]:
    """The arrival itself, or what the project's own shippers that take it make of it."""
    takers = list(_takers(arrival.onward, evidence)) if arrival.onward and not arrival.lost and depth < _FURTHEST else []
    if not takers or arrival.line is None:
        yield arrival
        return
    sent = replace(
        source, carried=arrival.line.fields, line=Line(source.line.text, source.line.form, source.line.fields, open=arrival.line.open)
    )
    for collector, taken in takers[:2]:
        for one in shippers()[collector.kind].arrivals(collector, taken, sent):
            for further in onward(one, sent, evidence, depth + 1):
                yield replace(further, hops=(*arrival.hops[:-1], *further.hops))


def _takers(protocol: str, evidence: Evidence) -> Iterator[tuple[Collector, Input]]:
    known = shippers()
    for collector in evidence.monitored.collectors:
        yield from ((collector, one) for one in collector.inputs if one.kind in TAKING[protocol] and collector.kind in known)
