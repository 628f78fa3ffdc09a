"""What is read of the project while one module's facts are made: they stay true as long as none of it changes.

The join works module by module, and forgets in between what it found out: so a module's facts depend on the project alone, never on
which other modules were looked at before, and what they depend on can be noted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from checker.source.ir import Body, markers_of, unpack
from checker.source.ir.ways import Block, tree

if TYPE_CHECKING:
    from checker.source.names.elements import Cls, Entity, Fn, Module

Key = tuple[str, str, int]
"""A question about the whole project: its kind, a name or a path, and a position in that file (-1 for none)."""
MODULES, CALLING, METHODS, BELOW, DECORATED, PROTECTION = "modules", "calling", "methods", "below", "decorated", "protection"
CALLS = "calls"
"""What the calls of a name run. To answer this, files are read and other questions asked: who asks it depends on the answer alone."""
AUDIT, NAMED = "audit", "named"
ROUTED, LOGINS, BINDING, CAUGHT, ANSWERED = "routed", "logins", "binding", "caught", "answered"
_LARGEST = 16_000_000
"""Bytes of encoded bodies that are kept decoded, some seven times as large; then decoding begins anew."""


class Held(msgspec.Struct, frozen=True):
    """What was read and found out so far, laid aside."""

    modules: set[Module]
    asked: set[Key]
    beyond: set[str]
    functions: list[tuple[Fn, Body, dict[int, Entity | None]]]
    classes: list[tuple[Cls, tuple[list[Cls], list[str]] | None]]


class Reads:
    """Notes which modules are read, and which questions are asked about all of them."""

    def __init__(self) -> None:
        self.modules: set[Module] = set()
        self.asked: set[Key] = set()
        self.beyond: set[str] = set()
        """What was given up at its bound: a report says so, because findings can be missing."""
        self._functions: list[Fn] = []
        self._classes: list[Cls] = []
        self._bodies: dict[Fn, Body] = {}
        self._trees: dict[Fn, Block] = {}
        self._size = 0

    def body(self, fn: Fn, data: bytes) -> Body:
        """A function's body, asked for the first time since `forget`.

        What is made of the body alone (`Fn.handed` and the like) is kept as long as that: who uses it asks for the body first, so that
        this is noted. On average a body is asked for by three modules.
        """
        self._functions.append(fn)
        self.modules.add(fn.module)
        known = self._bodies.get(fn)
        if known is None:
            if self._size > _LARGEST:
                for other in self._bodies:
                    other.undo()
                self._bodies.clear()
                self._trees.clear()
                self._size = 0
            known = self._bodies[fn] = unpack(data)
            self._size += len(data)
        return known

    def tree(self, fn: Fn, body: Body) -> Block:
        """The steps of a function whose body was read; see `checker.source.ir.ways`."""
        known = self._trees.get(fn)
        if known is None:
            known = self._trees[fn] = tree(markers_of(body), body.calls)
        return known

    def inherits(self, cls: Cls) -> None:
        """A class whose bases were looked up."""
        self._classes.append(cls)
        self.modules.add(cls.module)

    def lay_aside(self) -> Held:
        """Begin anew for names, as if nothing had been read; what a function's flows are stays known."""
        functions = [(fn, fn.body, fn.entities) for fn in self._functions]
        held = Held(self.modules, self.asked, self.beyond, functions, [(cls, cls.known_mro) for cls in self._classes])
        self._unknow()
        return held

    def take_back(self, held: Held) -> None:
        """Go on where `lay_aside` was called."""
        self._unknow()
        self.modules, self.asked, self.beyond = held.modules, held.asked, held.beyond
        for fn, body, entities in held.functions:
            fn.body, fn.entities = body, entities
        for cls, mro in held.classes:
            cls.known_mro = mro
        self._functions = [fn for fn, _, _ in held.functions]
        self._classes = [cls for cls, _ in held.classes]

    def _unknow(self) -> None:
        for fn in self._functions:
            del fn.body
            fn.entities = {}
        for cls in self._classes:
            cls.forget()
        self._functions, self._classes = [], []
        self.modules, self.asked, self.beyond = set(), set(), set()

    def forget(self) -> None:
        """Begin anew: nothing was read, and nothing is known of any function or class."""
        for fn in self._functions:
            fn.forget()
        for cls in self._classes:
            cls.forget()
        self._functions.clear()
        self._classes.clear()
        self.modules.clear()
        self.asked.clear()
        self.beyond.clear()
