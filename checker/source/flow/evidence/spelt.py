"""Dicts whose keys all stand in the code, wherever in the project they are written out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.flow.called import given
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_MOST_CALLS = 20
_MOST_PLACES = 60
"""Nodes that are looked at for one value."""


def spelt(follower: Follower, places: Iterable[tuple[Fn, int]]) -> set[tuple[Fn, int]]:
    """The values of such dicts, in whichever branch, caller or called function they are set; none where one key stands nowhere."""
    found, seen, waiting = set[tuple[Fn, int]](), set[tuple[Fn, int]](), list(places)
    while waiting:
        where, node = waiting.pop()
        if (where, node) in seen:
            continue
        seen.add((where, node))
        record = where.body.nodes[node]
        if record[0] == ir.VAR:
            waiting.append((where, record[2]))
        elif record[0] == ir.DROP and record[2] is not None:
            waiting.append((where, record[1]))
        elif record[0] == ir.SET and record[2] is not None:
            found.add((where, record[3]))
            waiting.append((where, record[1]))
        elif record[0] == ir.UNION and len(record) == 2:
            waiting += ((where, part) for part in record[1])
        elif record[0] == ir.DICT and not any(key in (None, "**") for key in record[1]):
            found.update((where, held) for held in record[2])
        elif len(seen) < _MOST_PLACES and (elsewhere := list(_elsewhere(follower, where, record))):
            waiting += elsewhere
        else:
            return set()
    return found


def _elsewhere(follower: Follower, fn: Fn, record: ir.Node) -> Iterator[tuple[Fn, int]]:
    """What a project's function returns in that place, or what every call gives to a parameter; nothing where one is not known."""
    if record[0] == ir.PARAM:
        yield from arguments(follower, fn, record[1])
        return
    part = record[2] if record[0] == ir.UNPACK else None
    call = fn.body.nodes[record[1]] if record[0] == ir.UNPACK else record
    target = _called(follower, fn, call[1]) if call[0] == ir.CALL else None
    if target is None:
        return
    follower.names.reads.heads.add(target.module)
    returned = [target.body.nodes[value] for value in target.body.returns]
    if part is None:
        yield from ((target, value) for value in target.body.returns)
    elif all(value[0] == ir.SEQ and part < len(value[1]) for value in returned):
        yield from ((target, value[1][part]) for value in returned)


def _called(follower: Follower, fn: Fn, callee: int) -> Fn | None:
    """The project's function that is called; of ``super()`` the next one above."""
    entity = follower.names.entity(fn, callee)
    if entity is None or fn.owner is None or entity[0] != "lib":
        return entity[1] if entity is not None and entity[0] == "fn" else None
    of, _, name = entity[1].partition(".")
    above = (base for base in follower.names.mro(fn.owner)[0][1:] if of == "super" and name in base.record.methods)
    return next((base.module.functions[base.record.methods[name]] for base in above), None)


def arguments(follower: Follower, fn: Fn, position: int) -> Iterator[tuple[Fn, int]]:
    """Only of a function that is the project's own affair: what others call may be given anything. Who gives nothing is left out."""
    if fn.owner is None and not fn.name.startswith("_"):
        return
    calls = [call for call in follower.callers.callers(fn) if not call[0].module.facts.test]
    nodes = [(caller, given(caller, call, fn, bound, position)) for caller, call, bound in calls]
    nodes = [(caller, node) for (caller, node), (_, call, _) in zip(nodes, calls, strict=True) if node >= 0 or _is_spread(caller, call)]
    if len(nodes) <= _MOST_CALLS and all(node >= 0 for _, node in nodes):
        yield from nodes


def _is_spread(caller: Fn, call: int) -> bool:
    """Whether a call hands on what nobody knows the number of: ``send(*arguments, **options)``."""
    _, _, arguments, keywords, *_ = caller.body.nodes[call]
    return any(argument < 0 for argument in arguments) or not all(name for name, _ in keywords)
