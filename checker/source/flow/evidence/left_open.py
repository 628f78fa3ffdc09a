"""Parameters that nobody has to give: what is called ``headers`` there is what a caller adds to those of a login, and mostly nothing.

Of 22 records that showed such headers and nothing that was seen to be put into them two showed a login. Where a call of the project
puts one in, what that call gives tells it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.flow.call_index import given
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_DEEPEST = 3
"""Callers of callers."""
_MOST_CALLERS = 12
_MOST_STEPS = 24
"""Nodes that are looked at for one value."""
_COPIES = frozenset({"dict", "copy", "deepcopy"})


def is_left_open(follower: Follower, fn: Fn, value: int, text: str) -> bool:
    """Whether a function is given a mapping only by who wants to, and puts nothing of a secret's name into it: ``value`` is what it was
    made of it, -1 for the parameter called ``text`` itself."""
    if value >= 0:
        return _is_of_parameters(follower, fn, value, 0)
    return text in fn.head.params and _may_be_missing(follower, fn, fn.head.params.index(text), 0)


def _may_be_missing(follower: Follower, fn: Fn, position: int, depth: int) -> bool:
    """Whether a parameter has a default, or all that call the function give it what may be missing itself."""
    head = fn.head
    if position in (head.vararg, head.kwarg):
        return False
    if position >= head.required:
        return True
    callers = [call for call in follower.callers.callers(fn) if not call[0].module.facts.test] if depth < _DEEPEST else []
    if not 0 < len(callers) <= _MOST_CALLERS:
        return False
    values = ((caller, given(caller, call, fn, bound, position)) for caller, call, bound in callers)
    return all(value >= 0 and _is_of_parameters(follower, caller, value, depth + 1) for caller, value in values)


def _is_of_parameters(follower: Follower, fn: Fn, value: int, depth: int) -> bool:
    """Whether a value is made of such parameters, with what is written out beside them: ``{"Accept": "text/csv", **(headers or {})}``."""
    nodes, waiting, steps, met = fn.body.nodes, [value], 0, False
    while waiting:
        node = waiting.pop()
        record, steps = nodes[node], steps + 1
        if steps > _MOST_STEPS:
            return False
        if record[0] == ir.PARAM:
            if not _may_be_missing(follower, fn, record[1], depth):
                return False
            met = True
        elif record[0] == ir.UNION:
            waiting += record[1]
        elif record[0] == ir.VAR:
            waiting.append(record[2])
        elif record[0] in (ir.CHECKED, ir.DROP) or (record[0] == ir.SET and _is_harmless(follower, record[2])):
            waiting.append(record[1])
        elif record[0] == ir.DICT and all(key == "**" or _is_harmless(follower, key) for key in record[1]):
            waiting += (held for key, held in zip(record[1], record[2], strict=True) if key == "**")
        elif record[0] == ir.CALL and (copied := _copied(nodes, record)) >= 0:
            waiting.append(copied)
        elif record[0] != ir.CONST:
            return False
    return met


def _is_harmless(follower: Follower, key: str | None) -> bool:
    return key is not None and follower.lexicon.tell(key) is None


def _copied(nodes: list[ir.Node], call: ir.Node) -> int:
    """What ``dict(headers)``, ``headers.copy()`` and ``copy.deepcopy(headers)`` copy, -1 of any other call."""
    callee = nodes[call[1]]
    name = callee[2] if callee[0] == ir.ATTR else callee[1] if callee[0] == ir.GLOBAL else ""
    if name not in _COPIES or call[3]:
        return -1
    if call[2]:
        return int(call[2][0])
    return int(callee[1]) if callee[0] == ir.ATTR and name == "copy" else -1
