"""Signals that are sent and hooks that are called: who uses a library may record there what it only announces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.ways.paths import Entry
from checker.source.flow.literal import unnamed
from checker.source.ir.ways import Block, Branch, Called, Loop, With
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_SENDS = frozenset({"send", "send_robust", "asend", "asend_robust", "send_async"})
_AFTERWARDS = "on_commit"
_NOTIFIES = "notify"
"""How Pyramid's registry tells of an event: https://docs.pylonsproject.org/projects/pyramid/en/latest/narr/events.html"""
_OF_MACHINERY = frozenset({"identity_changed"})
"""Signals by which a library tells itself: https://flask-principal.readthedocs.io/en/latest/#flask_principal.identity_changed"""
_DEEPEST = 2
_MOST_CALLEES = 6


class Announcements:
    """Finds them, in a function and in those that it calls."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._names = follower.names
        self._announcing: dict[Fn, bool] = {}

    def forget(self) -> None:
        """Know nothing of any function."""
        self._announcing.clear()

    def on_a_way(self, fn: Fn, entries: Iterable[Entry]) -> bool:
        """Whether a signal is sent on a way, or a hook called that others fill: who uses the library may record there."""
        return any(isinstance(entry, Called) and self._announces(fn, entry.node, 0) for entry in entries)

    def _announces(self, fn: Fn, call: int, depth: int) -> bool:
        record = fn.body.nodes[call]
        callee = fn.body.nodes[record[1]]
        if callee[0] == ir.ATTR and callee[2] in _SENDS:
            return self._is_signal(fn, callee[1], record)
        told = fn.body.nodes[unnamed(fn, record[1])]
        if told[0] == ir.ATTR and told[2] == _NOTIFIES and self._follower.text(fn, told[1]).rpartition(".")[2] == "registry":
            return True
        name = callee[2] if callee[0] == ir.ATTR else ""
        if name == _AFTERWARDS and record[2] and record[2][0] >= 0:  # transaction.on_commit(tell)
            entity = self._names.entity(fn, record[2][0])
            return entity is not None and entity[0] == "fn" and depth < _DEEPEST and self._sends(entity[1], depth + 1)
        words = split(name.removeprefix("async_"))
        found = [one for one, _ in self._names.callees(fn, call) if not one.module.facts.test]
        if len(words) > 1 and words[0] == "on" and all(not one.body.calls and not one.head.stores for one in found):
            return True
        if found and any(one >= 0 and _is_hook(fn.body.nodes[one]) for one in record[2]):
            return True
        return depth < _DEEPEST and any(self._sends(one, depth + 1) for one in found[:_MOST_CALLEES])

    def all_send(self, callers: Iterable[Fn]) -> bool:
        """Whether everybody who has a change made sends a signal of it, and there is somebody."""
        told = [self._sends(one, 0) for one in callers]
        return bool(told) and all(told)

    def _sends(self, fn: Fn, depth: int) -> bool:
        """Whether a function always sends a signal or calls such a hook."""
        known = self._announcing.get(fn)
        if known is None:
            self._announcing[fn] = False  # ends recursion
            known = any(self._announces(fn, step.node, depth) for step in _always(fn.steps))
            self._announcing[fn] = known
        return known

    def _is_signal(self, fn: Fn, owner: int, record: ir.Node) -> bool:
        if self._follower.text(fn, owner).rpartition(".")[2] in _OF_MACHINERY:
            return False
        if any(key == "sender" for key, _ in record[3]):
            return True
        entity = self._names.entity(fn, owner)
        if entity is not None:
            what = entity[1] if isinstance(entity[1], str) else getattr(entity[1], "name", "")
            if "signal" in what.lower():
                return True
        first = self._follower.text(fn, record[2][0]) if record[2] and record[2][0] >= 0 else ""
        return first.endswith("__class__") or "app" in split(first.removesuffix("()"))


def _is_hook(record: ir.Node) -> bool:
    """Whether a function of the project's is given a hook that it shall call: ``run(self.on_login_failed, user)``."""
    return record[0] == ir.ATTR and len(split(record[2])) > 1 and split(record[2])[0] == "on"


def _always(block: Block) -> Iterator[Called]:
    """The calls of a block that run on every way, and those for each of several rows: ``for one in gone: if one: removed.send(...)``."""
    for step in block:
        if isinstance(step, Called):
            yield step
        elif isinstance(step, With | Loop):
            yield from _always(step.block)
            arms = (arm for inner in step.block if isinstance(inner, Branch) and isinstance(step, Loop) for arm in inner.arms)
            yield from (call for arm in arms for call in arm.block if isinstance(call, Called))
