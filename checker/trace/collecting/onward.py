"""From one shipper to the next: what Filebeat sends to Logstash, Fluent Bit to Fluentd."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from checker.logconfig.destinations import FILE, Destination
from checker.monitoring.model import Collector, Input
from checker.trace.collecting import shippers
from checker.trace.collecting.arrival import Arrival
from checker.trace.collecting.keeping import TAKING
from checker.trace.collecting.sources import Source, reads_file
from checker.trace.evidence import Evidence
from checker.trace.rendering.line import Line

_FURTHEST = 3
"""Shippers behind the first."""


def onward(arrival: Arrival, source: Source, evidence: Evidence, depth: int = 0) -> Iterator[Arrival]:
    """The arrival itself, or what the project's own shippers that take it make of it."""
    if not arrival.onward or arrival.lost or depth >= _FURTHEST or arrival.line is None:
        yield arrival
        return
    if arrival.onward == "file":
        sent = replace(source, destination=Destination(FILE, arrival.tag), line=arrival.line, services=(), drivers=(), carried=None)
        takers = list(_readers(sent, arrival, evidence))
    else:
        line = Line(source.line.text, source.line.form, source.line.fields, open=arrival.line.open)
        sent = replace(source, carried=arrival.line.fields, line=line)
        takers = list(_takers(arrival.onward, evidence))
    if not takers:
        yield replace(arrival, line=None) if arrival.onward == "file" else arrival  # what nobody reads is in no store
        return
    for collector, taken in takers[:2]:
        for one in shippers()[collector.kind].arrivals(collector, taken, sent):
            for further in onward(one, sent, evidence, depth + 1):
                yield replace(further, hops=(*arrival.hops[:-1], *further.hops))


def _readers(sent: Source, arrival: Arrival, evidence: Evidence) -> Iterator[tuple[Collector, Input]]:
    """Inputs that certainly read the file, of other shippers than the one that writes it."""
    known = shippers()
    for collector in evidence.monitored.collectors:
        for one in collector.inputs if collector.kind in known and collector.kind != arrival.hops[0].what else ():
            told = reads_file(one, sent, evidence) if one.paths else None
            if told is not None and told[0]:
                yield collector, one


def _takers(protocol: str, evidence: Evidence) -> Iterator[tuple[Collector, Input]]:
    known = shippers()
    for collector in evidence.monitored.collectors:
        yield from ((collector, one) for one in collector.inputs if one.kind in TAKING[protocol] and collector.kind in known)
