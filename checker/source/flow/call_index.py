"""Calls: those of one name and what they run, known in plain data from one run to the next, and what one of them gives."""

from __future__ import annotations

from typing import Any

import msgspec

from checker.source import ir
from checker.source.lexicon.tables import Tables
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn
from checker.source.names.lookup import Names
from checker.source.names.reads import Key, Parts

Call = tuple[Fn, int, bool]
"""The calling function, the call's node, and whether the first parameter is already bound."""
Gates = tuple[tuple[int, bool], ...]
"""Parameters, and whether each must hold or fail for something to be done: of ``if not quiet: log(data)`` that of ``quiet`` must fail."""
_SECRETS = frozenset({"password", "passwd", "pwd", "passphrase", "token", "secret", "secrets", "credentials"})
"""Last words of names of what a function is told to hide."""
_Plain = list[tuple[int, int, list[tuple[int, int, int, bool]]]]


class Called(msgspec.Struct, frozen=True):
    """All calls of one name, and what was read and asked to know what they run."""

    calls: dict[Fn, list[Call]]
    """By the function that they may run."""
    alike: dict[Fn, list[Call]]
    """Calls of what is unknown, by the method of a class that goes by its name: ``self.http.post(...)`` and ``HttpClient``."""
    parts: Parts
    asked: frozenset[Key]
    beyond: frozenset[str]


def plain(called: Called) -> Any:
    """What the calls run, and what was not followed, in plain data."""
    paths = dict[str, int]()

    def of(fn: Fn) -> tuple[int, int]:
        return paths.setdefault(fn.module.path, len(paths)), fn.index

    def told(by_target: dict[Fn, list[Call]]) -> _Plain:
        return [(*of(target), [(*of(caller), call, bound) for caller, call, bound in calls]) for target, calls in by_target.items()]

    calls, alike = told(called.calls), told(called.alike)
    return [list(paths), calls, alike, sorted(called.beyond)]


def gist(called: Called) -> Any:
    """The same, but each call by its place among its function's: who needs more of it reads that function."""

    def told(by_target: dict[Fn, list[Call]]) -> Any:
        return [
            (target.key, [(caller.key, caller.body.calls.index(call), bound) for caller, call, bound in calls])
            for target, calls in by_target.items()
        ]

    return [told(called.calls), told(called.alike), sorted(called.beyond)]


def restored(names: Names, told: Any) -> Called:
    """What `plain` has told."""
    paths, calls, alike, beyond = told
    modules = [names.by_path[path] for path in paths]

    def of(by_target: _Plain) -> dict[Fn, list[Call]]:
        return {
            modules[path].functions[index]: [(modules[where].functions[caller], call, bound) for where, caller, call, bound in calls]
            for path, index, calls in by_target
        }

    return Called(of(calls), of(alike), Parts({}, frozenset()), frozenset(), frozenset(beyond))


def given(caller: Fn, call: int, fn: Fn, bound: bool, position: int) -> int:
    """The node that a call gives to a parameter, -1 where it gives none that is known."""
    record = caller.body.nodes[call]
    name = fn.head.params[position]
    for key, value in record[3]:
        if key == name:
            return int(value)
    slot = position - (1 if bound and fn.is_method else 0)
    if 0 <= slot < len(record[2]) and position < fn.head.positional and all(argument >= 0 for argument in record[2][: slot + 1]):
        return int(record[2][slot])
    return -1


def shut(called: Call, fn: Fn, gates: Gates) -> bool:
    """Whether a call writes out that something is not to be done: ``send(data, quiet=True)``.

    What is done only where no secret is given, ``send(line, scrub=password)``, is not done with the text that has it.
    """
    caller, call, bound = called
    for position, holds in gates:
        value = given(caller, call, fn, bound, position)
        record = caller.body.nodes[value] if value >= 0 else [ir.OPAQUE]
        if record[0] == ir.CONST and bool(record[1]) is not holds:
            return True
        if not holds and not _SECRETS.isdisjoint(split(_name(caller, record))[-1:]):
            return True
    return False


def _name(fn: Fn, record: ir.Node) -> str:
    """What a value is called that a call gives; ``""`` where it has no name."""
    if record[0] == ir.PARAM:
        return str(fn.head.params[record[1]])
    return str(record[1] if record[0] == ir.VAR else record[2] if record[0] == ir.ATTR else "")


def unlogged(tables: Tables, called: Call, fn: Fn, position: int) -> bool:
    """Whether a call says that what it gives is not logged, ``run(command, no_log=True)``, or what is logged instead of it."""
    caller, call, bound = called
    nodes, hides, shows, instead = caller.body.nodes, *(tables.asides[kind] for kind in ("unlogged", "logged", "instead"))
    flags = ((name, nodes[value]) for name, value in nodes[call][3] if name in hides or name in shows)
    if any(record[0] == ir.CONST and record[1] is (name in hides) for name, record in flags):
        return True
    others = (slot for slot, name in enumerate(fn.head.params) if name in instead and slot != position)
    told = (given(caller, call, fn, bound, slot) for slot in others)
    return any(value >= 0 and (nodes[value][0] != ir.CONST or bool(nodes[value][1])) for value in told)
