"""What all layers together want to become of each event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from checker.policy.events import EventTable, seconds
from checker.policy.layer import Layer
from checker.policy.schema import Shared
from checker.trace.wanted import Wanted


def wanted(said: Sequence[tuple[Layer, Shared]], settings: type[Shared]) -> tuple[Wanted, ...]:
    """Every event, in the order in which they are first named; what a later layer says of one holds, and what it leaves out stays."""
    merged: dict[str, dict[str, Any]] = {}
    for layer, model in said:
        for name, table in model.events.items():
            line, column = layer.document.place(("events", name))
            given = {"file": layer.label, "line": line or 0, "column": column or 0, **dict(_given(table))}
            first = {"always": isinstance(model, settings)} if name not in merged else {}
            merged[name] = {**merged.get(name, {}), **first, **given}
    return tuple(Wanted(name, **held) for name, held in merged.items())


def _given(table: EventTable) -> Iterator[tuple[str, Any]]:
    """What a table says, by the names of `Wanted`."""
    there = table.model_fields_set
    if "must_be" in there:
        yield "reach", table.must_be
    if "when" in there:
        yield "always", table.when == "always"
    if "fields" in there:
        yield "fields", tuple(table.fields)
    if "max_detect" in there:
        yield "seconds", float(seconds(table.max_detect))
    if "runbook" in there:
        yield "runbook", table.runbook
