"""Every way out of a function, each with what was done and what was known on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from checker.source.flow.origin import cut
from checker.source.ir import ways
from checker.source.ir.ways import Block, Branch, Called, Exit, Loop, Step, Try, With

_MOST_TRAILS = 40
"""Ways that are told apart at one point; beyond, some of each part stand for all, the first and the last among them."""
_MOST_ENTRIES = 100_000
"""What is done on all ways of a function together; the ways beyond that are left out."""


class Guard(Struct, frozen=True, gc=False):
    """A test that held, or failed, on this way."""

    condition: int
    holds: bool
    line: int


class Handling(Struct, frozen=True):
    """An exception was caught."""

    handler: int
    step: Try
    raised: Exit | None = None
    """The ``raise`` of the same function that it was caught from, where it was one."""


class Passed(Struct, frozen=True):
    """A branch or loop of which nothing was done on this way."""

    step: Step


class Left(Struct, frozen=True):
    """A branch of which one arm was gone through to its end."""

    step: Branch


class Skipped(Struct, frozen=True, gc=False):
    """``continue``: what is in hand is left out, and the loop goes on with the next."""

    line: int


class Finally(Struct, frozen=True):
    """A ``finally`` that runs on the way out."""

    block: Block


_GONE_BY = (Passed, Left)
Entry = Step | Guard | Handling | Passed | Left | Skipped | Finally


class _Trail(Struct, frozen=True):
    before: _Trail | None
    entry: Entry


class Way(Struct, frozen=True):
    """One way from the start to an exit, in order."""

    exit: Exit | None
    """``None`` where the function comes to its end."""
    entries: tuple[Entry, ...]


class _Frame(msgspec.Struct):
    """An enclosing ``try`` while its parts are read."""

    step: Try
    guarded: bool
    """Whether its handlers catch what is raised in the part that is being read."""
    caught: dict[int, list[_Trail | None]] = msgspec.field(default_factory=dict)


Catches = Callable[[Exit, int], bool]
"""Whether a ``raise`` is caught by the handler at that position of ``Body.handlers``."""
Leaves = Callable[[Called], Exit | None]
"""The exit that a call is which never comes back, ``None`` for all others."""


class Paths:
    """Enumerates the ways of one function."""

    def __init__(self, catches: Catches, leaves: Leaves = lambda step: None) -> None:
        self._catches = catches
        self._leaves = leaves
        self._frames: list[_Frame] = []
        self._loops: list[list[_Trail | None]] = []
        self._ways: list[Way] = []
        self._told = 0

    def run(self, block: Block) -> list[Way]:
        """All ways through a function's body, exits in the order of the source."""
        for trail in self._block(block, [None]):
            self._add(None, trail)
        return self._ways

    def _add(self, step: Exit | None, trail: _Trail | None) -> None:
        if self._told > _MOST_ENTRIES:
            cut.add("a function with more ways out than can be told apart")
            return
        step, entries = _raised_again(step, _entries(trail))
        self._told += len(entries)
        self._ways.append(Way(step, tuple(entries)))

    def _block(self, block: Block, trails: list[_Trail | None]) -> list[_Trail | None]:
        for step in block:
            if not trails:
                break
            trails = _some(self._step(step, trails))
        return trails

    def _step(self, step: Step, trails: list[_Trail | None]) -> list[_Trail | None]:
        if isinstance(step, Exit):
            return self._left(step, trails)
        if isinstance(step, Branch):
            return self._branch(step, trails)
        if isinstance(step, Loop):
            return self._loop(step, trails)
        if isinstance(step, With):
            inside = self._block(step.block, trails)
            return [*inside, *(trails if step.swallows else ())]
        if isinstance(step, Try):
            return self._try(step, trails)
        left = self._leaves(step) if isinstance(step, Called) else None
        if left is not None:
            return self._left(left, [_Trail(trail, step) for trail in trails])
        return [_Trail(trail, step) for trail in trails]

    def _branch(self, step: Branch, trails: list[_Trail | None]) -> list[_Trail | None]:
        ends: list[_Trail | None] = []
        for arm in step.arms:
            for call in arm.test:
                trails = [_Trail(trail, call) for trail in trails]
            taken = trails
            if arm.condition >= 0:
                taken = [_Trail(trail, Guard(arm.condition, True, step.line)) for trail in trails]
                trails = [_Trail(trail, Guard(arm.condition, False, step.line)) for trail in trails]
            ends += [_Trail(trail, Left(step)) for trail in self._block(arm.block, taken)]
        return ends if step.total else [*ends, *(_Trail(trail, Passed(step)) for trail in trails)]

    def _loop(self, step: Loop, trails: list[_Trail | None]) -> list[_Trail | None]:
        for call in step.test:
            trails = [_Trail(trail, call) for trail in trails]
        self._loops.append([])
        inside = self._block(step.block, trails)
        broken = self._loops.pop()
        endless = step.condition >= 0 and not step.test and bool(broken)
        over = [] if endless else [_Trail(trail, Passed(step)) for trail in trails]
        return [*self._block(step.orelse, [*over, *inside]), *broken]

    def _try(self, step: Try, trails: list[_Trail | None]) -> list[_Trail | None]:
        frame = _Frame(step, guarded=True)
        self._frames.append(frame)
        ends = self._block(step.body, trails)
        frame.guarded = False
        ends = self._block(step.orelse, ends)
        for position, clause in enumerate(step.handlers):
            start = [_Trail(trail, Handling(clause.handler, step)) for trail in trails] + frame.caught.get(position, [])
            ends += self._block(clause.block, _some(start))
        self._frames.pop()
        return self._block(step.final, ends)

    def _left(self, step: Exit, trails: list[_Trail | None]) -> list[_Trail | None]:
        if step.kind in ("break", "continue"):
            if self._loops:
                self._loops[-1] += [_Trail(trail, Skipped(step.line)) for trail in trails] if step.kind == "continue" else trails
            return []
        for frame in reversed(self._frames):
            if step.kind in ("raise", "exit") and frame.guarded:
                for position, clause in enumerate(frame.step.handlers):
                    if self._catches(step, clause.handler):
                        caught = [_Trail(trail, Handling(clause.handler, frame.step, step)) for trail in trails]
                        frame.caught.setdefault(position, []).extend(caught)
                        return []
            if frame.step.final:
                trails = [_Trail(trail, Finally(frame.step.final)) for trail in trails]
        for trail in trails:
            self._add(step, trail)
        return []


def _some(trails: list[_Trail | None]) -> list[_Trail | None]:
    """As many as are told apart: what no branch was taken on comes last, and leads to what a function is there for."""
    last = len(trails) - 1
    return trails if last < _MOST_TRAILS else [trails[at * last // (_MOST_TRAILS - 1)] for at in range(_MOST_TRAILS)]


def _entries(trail: _Trail | None) -> list[Entry]:
    entries: list[Entry] = []
    while trail is not None:
        entries.append(trail.entry)
        trail = trail.before
    return entries[::-1]


def _raised_again(step: Exit | None, entries: list[Entry]) -> tuple[Exit | None, list[Entry]]:
    """A way out by what the same function raised, where its handler lets that go on: ``except HTTPException: raise``."""
    if step is None or step.kind != "raise" or step.value >= 0:
        return step, entries
    at = next((at for at in reversed(range(len(entries))) if isinstance(entries[at], Handling)), -1)
    caught = entries[at] if at >= 0 else None
    if not isinstance(caught, Handling) or caught.raised is None:
        return step, entries
    return caught.raised, [*entries[:at], *entries[at + 1 :]]


def calls(entries: tuple[Entry, ...]) -> Iterator[int]:
    """The nodes of all calls that were made on a way."""
    for entry in entries:
        if isinstance(entry, Called):
            yield entry.node


def made_in(step: Try) -> Iterator[int]:
    """The nodes of the calls that a ``try`` guards."""
    return (one.node for one in ways.walk(step.body) if isinstance(one, Called))


def deciding(entries: tuple[Entry, ...]) -> list[int]:
    """Positions of the tests and handlers that a way still depends on: not those of branches all of whose ways come together again."""
    met: set[int] = set()
    found: list[int] = []
    for position in range(len(entries) - 1, -1, -1):
        entry = entries[position]
        if isinstance(entry, _GONE_BY) and isinstance(entry.step, Branch) and entry.step.rejoins:
            met.add(entry.step.line)
        elif isinstance(entry, Handling) or (isinstance(entry, Guard) and entry.line not in met):
            found.append(position)
    return found[::-1]


def before_the_end(way: Way) -> Way:
    """A way without the branches that it leaves right at the function's end: their last steps are the function's."""
    if way.exit is not None and way.exit.value >= 0:
        return way
    last = len(way.entries)
    while last and isinstance(way.entries[last - 1], Passed | Left):
        last -= 1
    return way if last == len(way.entries) else replace(way, entries=way.entries[:last])


def last_test(way: Way) -> int:
    """The condition of the last test that a way depends on, -1 where there is none: not one behind which its branches come together."""
    found = (entry for position in reversed(deciding(way.entries)) if isinstance(entry := way.entries[position], Guard))
    return next((one.condition for one in found), -1)
