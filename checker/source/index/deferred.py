"""Calls that somebody else makes: ``pool.submit(send, order)`` and ``Thread(target=send, args=(order,))`` run ``send(order)``."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import Any, NamedTuple

from checker.source import ir
from checker.source.index.scope import Scope
from checker.source.ir.syntax import dotted, last

_POSITIONS = {
    "submit": 0, "to_thread": 0, "run_in_executor": 1, "run_in_threadpool": 0, "run_sync": 0, "start_soon": 0, "add_task": 0,
    "call_soon": 0, "call_soon_threadsafe": 0, "call_later": 1, "call_at": 1,
    "callLater": 1, "callFromThread": 0, "callInThread": 0, "deferToThread": 0, "maybeDeferred": 0,
    "partial": 0, "spawn": 0, "spawn_n": 0, "spawn_later": 1,
}  # fmt: skip
"""Where the function stands among the arguments; what follows is what it is given."""
_THREADS = frozenset({"Thread", "Process", "Timer"})
_TASKS = frozenset({"delay", "apply_async"})
"""Methods of a task or a pool: ``send.delay(order)``, ``send.apply_async(args=[order])``, ``pool.apply_async(send, (order,))``."""
PARTIAL = "partial"
"""What gives a function that is called with more later: no call as it is written in place."""
TOGETHER = "gather"
"""What waits for several coroutines, and gives what each of them comes to."""
EACH = "map"
"""What lets a function run for each of several: ``map(sign_in, names)``, and the method of a pool that is called so."""
NAMES = frozenset(_POSITIONS) | _THREADS | _TASKS | {EACH}
RESULTS = frozenset({"run_in_executor", "to_thread", "run_in_threadpool", "run_sync", "deferToThread", "maybeDeferred"})
"""Those whose result is what the function gives: of asyncio, Starlette, anyio, Tornado and Twisted."""
_ALONE = RESULTS - {"run_sync", "maybeDeferred"}
"""Those that nobody else has a method called like, so that they need be given no more than the function."""
_WRAPPERS = frozenset({"sync_to_async", "database_sync_to_async", "async_to_sync", "asyncify"})
"""Calls that make of a function one that runs in a thread, or the other way round, and is called like it."""


class Wrapped(NamedTuple):
    """A call as it would be written without what was put around its function."""

    node: ast.Call
    function: int
    given: list[int]
    """What the function is given before all else."""
    named: list[list[Any]]


def wrapped(scope: Scope, node: ast.Call, function: int) -> Wrapped | None:
    """``sync_to_async(check)(given)`` and ``partial(check, kept)(given)``, both of them ``check(...)``; ``None`` of any other call."""
    around = node.func
    record = scope.nodes[function]
    name = last(around.func) if isinstance(around, ast.Call) and record[0] == ir.CALL else ""
    if not isinstance(around, ast.Call) or (name != PARTIAL and name not in _WRAPPERS) or min(record[2], default=-1) < 0:
        return None
    inner = around.args[0]
    if not isinstance(inner, (ast.Name, ast.Attribute)):
        return None
    bound = name == PARTIAL
    args, keywords = (around.args[1:], around.keywords) if bound else ([], [])
    made = ast.Call(func=inner, args=[*args, *node.args], keywords=[*keywords, *node.keywords])
    return Wrapped(ast.copy_location(made, node), record[2][0], record[2][1:] if bound else [], list(record[3]) if bound else [])


def run(scope: Scope, node: ast.Call, name: str, arguments: Sequence[int], keywords: Sequence[Sequence[Any]]) -> ast.Call | None:
    """Note the call that another call leads to, as the last of the scope's calls; ``None`` where it leads to none that is known.

    What is given has nodes already: nothing is read twice. The result is the call as it would be written in place.
    """
    if name in _THREADS:
        found = _of_thread(scope, node, keywords)
    elif name in _TASKS:
        found = _of_task(scope, node, name, arguments, keywords)
    elif name == EACH:
        found = _of_each(scope, node, arguments)
    else:
        position = _POSITIONS[name]
        named = [(item, value) for item, (_, value) in zip(node.keywords, keywords, strict=True) if item.arg]
        if len(arguments) < position + (1 if named or name in _ALONE else 2) or min(arguments) < 0:
            return None
        if name == PARTIAL and dotted(node.args[0]).count(".") > 1:  # of what another object does in the end, nothing is known
            return None
        found = node.args[position], arguments[position], node.args[position + 1 :], list(arguments[position + 1 :]), named
        found = _bound(scope, found)
    if found is None or not isinstance(found[0], (ast.Name, ast.Attribute)):
        return None
    function, callee, written, given, extra = found
    scope.nodes.append((ir.CALL, callee, given, [[item.arg, value] for item, value in extra], node.lineno, node.col_offset))
    scope.calls.append(len(scope.nodes) - 1)
    made = ast.Call(func=function, args=list(written), keywords=[item for item, _ in extra])
    return ast.copy_location(made, node)


_Found = tuple[ast.expr, int, Sequence[ast.expr], list[int], list[tuple[ast.keyword, int]]]


def _bound(scope: Scope, found: _Found) -> _Found:
    """The same with what ``partial(check, kept)`` has bound before: that is what is run."""
    function, callee, written, given, extra = found
    record = scope.nodes[callee]
    if not isinstance(function, ast.Call) or last(function.func) != PARTIAL or record[0] != ir.CALL or min(record[2], default=-1) < 0:
        return found
    named = [(item, value) for item, (_, value) in zip(function.keywords, record[3], strict=True) if item.arg]
    return function.args[0], record[2][0], [*function.args[1:], *written], [*record[2][1:], *given], [*named, *extra]


def _of_thread(scope: Scope, node: ast.Call, keywords: Sequence[Sequence[Any]]) -> _Found | None:
    """``Thread(target=send, args=(order,))``"""
    by_name = {item.arg: (item.value, value) for item, (_, value) in zip(node.keywords, keywords, strict=True)}
    target, args = by_name.get("target") or by_name.get("function"), by_name.get("args")
    named = _named(scope, *by_name["kwargs"]) if "kwargs" in by_name else []
    if target is None or (args is None and not named) or (args is not None and not isinstance(args[0], (ast.Tuple, ast.List))):
        return None
    function, callee = target
    if args is None or not isinstance(args[0], (ast.Tuple, ast.List)):
        return function, callee, [], [], named
    items = scope.nodes[args[1]]
    if items[0] != ir.SEQ or len(items[1]) != len(args[0].elts):
        return None
    return function, callee, args[0].elts, list(items[1]), named


def _of_task(scope: Scope, node: ast.Call, name: str, arguments: Sequence[int], keywords: Sequence[Sequence[Any]]) -> _Found | None:
    """What a task's own method is given for it, or a pool's for a function."""
    callee = scope.nodes[scope.nodes[scope.calls[-1]][1]]
    if not isinstance(node.func, ast.Attribute) or callee[0] != ir.ATTR or min(arguments, default=0) < 0:
        return None
    by_name = {item.arg: (item.value, value) for item, (_, value) in zip(node.keywords, keywords, strict=True) if item.arg}
    if name == "delay":
        named = [(item, value) for item, (_, value) in zip(node.keywords, keywords, strict=True) if item.arg]
        return node.func.value, callee[1], node.args, list(arguments), named
    of_pool = bool(node.args) and isinstance(node.args[0], (ast.Name, ast.Attribute))
    placed = list(zip(node.args, arguments, strict=True))[1 if of_pool else 0 :]
    given = placed[0] if placed else by_name.get("args")
    extra = placed[1] if len(placed) > 1 else by_name.get("kwds") or by_name.get("kwargs")
    items = scope.nodes[given[1]] if given is not None else (ir.SEQ, [])
    written = given[0].elts if given is not None and isinstance(given[0], (ast.Tuple, ast.List)) else []
    if items[0] != ir.SEQ or len(items[1]) != len(written):
        return None
    function, held = (node.args[0], arguments[0]) if of_pool else (node.func.value, callee[1])
    return function, held, written, list(items[1]), _named(scope, *extra) if extra is not None else []


def _of_each(scope: Scope, node: ast.Call, arguments: Sequence[int]) -> _Found | None:
    """``pool.map(send, orders)``, which is given one of the orders each time."""
    if len(arguments) < 2 or min(arguments) < 0 or not isinstance(node.args[0], (ast.Name, ast.Attribute)):
        return None
    return node.args[0], arguments[0], node.args[1:], [scope.add(ir.ELEM, value) for value in arguments[1:]], []


def _named(scope: Scope, written: ast.expr, value: int) -> list[tuple[ast.keyword, int]]:
    """``kwargs={"order": order}``: what is given by keyword, as far as it is written out."""
    record = scope.nodes[value]
    if not isinstance(written, ast.Dict) or record[0] != ir.DICT or len(record[2]) != len(written.values):
        return []
    given = zip(record[1], written.values, record[2], strict=True)
    return [(ast.keyword(arg=key, value=item), node) for key, item, node in given if isinstance(key, str) and key.isidentifier()]
