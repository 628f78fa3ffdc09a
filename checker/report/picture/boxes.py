"""Boxes in columns and the ways between them: what a picture shows, before anything has a place."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec


class Box(msgspec.Struct, frozen=True):
    """One box."""

    key: str
    column: int
    lines: tuple[str, ...]
    """The name first."""
    mark: str = ""
    """``dropped`` (nothing gets through), ``unknown``, ``good``, or ``""``."""


class Graph(msgspec.Struct, frozen=True):
    """All boxes, and the ways between them by their keys."""

    columns: tuple[str, ...]
    """Their heads, from left to right."""
    boxes: tuple[Box, ...]
    ways: tuple[tuple[str, str], ...]


def ordered(made: Graph) -> list[list[Box]]:
    """Each column so that ways cross little: behind the first, a box stands at the mean height of those that lead to it."""
    parts: list[list[Box]] = [[] for _ in made.columns]
    for box in made.boxes:
        parts[box.column].append(box)
    places = {box.key: float(at) for at, box in enumerate(parts[0])}
    for part in parts[1:]:
        part.sort(key=lambda box: (_mean(places, [start for start, end in made.ways if end == box.key]), box.key))
        places |= {box.key: float(at) for at, box in enumerate(part)}
    return parts


def _mean(places: dict[str, float], keys: Sequence[str]) -> float:
    known = [places[key] for key in keys if key in places]
    return sum(known) / len(known) if known else float("inf")
