"""Fluentd's output for Loki: which fields become labels, and which line is left (fluent-plugin-grafana-loki 1.2)."""

from __future__ import annotations

import re

from checker.monitoring.model import Input, Output
from checker.trace.collecting.arrival import Arrival
from checker.trace.collecting.carried import Carried
from checker.trace.collecting.keeping import reading
from checker.trace.collecting.options import is_on, pairs, text
from checker.trace.model import Hop, Verdict
from checker.trace.rendering.line import Line, json_line, logfmt_line
from checker.trace.wording import Text, anything, known

_EXTRA = re.compile(r"\"(\w+)\"\s*(?::|=>)\s*\"([^\"]*)\"")


def to_loki(output: Output, taken: Input, carried: Carried, shipper: str, seconds: float | None) -> Arrival:
    """``<label>`` takes fields out of the record; ``extra_labels`` adds; a single field that is left may stand alone."""
    options = output.options
    labels: dict[str, Text] = {name: known(value) for name, value in _EXTRA.findall(text(options, "extra_labels"))}
    for name, one in pairs(options, "label"):
        told = str(one.value or "").strip()
        if told == "fluentd_worker":
            continue
        path = told or name
        held = carried.text(path)
        if held is not None:
            labels[name] = held
            carried.remove(path)
        elif carried.may_hold(path):
            labels[name] = anything(f"the label {name}")
    for path in re.findall(r"[^\s,\"'\[\]]+", text(options, "remove_keys")):
        carried.remove(path)
    open_ = carried.open or is_on(options, "extract_kubernetes_labels")
    hop = reading(carried, taken, shipper, seconds)
    line = _line(carried, text(options, "line_format", default="json"), alone=is_on(options, "drop_single_key"))
    sink = Hop("sink", Verdict.OK, "loki", "it is sent to Loki", output.span, shown=line.text.shown[:400])
    return Arrival((hop, sink), line, labels, open_ or not labels, "loki")


def _line(carried: Carried, kind: str, *, alone: bool) -> Line:
    held = list(carried.fields.values())
    if alone and len(held) == 1 and isinstance(held[0], Text) and not carried.open:
        return Line(held[0], "text")
    if kind == "key_value":
        return logfmt_line({key: one for key, one in carried.fields.items() if isinstance(one, Text)})
    return json_line(carried.fields, compact=True, open_=carried.open)
