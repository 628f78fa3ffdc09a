"""Dicts whose keys all stand in the code, wherever in the project they are written out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.flow.call_index import given
from checker.source.flow.literal import source
from checker.source.lexicon import annotated
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

"""The flag of a function that is read like an attribute."""
_CALLS = 2
"""Functions that hand such pieces on."""
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
        elif (record[0] == ir.DROP and record[2] is not None) or (record[0] == ir.TOUCHED and _only_reads(where, record[2])):
            waiting.append((where, record[1]))
        elif record[0] == ir.SET and record[2] is not None:
            found.add((where, record[3]))
            waiting.append((where, record[1]))
        elif record[0] == ir.UNION and len(record) == 2:
            waiting += ((where, part) for part in record[1])
        elif record[0] == ir.DICT and None not in record[1]:
            for key, held in zip(record[1], record[2], strict=True):
                if key == "**":
                    waiting.append((where, held))
                else:
                    found.add((where, held))
        elif len(seen) < _MOST_PLACES and (elsewhere := list(_elsewhere(follower, where, record))):
            waiting += elsewhere
        else:
            return set()
    return found


def _only_reads(fn: Fn, call: int) -> bool:
    """Whether a call leaves alone what it is given: ``session.headers.update(headers)``."""
    callee = fn.body.nodes[fn.body.nodes[call][1]] if fn.body.nodes[call][0] == ir.CALL else [ir.OPAQUE]
    return callee[0] == ir.ATTR and callee[2] == "update"


def _elsewhere(follower: Follower, fn: Fn, record: ir.Node) -> Iterator[tuple[Fn, int]]:
    """What a project's function returns in that place, or what every call gives to a parameter; nothing where one is not known."""
    if record[0] == ir.PARAM:
        yield from arguments(follower, fn, record[1])
        return
    if record[0] == ir.ATTR:
        yield from _computed(follower, fn, record)
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


def _computed(follower: Follower, fn: Fn, record: ir.Node) -> Iterator[tuple[Fn, int]]:
    """What a property gives: ``self.user_agent_header``"""
    owner = follower.names.entity(fn, record[1])
    method = follower.names.method(owner[1], record[2]) if owner is not None and owner[0] == "inst" else None
    if method is not None and method.head.flags & ir.PROPERTY:
        follower.names.reads.heads.add(method.module)
        yield from ((method, value) for value in method.body.returns)


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
    if fn.owner is None and not fn.name.startswith("_") and fn.head.parent <= 0:
        return
    calls = [call for call in follower.callers.callers(fn) if not call[0].module.facts.test]
    nodes = [(caller, given(caller, call, fn, bound, position)) for caller, call, bound in calls]
    nodes = [(caller, node) for (caller, node), (_, call, _) in zip(nodes, calls, strict=True) if node >= 0 or _is_spread(caller, call)]
    if len(nodes) <= _MOST_CALLS and all(node >= 0 for _, node in nodes):
        yield from nodes


def is_given_apart(follower: Follower, fn: Fn, position: int, kind: str) -> bool:
    """Whether a parameter that is called headers or an environment is no such thing: every call spells out what is in it, or gives the
    pieces of a text; or it is a text, ``environment: str``, one stage of several."""
    if kind == "environ" and annotated.is_text(fn.head.annotations[position]):
        return True
    return follower.by_name.spelt_out.is_given(fn, position) or _is_given_cut(follower, fn, position)


def _is_given_cut(follower: Follower, fn: Fn, position: int) -> bool:
    """Whether every call gives a parameter the pieces of a text, ``header_line.split(",")``: columns, no headers of a request."""
    given_to = list(arguments(follower, fn, position))
    return bool(given_to) and all(_is_cut(follower, caller, node, _CALLS) for caller, node in given_to)


def _is_cut(follower: Follower, fn: Fn, node: int, depth: int) -> bool:
    record = source(fn, node)
    if record[0] != ir.CALL:
        return False
    if follower.text(fn, record[1]).endswith((".split", ".splitlines")):
        return True
    target = _called(follower, fn, record[1]) if depth else None
    if target is None:
        return False
    follower.names.reads.heads.add(target.module)
    return bool(target.body.returns) and all(_is_cut(follower, target, value, depth - 1) for value in target.body.returns)


def _is_spread(caller: Fn, call: int) -> bool:
    """Whether a call hands on what nobody knows the number of: ``send(*arguments, **options)``."""
    _, _, arguments, keywords, *_ = caller.body.nodes[call]
    return any(argument < 0 for argument in arguments) or not all(name for name, _ in keywords)
