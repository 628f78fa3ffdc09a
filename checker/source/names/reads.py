"""What is read of the project while one module's facts are made: they stay true as long as none of it changes.

The join works module by module, and forgets in between what it found out: so a module's facts depend on the project alone, never on
which other modules were looked at before, and what they depend on can be noted.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

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
NAMED, ASKED = "named", "asked"
ROUTED, LOGINS, BINDING, CAUGHT, CATCHING, MARKED = "routed", "logins", "binding", "caught", "catching", "marked"
AUDIT, ANSWERED = "audit", "answered"
"""What is registered with frameworks, and what an exception is answered with; files are read for these too."""
BESIDE = frozenset({CAUGHT, ROUTED, LOGINS, BINDING})
"""Questions for which files are read each time: they are asked when it is known what is registered."""
RESTING = frozenset({CALLS, AUDIT, ANSWERED})
"""Questions for which files are read: the answer is kept with what it rests on, and holds as long as that."""
IMPORTS = -1
_LARGEST = 8_000_000
"""Bytes of encoded bodies that are kept decoded, some seven times as large; then decoding begins anew."""


def parameter(name: str) -> str:
    """What a parameter of that name goes by among the names that were looked for."""
    return f"({name}"


def stored(name: str) -> str:
    """And a global of that name in which functions store something."""
    return f"={name}"


class Held(msgspec.Struct, frozen=True):
    """What was read and found out so far, laid aside."""

    modules: set[Module]
    heads: set[Module]
    imports: set[Module]
    methods: set[Cls]
    encoded: set[Fn]
    missed: set[str]
    asked: set[Key]
    beyond: set[str]
    functions: list[tuple[Fn, Body, dict[int, Entity | None], dict[int, list[tuple[Fn, bool]]]]]
    classes: list[tuple[Cls, tuple[list[Cls], list[str]] | None]]


class Parts(msgspec.Struct, frozen=True):
    """What was read, as far as an edit of a module can leave it as it was; see `checker.source.names.edits`."""

    bodies: dict[Module, frozenset[int] | None]
    """Module to the functions whose bodies were read, with `IMPORTS` for what it imports, beside its heads; ``None`` for anything."""
    missed: frozenset[str]
    """Names that one of them was asked for and did not have; and parameters, and globals that are stored, which one more function there
    may have or store."""


class Globals(dict[str, int]):
    """A module's names and what they hold at its end; which of them were looked for in vain is noted, and whether all were looked at."""

    __slots__ = ("_module",)

    def __init__(self, module: Module, names: dict[str, int]) -> None:
        super().__init__(names)
        self._module = module

    def get(self, name: str, otherwise: Any = None) -> Any:
        """What it holds."""
        found = dict.get(self, name)
        if found is None:
            self._module.reads.missed.add(name)
            return otherwise
        return found

    def __contains__(self, name: object) -> bool:
        if found := dict.__contains__(self, name):
            return found
        self._module.reads.missed.add(str(name))
        return False

    def __iter__(self) -> Iterator[str]:
        self._module.reads.modules.add(self._module)
        return super().__iter__()

    def keys(self) -> Any:
        """Of all."""
        self._module.reads.modules.add(self._module)
        return super().keys()

    def values(self) -> Any:
        """Of all."""
        self._module.reads.modules.add(self._module)
        return super().values()

    def items(self) -> Any:
        """Of all."""
        self._module.reads.modules.add(self._module)
        return super().items()


class Reads:
    """Notes which modules are read, and which questions are asked about all of them."""

    def __init__(self) -> None:
        self.modules: set[Module] = set()
        """Of which anything may have been read: all functions, or what was made of some and is kept."""
        self.heads: set[Module] = set()
        """Of which that was read which stands in heads and classes, beside the bodies that were asked for."""
        self.imports: set[Module] = set()
        """Of which it was asked what they import."""
        self.methods: set[Cls] = set()
        """Classes whose methods' bodies were read, all of them."""
        self.encoded: set[Fn] = set()
        """Functions whose bodies were searched without being decoded."""
        self.missed: set[str] = set()
        """Names that a module was asked for and does not have; and by which functions were looked for: `parameter`, `stored`."""
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
        known = self._bodies.get(fn)
        if known is None:
            if self._size > _LARGEST:
                for other in self._bodies:
                    other.undo()
                self._bodies.clear()
                self._trees.clear()
                self._size = 0
            known = self._bodies[fn] = unpack(data)
            if fn.index == 0:
                known.final = Globals(fn.module, known.final)
            self._size += len(data)
        return known

    def tree(self, fn: Fn, body: Body) -> Block:
        """The steps of a function; see `checker.source.ir.ways`."""
        calls = body.calls  # before what is known is looked up, so that this read is noted
        known = self._trees.get(fn)
        if known is None:
            known = self._trees[fn] = tree(markers_of(body), calls)
        return known

    def inherits(self, cls: Cls) -> None:
        """A class whose bases were looked up."""
        self._classes.append(cls)
        self.heads.add(cls.module)

    def every(self) -> set[Module]:
        """The modules of which anything was read."""
        functions = {one.module for one in (*self._functions, *self.encoded)}
        return {*self.modules, *self.heads, *self.imports, *functions, *(cls.module for cls in self.methods)}

    def parts(self) -> Parts:
        """What was read of each of them; ``None`` where that may be anything."""
        read: dict[Module, set[int]] = {module: set() for module in self.heads}
        for fn in (*self._functions, *self.encoded):
            read.setdefault(fn.module, set()).add(fn.index)
        for cls in self.methods:
            read.setdefault(cls.module, set()).update(cls.record.methods.values())
        for module in self.imports:
            read.setdefault(module, set()).add(IMPORTS)
        return Parts({module: frozenset(bodies) for module, bodies in read.items()} | dict.fromkeys(self.modules), frozenset(self.missed))

    def lay_aside(self) -> Held:
        """Begin anew for names, as if nothing had been read; what a function's flows are stays known."""
        functions = [(fn, fn.body, fn.entities, fn.runs) for fn in self._functions]
        classes = [(cls, cls.known_mro) for cls in self._classes]
        apart = self.imports, self.methods, self.encoded
        held = Held(self.modules, self.heads, *apart, self.missed, self.asked, self.beyond, functions, classes)
        self._unknow()
        return held

    def take_back(self, held: Held) -> None:
        """Go on where `lay_aside` was called."""
        self._unknow()
        self.modules, self.heads, self.missed = held.modules, held.heads, held.missed
        self.imports, self.methods, self.encoded = held.imports, held.methods, held.encoded
        self.asked, self.beyond = held.asked, held.beyond
        for fn, body, entities, runs in held.functions:
            fn.body, fn.entities, fn.runs = body, entities, runs
        for cls, mro in held.classes:
            cls.known_mro = mro
        self._functions = [fn for fn, *_ in held.functions]
        self._classes = [cls for cls, _ in held.classes]

    def _unknow(self) -> None:
        for fn in self._functions:
            fn.body = fn.unread
            fn.entities, fn.runs = {}, {}
        for cls in self._classes:
            cls.forget()
        self._functions, self._classes = [], []
        self.modules, self.heads, self.missed = set(), set(), set()
        self.imports, self.methods, self.encoded = set(), set(), set()
        self.asked, self.beyond = set(), set()

    def forget(self) -> None:
        """Begin anew: nothing was read, and nothing is known of any function or class."""
        for fn in self._functions:
            fn.forget()
        for cls in self._classes:
            cls.forget()
        self._functions.clear()
        self._classes.clear()
        self.modules.clear()
        self.heads.clear()
        self.imports.clear()
        self.methods.clear()
        self.encoded.clear()
        self.missed.clear()
        self.asked.clear()
        self.beyond.clear()
