"""Calls that somebody else makes: ``pool.submit(send, order)`` and ``Thread(target=send, args=(order,))`` run ``send(order)``."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import Any

from checker.source import ir
from checker.source.index.scope import Scope

_POSITIONS = {
    "submit": 0, "to_thread": 0, "run_in_executor": 1, "run_in_threadpool": 0, "run_sync": 0, "start_soon": 0, "add_task": 0,
    "call_soon": 0, "call_soon_threadsafe": 0, "call_later": 1, "call_at": 1,
    "callLater": 1, "callFromThread": 0, "callInThread": 0, "deferToThread": 0,
}  # fmt: skip
"""Where the function stands among the arguments; what follows is what it is given."""
_THREADS = frozenset({"Thread", "Process", "Timer"})
NAMES = frozenset(_POSITIONS) | _THREADS


def run(scope: Scope, node: ast.Call, name: str, arguments: Sequence[int], keywords: Sequence[Sequence[Any]]) -> ast.Call | None:
    """Note the call that another call leads to, as the last of the scope's calls; ``None`` where it leads to none that is known.

    What is given has nodes already: nothing is read twice. The result is the call as it would be written in place.
    """
    if name in _THREADS:
        found = _of_thread(scope, node, keywords)
    else:
        position = _POSITIONS[name]
        if len(arguments) < position + 2 or min(arguments) < 0:
            return None
        named = [(item, value) for item, (_, value) in zip(node.keywords, keywords, strict=True) if item.arg]
        found = node.args[position], arguments[position], node.args[position + 1 :], list(arguments[position + 1 :]), named
    if found is None or not isinstance(found[0], (ast.Name, ast.Attribute)):
        return None
    function, callee, written, given, extra = found
    scope.nodes.append((ir.CALL, callee, given, [[item.arg, value] for item, value in extra], node.lineno, node.col_offset))
    scope.calls.append(len(scope.nodes) - 1)
    made = ast.Call(func=function, args=list(written), keywords=[item for item, _ in extra])
    return ast.copy_location(made, node)


_Found = tuple[ast.expr, int, Sequence[ast.expr], list[int], list[tuple[ast.keyword, int]]]


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


def _named(scope: Scope, written: ast.expr, value: int) -> list[tuple[ast.keyword, int]]:
    """``kwargs={"order": order}``: what is given by keyword, as far as it is written out."""
    record = scope.nodes[value]
    if not isinstance(written, ast.Dict) or record[0] != ir.DICT or len(record[2]) != len(written.values):
        return []
    given = zip(record[1], written.values, record[2], strict=True)
    return [(ast.keyword(arg=key, value=item), node) for key, item, node in given if isinstance(key, str) and key.isidentifier()]
