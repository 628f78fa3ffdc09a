"""Failures that come to nothing where they are seen: a way that cannot be gone, an error that is put among others and handed on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.ways.paths import Entry, Guard
from checker.source.flow.literal import unnamed
from checker.source.ir.ways import Bound, Exit, Put
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_NOES: tuple[ir.Node, ...] = ([ir.CONST, False], [ir.CONST, None])


def is_contradicted(follower: Follower, fn: Fn, entries: tuple[Entry, ...], start: int) -> bool:
    """Whether a way cannot be gone: an error was put into a container, and a later test finds it empty; or a handler said no
    to a later test: ``except PasswordError: valid = False`` and ``if valid:``.
    """
    filled: set[str] = set()
    made: set[int] = set()
    denied: set[int] = set()
    for entry in entries[start:]:
        if isinstance(entry, Put):
            filled.add(follower.text(fn, entry.owner))
        elif isinstance(entry, Bound) and _is_filled(fn, entry.value, (ir.DICT, ir.SEQ, ir.CONST)):
            made.add(unnamed(fn, entry.value))
        elif isinstance(entry, Bound) and entry.value >= 0 and fn.body.nodes[entry.value][:2] in _NOES:
            denied.add(entry.value)
        elif isinstance(entry, Guard) and (filled or made or denied):
            node, holds = entry.condition, entry.holds
            while fn.body.nodes[node][0] == ir.COND and fn.body.nodes[node][1] == "not":
                node, holds = fn.body.nodes[node][2][0], not holds
            if holds and not denied.isdisjoint(_values(fn, node)):
                return True
            if not holds and (follower.text(fn, node) in filled or not made.isdisjoint(_values(fn, node))):
                return True
    return False


def is_collected(follower: Follower, fn: Fn, entries: Iterable[Entry], leave: Exit | None) -> bool:
    """Whether a failure is put among errors that are handed on: who shows them records it."""
    put = any(isinstance(entry, Put) or (isinstance(entry, Bound) and _is_filled(fn, entry.value)) for entry in entries)
    if not put or leave is None or leave.value < 0:
        return False
    record = fn.body.nodes[leave.value]
    given = [*record[2], *(value for _, value in record[3])] if record[0] == ir.CALL else [leave.value]
    names = [follower.text(fn, value) for value in given if value >= 0]
    names += [key for key, _ in record[3]] if record[0] == ir.CALL else []
    return any("errors" in split(name) for name in names)


def _is_filled(fn: Fn, node: int, kinds: tuple[int, ...] = (ir.DICT, ir.SEQ)) -> bool:
    record = fn.body.nodes[unnamed(fn, node)] if node >= 0 else [ir.OPAQUE]
    return record[0] in kinds and bool(record[1])


def _values(fn: Fn, node: int) -> set[int]:
    """The nodes that a name may hold."""
    record = fn.body.nodes[unnamed(fn, node)]
    return {unnamed(fn, value) for value in record[1]} if record[0] == ir.UNION else {unnamed(fn, node)}
