"""One function while it is read: its nodes, and what each name holds on the way that is being read.

Branches work on one table of names. What a branch changes is logged and taken back before the next one is read, so that code of a
thousand branches costs what it changes and not a copy of every name for each of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from checker.source import ir
from checker.source.index.keyed import Lists
from checker.source.index.versions import CHANGED_IN_PLACE, Made, newest
from checker.source.ir import Evidence, Handler, Raise, Store
from checker.source.ir.shapes import Shape

MOST_UNION = 24
"""Values kept where branches meet."""
_SAME = CHANGED_IN_PLACE | {ir.CHECKED, ir.MASKIF}
"""Nodes that stand for the same object."""
_MOST_CHANGES = 20
Noted = dict[tuple[str, str, int | None], Evidence]
"""By the owner's name, what it tells, and the node that the name holds."""
Changes = dict[str, int | None]
"""Names to what they hold afterwards; ``None`` where a name was deleted."""
Versions = dict[str, list[tuple[int, int | None]]]
"""Of a name that changes between branches: from which branch on it holds what, the first from 0 on."""


class Scope:
    """One function while it is read."""

    __slots__ = (
        "answers", "awaits", "called", "calls", "captured", "compared", "constants", "declared", "dropped", "effects", "env", "generator",
        "guard", "handlers", "handling", "index", "keys", "leaving", "log", "loop", "loops", "members", "misses", "nested", "nodes",
        "raises", "refused", "refusing", "rescues", "returns", "setups", "shapes", "sinks", "staged", "started", "stores", "unbound",
        "uses", "ways",
    )  # fmt: skip

    def __init__(self, index: int) -> None:
        self.index = index
        self.answers = self.misses = False
        """Whether decorators may make it a handler of requests, and whether a clause around answers that there is no such thing."""
        self.awaits = False
        """Whether what it yields is waited for: ``token = yield client.login()`` of Twisted's and Tornado's coroutines."""
        self.nodes: list[Made] = [(ir.OPAQUE,)]
        self.keys: Lists = {}
        """What loops give their names, one after the other."""
        self.env: dict[str, int] = {}
        """What each name holds; whoever changes it adds to the log."""
        self.log: list[tuple[str, int | None]] = []
        """Each change, with what the name held before."""
        self.calls: list[int] = []
        self.returns: list[int] = []
        self.raises: list[Raise] = []
        self.handlers: list[Handler] = []
        self.sinks: list[int] = []
        self.setups: list[tuple[int, bool]] = []
        self.called: set[str] = set()
        self.stores: list[Store] = []
        self.members: Noted = {}
        self.uses: Noted = {}
        self.unbound: dict[str, int] = {}
        self.constants: dict[object, int] = {}
        self.declared: set[str] = set()
        self.guard = 0
        self.handling = -1
        self.loop = (-1, -1)
        """``guard`` and ``handling`` where the innermost loop's body begins."""
        self.shapes: list[Shape] = []
        self.dropped: list[int] = []
        self.leaving: list[tuple[int, int, str, bool]] = []
        """What leaves a ``finally``: where, how, and whether a clause for every error stands before."""
        self.started: list[tuple[str, int]] = []
        """Names that are given a task, and its call."""
        self.effects: list[int] = []
        self.rescues: list[tuple[int, int]] = []
        self.staged: set[int] = set()
        self.refused: set[int] = set()
        self.refusing = -1
        """How many sinks there were before the rest of a block that is only reached where a server has refused."""
        self.loops: list[tuple[int, list[Changes]]] = []
        """Of each loop around: the mark at its start, and what had changed at each ``break`` and ``continue``."""
        self.captured: dict[int, frozenset[str]] = {}
        """Names of this function that a lambda uses."""
        self.compared: dict[int, frozenset[str]] = {}
        """Names by which a call tells a query what to look for."""
        self.generator = self.nested = False
        self.ways: list[Made] = []
        """Markers of `checker.source.ir.ways`."""

    def add(self, *node: Any) -> int:
        """Append a node and return its position."""
        nodes = self.nodes
        nodes.append(node)
        return len(nodes) - 1

    def union(self, values: Iterable[int]) -> int:
        """One of several values; flat, without repeats, at most MOST_UNION; what was proven of a value on one way is not of all."""
        nodes = self.nodes
        flat: dict[int, None] = {}
        cut = False
        for value in values:
            node = nodes[value]
            if node[0] == ir.UNION:
                flat.update(dict.fromkeys(node[1]))
                cut = cut or len(node) > 2
            else:
                flat[value] = None
        if len(flat) > 1:
            flat = {value: None for value in flat if nodes[value][0] != ir.CHECKED or nodes[value][1] not in flat}
        if len(flat) == 1:
            return next(iter(flat))
        kept = list(flat)[:MOST_UNION]
        nodes.append((ir.UNION, kept, True) if cut or len(flat) > MOST_UNION else (ir.UNION, kept))
        return len(nodes) - 1

    def set(self, name: str, value: int) -> None:
        """Let a name hold a value from here on."""
        env = self.env
        self.log.append((name, env.get(name)))
        env[name] = value

    def forget(self, name: str) -> None:
        """Let a name hold nothing from here on."""
        if name in self.env:
            self.log.append((name, self.env.pop(name)))

    def mark(self) -> int:
        """A point to come back to."""
        return len(self.log)

    def rebound(self, mark: int, but: frozenset[str] = frozenset()) -> bool:
        """Whether a name that held something at the mark, but for these, was given another value since, and not only changed in place."""
        first: dict[str, int | None] = {}
        for name, old in self.log[mark:]:
            first.setdefault(name, old)
        return any(old is not None and name not in but and self._is_another(old, self.env.get(name)) for name, old in first.items())

    def filled(self, mark: int) -> bool:
        """Whether an item was put into what a name held at the mark."""
        first: dict[str, int | None] = {}
        for name, old in self.log[mark:]:
            first.setdefault(name, old)
        held = (self.env.get(name) for name, old in first.items() if old is not None)
        return any(new is not None and self.nodes[new][0] == ir.SET for new in held)

    def _is_another(self, old: int, new: int | None) -> bool:
        if new is None:
            return False
        parts = self.nodes[new][1] if self.nodes[new][0] == ir.UNION else (new,)
        return any(not self._is_same(old, part) for part in parts)

    def _is_same(self, old: int, new: int) -> bool:
        for _ in range(_MOST_CHANGES):
            node = self.nodes[new]
            if new == old or node[0] in _SAME:
                return True
            if node[0] != ir.SEQ or not node[1]:  # a list that something was added to begins with what it was
                return False
            new = node[1][0]
        return True

    def since(self, mark: int) -> Changes:
        """What changed after the mark."""
        return {name: self.env.get(name) for name, _ in self.log[mark:]}

    def back(self, mark: int) -> Changes:
        """Take back what changed after the mark, and tell it."""
        log, env = self.log, self.env
        if len(log) == mark:
            return {}
        changed: Changes = {}
        for name, old in log[mark:]:
            if name in changed:
                continue
            changed[name] = env.get(name)
            if old is not None:
                env[name] = old
            else:
                env.pop(name, None)
        del log[mark:]
        return changed

    def leave(self) -> None:
        """A ``break`` or ``continue``: what holds here holds behind the loop, or at its next start."""
        if self.loops:
            mark, exits = self.loops[-1]
            exits.append(self.since(mark))

    def close_loop(self, ended: bool) -> None:
        """The end of a loop's body: every name holds what any of its ways, or none of them, left in it."""
        mark, exits = self.loops.pop()
        last = self.back(mark)
        if exits:
            self.meet([{}, *exits] if ended else [{}, *exits, last], {})
        else:
            self.meet_two({}, {} if ended else last)

    def note(self, versions: Versions, mark: int, number: int) -> int:
        """Add what changed after the mark to the versions that branch ``number`` and later ones begin with; a new mark."""
        for name, old in self.log[mark:]:
            versions.setdefault(name, [(0, old)]).append((number, self.env.get(name)))
        return len(self.log)

    def again(self, changes: Changes) -> None:
        """Carry out what was taken back."""
        for name, value in changes.items():
            if value is None:
                self.forget(name)
            elif value != self.env.get(name):
                self.set(name, value)

    def meet_two(self, one: Changes, other: Changes) -> None:
        """Let every name hold what either of two ways that come together here left in it."""
        env = self.env
        met: Changes = {}
        for name, value in one.items():
            second = other[name] if name in other else env.get(name)
            met[name] = value if second is None or value == second else second if value is None else self._newest([value, second])
        for name, value in other.items():
            if name not in one:
                first = env.get(name)
                met[name] = value if first is None or value == first else first if value is None else self._newest([first, value])
        if met:
            self.again(met)

    def meet(self, ends: list[Changes], versions: Versions) -> None:
        """The same for any number of ways, where a way can begin with other values than the one before."""
        explicit: dict[str, list[tuple[int, int | None]]] = {name: [] for name in versions}
        for number, end in enumerate(ends):
            for name, value in end.items():
                explicit.setdefault(name, []).append((number, value))
        met: Changes = {}
        for name, given in explicit.items():
            values = _in_order(given, versions.get(name) or [(0, self.env.get(name))], len(ends))
            met[name] = None if not values else values[0] if len(values) == 1 else self._newest(values)
        self.again(met)

    def _newest(self, values: list[int]) -> int:
        """One of several values, without those of which another is a changed version."""
        kept, masks = newest(self.nodes, values)
        if masks and len(masks) < len(kept):  # a branch put a mask in its place
            return self.add(ir.MASKIF, self.union([value for value in kept if value not in masks]))
        return self.union(kept or values)


def _in_order(given: list[tuple[int, int | None]], versions: list[tuple[int, int | None]], count: int) -> list[int]:
    """The different values of one name at the ends of ``count`` ways, in the ways' order.

    ``given`` are the ways that gave it a value; every other way left the version that it began with.
    """
    if len(given) < count:
        numbers = {number for number, _ in given}
        for position, (start, value) in enumerate(versions):
            stop = versions[position + 1][0] if position + 1 < len(versions) else count
            free = next((number for number in range(start, stop) if number not in numbers), None)
            if free is not None:
                given.append((free, value))
        given.sort()
    return list(dict.fromkeys(value for _, value in given if value is not None))
