"""Grafana Alloy: components that hand on to each other, with Promtail's stages in `loki.process`."""

from __future__ import annotations

import re

from checker.monitoring.model import Collector, Input, Output, Stage
from checker.trace.collecting.arrival import Arrival
from checker.trace.collecting.loki_stages import Passing, counted, mismatched, through
from checker.trace.collecting.sources import Source
from checker.trace.model import Hop, Verdict
from checker.trace.wording import Text, known

KIND = "alloy"
_BATCH = 1.0
_LABEL = re.compile(r"\"?(?<!\w)(?P<name>[A-Za-z_]\w*)\"?\s*=\s*\"(?P<value>[^\"]*)\"")
_MOST = 200


def arrivals(collector: Collector, taken: Input, source: Source) -> list[Arrival]:
    """What each `loki.write` gets."""
    found = [arrival for way in _ways(collector, taken.name) for arrival in _along(collector, way, taken, source)]
    if found:
        return found
    doubt = collector.partial or "its receiver is not known"
    hop = Hop(
        "shipper",
        Verdict.UNKNOWN if collector.partial else Verdict.BROKEN,
        KIND,
        f"nothing takes what {taken.name} reads" if not collector.partial else doubt,
        taken.span,
    )
    return [Arrival((hop,))]


def _ways(collector: Collector, start: str) -> list[list[str]]:
    """Names of components from an input to an output."""
    outputs = {one.name for one in collector.outputs}
    waiting, found = [[start]], list[list[str]]()
    while waiting and len(found) < _MOST:
        way = waiting.pop()
        if way[-1] in outputs:
            found.append(way)
            continue
        waiting += [[*way, edge.target] for edge in collector.edges if edge.source == way[-1] and edge.target not in way]
    return found


def _along(collector: Collector, way: list[str], taken: Input, source: Source) -> list[Arrival]:
    labels, open_ = _labels(taken)
    stages: list[Stage] = [stage for name in way for stage in collector.stages if stage.name == name]
    passing = through(stages, Passing(source.line, labels, open_ or any("relabel" in name for name in way)), KIND)
    if passing.dropped is not None:
        return [Arrival((passing.dropped,)), *counted(passing, KIND, _BATCH)]
    output: Output = next(one for one in collector.outputs if one.name == way[-1])
    why = f"{taken.name} reads it{mismatched(passing)}"
    hop = Hop("shipper", Verdict.UNKNOWN if passing.doubt else Verdict.OK, KIND, passing.doubt or why, taken.span, _BATCH)
    if output.sink == "debug":
        echoed = Hop("sink", Verdict.BROKEN, output.kind, "it is only echoed", output.span)
        return [Arrival((hop, echoed)), *counted(passing, KIND, _BATCH)]
    own = passing.mismatch if taken.paths and source.destination.kind == "file" else None
    sink = Hop("sink", Verdict.OK, "loki", "it is sent to Loki", output.span)
    return [Arrival((hop, sink), passing.line, passing.labels, passing.open, "loki", own), *counted(passing, KIND, _BATCH)]


def _labels(taken: Input) -> tuple[dict[str, Text], bool]:
    """Those that the targets write out; discovered ones bring others."""
    targets = str(getattr(taken.options.get("targets"), "value", "") or "")
    held = {match["name"]: known(match["value"]) for match in _LABEL.finditer(targets) if not match["name"].startswith("__")}
    for key, one in taken.options.items():
        if key.startswith("labels.") and isinstance(one.value, str):
            held[key.removeprefix("labels.")] = known(one.value)
    written = targets.strip().startswith("[") and not re.search(r"\b(?:discovery|local)\.", targets)
    return held, not written
