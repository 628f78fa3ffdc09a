"""All ways as one picture: what several events pass is one box."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from checker.report.picture.boxes import Box, Graph
from checker.report.picture.drawing import STYLE
from checker.report.picture.drawing import drawing as _drawing
from checker.report.trace import told
from checker.report.trace.matrix import chosen
from checker.trace.model import KINDS, Chain, Hop, Matrix, Verdict

__all__ = ["STYLE", "drawing", "graph"]
_LONGEST, _BETWEEN = 22, 40
_SMALL = frozenset(("formatter", "route", "runbook"))
"""Kinds that are left out where nothing ends at them."""
_MOST = 40
"""Boxes of one column; what stays away is counted."""
_MARKS = {Verdict.BROKEN: "dropped", Verdict.UNKNOWN: "unknown", Verdict.OK: ""}


def drawing(matrix: Matrix, prefix: str) -> str:
    """The picture as SVG; ``prefix`` makes its ids differ from those of others."""
    made = graph(matrix)
    names = {box.key: box.lines[0] for box in made.boxes}
    ways = [f"{names[start]} to {names[end]}" for start, end in made.ways]
    boxes = [f"{made.columns[box.column]} {'; '.join(box.lines)}" for box in made.boxes]
    said = f"{'. '.join(boxes)}. Ways: {', '.join(ways)}." if boxes else "There is nothing to draw."
    return _drawing(made, prefix, "Every way, and what events share on it", said, _LONGEST, _BETWEEN)


def graph(matrix: Matrix) -> Graph:
    """Events and the hops of the ways by which they get furthest, in an order that depends on the trace alone."""
    chains = [chain for row in chosen(matrix) for chain in row.chains]
    kinds = [kind for kind in KINDS if kind != "emitted" and _shown(kind, chains)]
    boxes: dict[str, Box] = {}
    ways: dict[tuple[str, str], None] = {}
    for chain in chains:
        keys = []
        for key, box in _boxes(chain, kinds):
            if key not in boxes and sum(one.column == box.column for one in boxes.values()) >= _MOST:
                break
            boxes[key] = box if key not in boxes else _joined(boxes[key], box)
            keys.append(key)
        ways.update(dict.fromkeys(itertools.pairwise(keys)))
    return Graph(("Event", *(told.HEADS[kind] for kind in kinds)), tuple(boxes.values()), tuple(ways))


def _shown(kind: str, chains: list[Chain]) -> bool:
    found = [hop for chain in chains if (hop := chain.way.hop(kind)) is not None]
    return any(hop.verdict is not Verdict.OK for hop in found) if kind in _SMALL else bool(found)


def _boxes(chain: Chain, kinds: list[str]) -> Iterator[tuple[str, Box]]:
    key = f"event {chain.event.name}"
    yield key, Box(key, 0, (chain.event.name, told.place(chain.event)))
    for hop in chain.hops:
        if hop.kind in kinds:
            key = f"{hop.kind} {hop.what} {told.place(hop)}"
            yield key, Box(key, kinds.index(hop.kind) + 1, tuple(_lines(hop)), _MARKS[hop.verdict])


def _lines(hop: Hop) -> Iterator[str]:
    yield hop.what or "?"
    if place := told.place(hop):
        yield place if len(place) <= _LONGEST else f"…{place[-_LONGEST + 1 :]}"


def _joined(one: Box, other: Box) -> Box:
    """A box that several events come to, marked as it is for the worst of them; an event's own box names each place that writes it."""
    marks = [mark for mark in ("dropped", "unknown", "") if mark in (one.mark, other.mark)]
    lines = dict.fromkeys((*one.lines, *other.lines)) if one.column == 0 else one.lines
    return Box(one.key, one.column, tuple(lines)[:6], marks[0])
