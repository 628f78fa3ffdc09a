"""Errors that stand in a variable until they are raised, and what they say in the code's own words."""

from __future__ import annotations

from collections.abc import Iterable

from checker.source import ir
from checker.source.flow.literal import unnamed
from checker.source.flow.operands import operands
from checker.source.names.elements import Fn

_MOST = 4
"""Calls that may have made one error."""
_MOST_STEPS = 12
_MOST_PARTS = 30
"""Parts of an error's text that are read for words."""


def makings(fn: Fn, value: int) -> list[ir.Node]:
    """The calls that may make what is raised, also some lines before: ``error = Refused(text)``, ``if error: raise error``."""
    found, waiting = list[ir.Node](), [value]
    for _ in range(_MOST_STEPS):
        if not waiting:
            break
        record = fn.body.nodes[unnamed(fn, waiting.pop(0))]
        if record[0] == ir.CALL:
            found.append(record)
        elif record[0] in (ir.CHECKED, ir.TOUCHED):
            waiting.append(record[1])
        elif record[0] == ir.UNION:
            waiting += record[1]
    return found[:_MOST]


def said_by(parts: Iterable[tuple[Fn, int]]) -> str:
    """The literal texts among some values, each in quotes, as they stand in the code."""
    found = []
    for fn, value in parts:
        waiting = [value]
        for _ in range(_MOST_PARTS):
            if not waiting:
                break
            record = fn.body.nodes[unnamed(fn, waiting.pop())]
            if record[0] == ir.CONST and isinstance(record[1], str):
                found.append(record[1].replace('"', " ").replace("\n", " "))
            elif record[0] in (ir.JOIN, ir.UNION, ir.CHECKED, ir.SEQ):
                waiting += operands(record)
    return " ".join(f'"{text}"' for text in found)
