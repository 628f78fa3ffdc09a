"""Where a handler's lines arrive: by way of the project's shippers, by the container's logging driver, or at once."""

from __future__ import annotations

from collections.abc import Iterator

from checker.trace.collecting import shippers
from checker.trace.collecting.arrival import Arrival
from checker.trace.collecting.onward import onward
from checker.trace.collecting.sources import Source, could_read, drivers_of, services_of, takers
from checker.trace.events.found import Found
from checker.trace.evidence import Evidence
from checker.trace.model import Hop, Verdict
from checker.trace.passing import Written
from checker.trace.rendering.line import unknown_line

_ELSEWHERE = {
    "mail": "whether somebody reads that is not known",
    "tracker": "the tracker decides whom it tells",
    "syslog": "what becomes of it there is not known",
    "network": "what becomes of it there is not known",
    "system": "what becomes of it there is not known",
}
"""Destinations of which this project does not say who reads them."""
_DIRECT = {"LokiHandler": "loki", "LokiQueueHandler": "loki", "OTLPHandler": "otlp", "CloudWatchLogHandler": "cloudwatch"}


def arrivals(part: Written, one: Found, evidence: Evidence) -> Iterator[Arrival]:
    """Where a handler's lines arrive, by way of shippers or at once."""
    to, line = part.destination, part.line
    if to is None or line is None:
        return
    direct = _DIRECT.get(part.cls.rpartition(".")[2], "")
    if direct:
        yield Arrival((Hop("sink", Verdict.OK, direct, f"the handler sends it to {to.told}", part.span),), line, {}, True, direct)
        return
    path = one.record.path if one.record is not None and one.event.origin == "code" else one.event.span.path
    services = services_of(path, evidence)
    source = Source(to, line, path, services, drivers_of(services, evidence))
    if to.kind in _ELSEWHERE and not takers(source, evidence):
        why = f"it is sent to {to.told}, and {_ELSEWHERE[to.kind]}"
        yield Arrival((Hop("sink", Verdict.UNKNOWN, to.kind, why, part.span, None),))
        return
    driven = next((one for one in source.drivers if one.driver == "loki"), None)
    if driven is not None and to.kind in ("stdout", "stderr", "stream"):
        hop = Hop("shipper", Verdict.OK, "docker", "the container's logging driver sends it", driven.span, 1.0)
        yield Arrival((hop, Hop("sink", Verdict.OK, "loki", "it is sent to Loki", driven.span)), line, {}, True, "loki")
        return
    if not evidence.monitored.collectors:
        hop = Hop("shipper", Verdict.UNKNOWN, "", f"no shipper of this project reads {to.told}, because there is none in it", None, None)
        yield Arrival((hop,), line, {}, True)
        return
    taken = takers(source, evidence)
    if not taken:
        yield _unread(source, part, evidence)
        return
    for each in taken[:4]:
        shipping = shippers().get(each.collector.kind)
        found_here = (
            shipping.arrivals(each.collector, each.input, source) if shipping is not None else [_not_followed(each.collector.kind, source)]
        )
        found_here = [further for arrival in found_here for further in onward(arrival, source, evidence)]
        yield from (_doubted(arrival, each.why) if not each.sure else arrival for arrival in found_here)


def _not_followed(kind: str, source: Source) -> Arrival:
    hop = Hop("shipper", Verdict.UNKNOWN, kind, f"what {kind} makes of it is not followed", None, None)
    return Arrival((hop,), unknown_line(source.line.text, kind))


def _doubted(arrival: Arrival, why: str) -> Arrival:
    first, *rest = arrival.hops
    if first.verdict is Verdict.BROKEN:
        return Arrival((Hop(first.kind, Verdict.UNKNOWN, first.what, f"{why}; {first.why}", first.span, first.seconds),), None)
    doubtful = Hop(first.kind, Verdict.UNKNOWN, first.what, why, first.span, first.seconds)
    return Arrival((doubtful, *rest), arrival.line, arrival.labels, True, arrival.store, metric=arrival.metric)


_SHOWN = 2


def _reading(evidence: Evidence) -> Iterator[str]:
    """Which files the project's shippers read instead."""
    for collector in evidence.monitored.collectors:
        for one in collector.inputs:
            yield from (f"{collector.kind} reads {path.value}" for path in one.paths[:1] if not path.unknown)


def _unread(source: Source, part: Written, evidence: Evidence) -> Arrival:
    """No input reads it: certain for a file whose name is known, where every shipper is whole."""
    to = source.destination
    certain = to.kind == "file" and to.target.startswith("/") and not to.open and not could_read(evidence)
    why = f"what {to.target or part.cls} does with it is not known"
    if to.kind not in ("other", "unknown"):
        told = dict.fromkeys(_reading(evidence))
        why = f"no shipper of the project reads {to.told}" + (f": {' and '.join(list(told)[:_SHOWN])}" if told else "")
    hop = Hop("shipper", Verdict.BROKEN if certain else Verdict.UNKNOWN, "", why, part.span, None)
    return Arrival((hop,), None) if certain else Arrival((hop,), source.line, {}, True)
