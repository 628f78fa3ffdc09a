"""Records that a function leaves only for who asks: ``def __init__(self, detail=None, log=False): if log: logger.error(detail)``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.flow.literal import unnamed
from checker.source.ir.ways import Branch
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.audit.project.recording.records import Records

_SAYING_YES = "True"
"""What stands behind the annotation of a parameter by whose default a record is left."""
_MOST_NESTED = 4
_SPREAD = "**"


def leaves_none(records: Records, fn: Fn, call: int, callee: Fn) -> bool:
    """Whether all records of a function stand behind a parameter that a call leaves as it is."""
    telling = [step for step in callee.steps if records.step(callee, step)]
    return bool(telling) and all(isinstance(step, Branch) and _is_unasked(records, fn, call, callee, step) for step in telling)


def _is_unasked(records: Records, fn: Fn, call: int, callee: Fn, step: Branch) -> bool:
    for arm in step.arms:
        if not records.block(callee, arm.block):
            continue
        asked = set(_parameters(callee, arm.condition, 0)) if arm.condition >= 0 else set()
        if not asked or not all(_is_left_out(fn, call, callee, position) for position in asked):
            return False
    return True


def _parameters(fn: Fn, node: int, depth: int) -> Iterator[int]:
    """The positions of the parameters that a test asks for."""
    record = fn.body.nodes[unnamed(fn, node)]
    if record[0] == ir.PARAM:
        yield int(record[1])
    inner = record[2] if record[0] == ir.COND else [one for one in record[2] if one >= 0] if record[0] == ir.CALL else []
    for one in inner if depth < _MOST_NESTED else ():
        yield from _parameters(fn, one, depth + 1)


def _is_left_out(fn: Fn, call: int, callee: Fn, position: int) -> bool:
    """Whether a call gives nothing for a parameter that is false unless it does."""
    head = callee.head
    if position < head.required or position >= len(head.params) or _SAYING_YES in head.annotations[position].split():
        return False
    record = fn.body.nodes[call]
    given = len(record[2]) + (callee.owner is not None and not head.flags & ir.STATIC)
    named = {key for key, _ in record[3]}
    return position >= given and not named & {head.params[position], _SPREAD, ""} and -1 not in record[2]
