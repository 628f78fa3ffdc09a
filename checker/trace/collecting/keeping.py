"""Where shippers hand records over: stores, other shippers, consoles; and which line a process leaves in a container's file."""

from __future__ import annotations

import re

from msgspec.structs import replace

from checker.monitoring.model import Input, Output
from checker.trace.collecting.arrival import Arrival
from checker.trace.collecting.carried import Carried
from checker.trace.collecting.sources import Source
from checker.trace.model import Hop, Verdict
from checker.trace.rendering.line import Field, Line, json_line
from checker.trace.wording import Hole, Text, anything, joined, known

STORES = {"es": "elasticsearch", "elasticsearch": "elasticsearch", "elasticsearch_dynamic": "elasticsearch", "opensearch": "opensearch",
          "amazon_es": "opensearch", "aws-elasticsearch-service": "opensearch", "omelasticsearch": "elasticsearch", "loki": "loki",
          "grafana_loki": "loki", "splunk": "splunk", "splunk_hec": "splunk", "splunk_hec_logs": "splunk", "datadog": "datadog",
          "datadog_logs": "datadog"}  # fmt: skip
"""An output's plugin to the store that it fills."""
PROTOCOLS = {"logstash": "beats", "lumberjack": "beats", "forward": "forward", "secure_forward": "forward", "gelf": "gelf",
             "vector": "vector", "omfwd": "syslog", "omrelp": "relp"}  # fmt: skip
"""An output's plugin to what another shipper takes from it."""
TAKING = {"beats": ("beats", "elastic_agent", "logstash", "lumberjack"), "forward": ("forward", "fluent", "fluentforward"),
          "gelf": ("gelf",), "vector": ("vector",), "syslog": ("imtcp", "imudp", "imptcp", "syslog"),
          "relp": ("imrelp", "relp")}  # fmt: skip
"""A protocol to the inputs that take it."""
_DOCKER = re.compile(r"docker/containers")
_POD = re.compile(r"/log/(?:containers|pods)/")
_TIME = Text((Hole("the time", "2026-01-05T12:00:00.123456789Z"),))


def handed(carried: Carried, taken: Input, output: Output, shipper: str, seconds: float | None) -> Arrival:
    """The record as JSON where an output sends it; `Arrival.onward` where that may be another shipper."""
    hop = reading(carried, taken, shipper, seconds)
    if output.sink in ("debug", "null"):
        return Arrival((hop, Hop("sink", Verdict.BROKEN, output.kind, "it is only shown there and kept nowhere", output.span)))
    protocol = PROTOCOLS.get(output.kind, "")
    store = STORES.get(output.kind, output.kind)
    line = json_line(carried.fields, compact=True, open_=carried.open)
    if protocol:
        why = f"it is sent on to {output.kind}, of which no configuration is in this project"
        return Arrival((hop, Hop("sink", Verdict.UNKNOWN, output.kind, why, output.span, None)), line, {}, True, "", onward=protocol)
    sink = Hop("sink", Verdict.OK, store, f"it is sent to {store}", output.span, shown=line.text.shown[:400])
    return Arrival((hop, sink), line, {}, True, store)


def reading(carried: Carried, taken: Input, shipper: str, seconds: float | None) -> Hop:
    """The shipper's own hop."""
    verdict = Verdict.UNKNOWN if carried.doubt else Verdict.OK
    return Hop("shipper", verdict, shipper, carried.doubt or f"{taken.kind} reads it", taken.span, seconds)


def indexed(arrival: Arrival, index: Text | None) -> Arrival:
    """With the index that it is kept in."""
    return arrival if index is None else replace(arrival, labels={"_index": index})


def beginning(template: str) -> Text | None:
    """The part of an index's name before what is filled in; ``None`` where it begins with that."""
    before = re.split(r"%|\$\{|\{\{", template)[0]
    return known(before) if before else None


def nowhere(taken: Input, shipper: str, why: str, partial: str) -> list[Arrival]:
    """No output takes it: certain where the shipper's configuration is whole."""
    return [Arrival((Hop("shipper", Verdict.UNKNOWN if partial else Verdict.BROKEN, shipper, partial or why, taken.span),))]


def raw(source: Source, taken: Input) -> tuple[Line, str]:
    """The line as it stands in the file that is read, and what wrapped it: ``docker``, ``cri`` or nothing.

    Docker's json-file driver makes an object of each line; where a container runtime writes pods' files, a head stands before it.
    """
    paths = [str(one.value) for one in taken.paths if one.value]
    if source.destination.kind == "file" or source.carried is not None:
        return source.line, ""
    if any(map(_DOCKER.search, paths)):
        wrapped: dict[str, Field] = {"log": joined((source.line.text, known("\n"))), "stream": anything("the stream"), "time": _TIME}
        return json_line(wrapped, compact=True), "docker"
    if any(map(_POD.search, paths)):
        return Line(joined((anything("the runtime's head"), source.line.text)), "", open=True), "pod"
    return source.line, ""
