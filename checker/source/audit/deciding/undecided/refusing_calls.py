"""Calls whose answer was no, or nothing, where a test held or failed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.flow.literal import bare
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_GOOD = frozenset({"ok", "success", "successful", "status", "succeeded", "created", "deleted", "changed"})
"""Attributes and keys of an answer that are true where something was done."""
_SUCCEEDED = frozenset({"is_success", "is_success_status", "is_ok"})
_FIELDS = frozenset({"status_code", "status"})
_NONE_OF_THEM = (("<", ir.CONST, 1), ("<=", ir.CONST, 0))
"""How a number of rows is asked for none."""


def refusing_calls(follower: Follower, fn: Fn, node: int, holds: bool, steps: int = 10) -> Iterator[int]:
    """The calls whose answer was no, or nothing, where a test held or failed."""
    node = bare(fn, node)
    record = fn.body.nodes[node]
    if steps == 0:
        return
    if record[0] == ir.CALL:
        if not holds:
            yield node
        if (answer := _answer(follower, fn, record)) >= 0:
            yield from refusing_calls(follower, fn, answer, holds, steps - 1)
    elif _is_verdict(record):
        yield from refusing_calls(follower, fn, record[1], holds, steps - 1)
    elif record[0] == ir.COND:
        operator, operands = record[1], record[2]
        if operator == "not":
            yield from refusing_calls(follower, fn, operands[0], not holds, steps - 1)
        elif operator in ("is", "==", "is not", "!="):
            other = fn.body.nodes[operands[1]]
            if other[0] == ir.CONST and (other[1] is None or other[1] is False or other[1] == 0):
                yield from refusing_calls(follower, fn, operands[0], holds != (operator in ("is", "==")), steps - 1)
        elif (operator, *fn.body.nodes[operands[1]][:2]) in _NONE_OF_THEM:
            yield from refusing_calls(follower, fn, operands[0], not holds, steps - 1)
        elif operator in ("and", "or"):
            said = [list(refusing_calls(follower, fn, one, holds, steps - 1)) for one in operands]
            if (operator == "and") == holds or all(said):  # otherwise it is not known which of them said no
                yield from (call for calls in said for call in calls)


def _answer(follower: Follower, fn: Fn, record: ir.Node) -> int:
    """The answer whose status is asked for, -1 for any other call: ``status.is_success(response.status_code)``."""
    name = follower.text(fn, record[1]).rpartition(".")[2]
    given = fn.body.nodes[record[2][0]] if name in _SUCCEEDED and record[2] and record[2][0] >= 0 else [ir.OPAQUE]
    return int(given[1]) if given[0] == ir.ATTR and given[2] in _FIELDS else -1


def _is_verdict(record: ir.Node) -> bool:
    """Whether a part of an answer says whether it is a yes: the first of a pair, ``ok, answer = ...``, and ``result["status"]``."""
    return (record[0] == ir.UNPACK and record[2] == 0) or (record[0] in (ir.ITEM, ir.ATTR) and record[2] in _GOOD)
