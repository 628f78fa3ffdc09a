"""What a call is given to run, now or a little later: ``loop.call_later(1, tell)``, ``db.execute_write_fn(write)``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.names.lookup import Names

_LATER = frozenset({
    "call_later", "callLater", "call_soon", "call_soon_threadsafe", "submit", "run_in_executor", "Thread", "Timer", "add_task",
    "create_task", "ensure_future", "spawn", "apply_async", "start_soon", "to_thread", "add_callback", "addCallback", "addErrback",
    "run_in_threadpool", "deferToThread", "on_commit"
})  # fmt: skip
_PARTIAL = (("lib", "functools.partial"), ("lib", "functools.partialmethod"))
_RUNNING = frozenset({"run", "execute", "write", "call", "transaction", "atomic", "perform", "apply", "retry", "do", "with"})
"""Words of calls that run a function which was made for them: ``connection.transaction(work)``."""


def handed(names: Names, fn: Fn, name: str, call: ir.Node) -> Iterator[Fn]:
    """The project's functions that a call of that name runs; none where it is no such call."""
    if name not in _LATER and _RUNNING.isdisjoint(split(name)):
        return
    for node in (*call[2], *(value for _, value in call[3])):
        entity = names.entity(fn, node) if node >= 0 else None
        if entity is None or entity[0] != "fn" or entity[1].module.facts.test:
            continue
        if name in _LATER or entity[1].head.parent == fn.index:
            yield entity[1]


def bound(names: Names, fn: Fn, callee: int) -> list[Fn]:
    """The project's function that a name stands for with some of its arguments: ``answer = partial(record_login, request, name)``."""
    record = fn.body.nodes[callee]
    made = fn.body.nodes[record[2]] if record[0] == ir.VAR else record
    if made[0] != ir.CALL or not made[2] or made[2][0] < 0 or names.entity(fn, made[1]) not in _PARTIAL:
        return []
    entity = names.entity(fn, made[2][0])
    return [entity[1]] if entity is not None and entity[0] == "fn" and not entity[1].module.facts.test else []
