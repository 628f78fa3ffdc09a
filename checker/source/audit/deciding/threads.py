"""Whom a call asks that hands the question to a thread: ``await run_in_executor(None, checkpw, given, kept)``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_AT = {"run_in_executor": 1, "to_thread": 0, "run_in_threadpool": 0, "run_sync": 0, "deferToThread": 0}
"""Which argument is run: of asyncio, Starlette, anyio and Twisted."""
_WRAPPING = frozenset({"sync_to_async", "database_sync_to_async", "async_to_sync", "asyncify"})
"""Calls that make of a function one that is run in a thread, or the other way round."""
_BINDING = "partial"
HANDING = frozenset({*_AT, *_WRAPPING})


def asked(follower: Follower, fn: Fn, call: int) -> int:
    """The node of the function that a call runs, by itself or in a thread."""
    record = fn.body.nodes[call]
    callee = int(record[1])
    made = fn.body.nodes[callee]
    if made[0] == ir.CALL and _last(follower, fn, made) in _WRAPPING:
        return _given(fn, made, 0, callee)
    position = _AT.get(_last(follower, fn, record), -1)
    found = _given(fn, record, position, callee) if position >= 0 else callee
    bound = fn.body.nodes[found]
    return _given(fn, bound, 0, found) if bound[0] == ir.CALL and _last(follower, fn, bound) == _BINDING else found


def _last(follower: Follower, fn: Fn, call: ir.Node) -> str:
    return follower.text(fn, call[1]).rpartition(".")[2]


def _given(fn: Fn, call: ir.Node, position: int, other: int) -> int:
    """The function that a call is given there, ``other`` where it is given none."""
    node = int(call[2][position]) if len(call[2]) > position else -1
    return node if node >= 0 and fn.body.nodes[node][0] in (ir.ATTR, ir.GLOBAL, ir.IMPORT, ir.CALL) else other
