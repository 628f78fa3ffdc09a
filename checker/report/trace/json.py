"""For other programs.

``summary`` (events by verdict); ``events``: for each ``name`` its ``verdict``, ``cells`` (verdict by kind of hop) and ``chains``, one for
each place that writes it, with ``event``, ``verdict``, ``seconds``, ``allowed``, ``hops`` and the ``others`` of its ways;
``unfed``; ``notes``.
"""

from __future__ import annotations

from typing import Any

from checker.model import Span
from checker.report.escape import json_text, well_formed
from checker.report.trace import Traced, told
from checker.trace.model import Chain, Event, Hop, Metric, Row, Verdict, Way

NAME = "json"


def render(traced: Traced) -> str:
    """One document."""
    rows = list(traced.matrix.rows())
    return json_text(
        {
            "tool": {"name": "logproof", "version": traced.version},
            "date": traced.today,
            "event": well_formed(traced.event),
            "summary": {one.value: sum(row.verdict is one for row in rows) for one in Verdict},
            "events": list(map(_row, rows)),
            "unfed": [
                {"name": well_formed(one.name), "verdict": one.verdict.value, "why": well_formed(one.why), **_place(one.span)}
                for one in traced.matrix.unfed
            ],
            "notes": list(map(well_formed, traced.matrix.notes)),
        }
    )


def _row(row: Row) -> dict[str, Any]:
    cells = {kind: row.cell(kind).verdict for kind in told.HEADS}
    return {
        "name": well_formed(row.name),
        "verdict": row.verdict.value,
        "cells": {kind: verdict.value if verdict is not None else None for kind, verdict in cells.items()},
        "chains": list(map(_chain, row.chains)),
    }


def _chain(chain: Chain) -> dict[str, Any]:
    return {
        "event": _event(chain.event),
        "verdict": chain.verdict.value,
        "seconds": chain.seconds,
        "allowed": chain.allowed,
        "late": chain.late,
        "hops": _hops(chain.way),
        "others": [{"verdict": way.verdict.value, "seconds": way.seconds, "hops": _hops(way)} for way in chain.others],
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        **_place(event.span),
        "origin": event.origin,
        "named-by": event.named,
        "own-name": well_formed(event.own),
        "logger": well_formed(event.logger) if event.logger is not None else None,
        "level": event.level,
        "template": well_formed(event.template),
        "fields": _values(event.fields),
        "function": well_formed(event.function),
        "sink": event.sink,
        "framework": event.framework,
        "metric": _metric(event.metric),
        "exception": event.exception,
    }


def _metric(metric: Metric | None) -> dict[str, Any] | None:
    return {"name": well_formed(metric.name), "kind": metric.kind, "labels": _values(metric.labels)} if metric is not None else None


def _values(held: Any) -> dict[str, str | None]:
    return {well_formed(key): well_formed(value) if value is not None else None for key, value in held.items()}


def _hops(way: Way) -> list[dict[str, Any]]:
    return [_hop(hop) for hop in way.hops]


def _hop(hop: Hop) -> dict[str, Any]:
    return {
        "kind": hop.kind,
        "verdict": hop.verdict.value,
        "what": well_formed(hop.what),
        "why": well_formed(hop.why),
        **_place(hop.span),
        "seconds": hop.seconds,
        "shown": well_formed(hop.shown),
    }


def _place(span: Span | None) -> dict[str, Any]:
    return {"path": well_formed(span.path) if span is not None else None, "line": span.line if span is not None else None}
