"""What the join knows of all modules before it looks at one: which functions call and catch what, who inherits from whom, who decorates.

It is kept from one run to the next: after a few edits the facts of most modules need not be read again. What is kept is of the code as it
was then, and what is asked for is put together of that and of the modules that have changed since.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

import msgspec

from checker.source.ir import ModuleFacts
from checker.source.names.elements import Module

Place = tuple[int, int]
"""A module's position, and that of a function or a class in it."""


class Tie(msgspec.Struct, array_like=True):
    """What a module's classes and decorators lead to in others: it holds while no file changes that was read for it."""

    above: list[tuple[int, int, int]] = []
    """A class of the module, and one that it inherits from: module and class."""
    libraries: list[str] = []
    """Dotted names of everything outside of the project that its classes inherit from, sorted."""
    decorated: list[tuple[int, int, int, int]] = []
    """A function that decorates, its module first; the function here, and the line."""
    marks: list[str] = []
    """What else it is to be found by; told by its own code alone."""
    reads: list[int] = []
    """Modules."""
    functions: str = ""
    """The bare names of its functions, a line each: who only needs these need not read the module."""


class Joined(msgspec.Struct, array_like=True):
    """The survey in plain data; each name's places are pairs of unsigned integers."""

    digests: dict[str, bytes]
    """Of all files, also of those that are no modules because they do not parse."""
    paths: list[str]
    """Of the modules, sorted."""
    called: dict[str, bytes]
    methods: dict[str, bytes]
    caught: dict[str, bytes]
    imported: dict[str, bytes]
    ties: list[Tie]
    sizes: list[Place]
    """How many functions and classes each module has."""


class Earlier(msgspec.Struct, frozen=True):
    """A survey of the same files of which a few have changed since."""

    joined: Joined
    changed: frozenset[int]
    """Positions of their modules."""
    load: Callable[[str], ModuleFacts]
    """The facts of a module that has not changed."""
    holds: Callable[[str, bytes], bool]
    """Whether a word stands anywhere in those, as they are encoded."""


class Index:
    """Name to places, in the modules' order; of the modules that have changed, as they are now."""

    def __init__(self, held: dict[str, bytes], changed: frozenset[int]) -> None:
        self._held = held
        self._changed = changed
        self._own: dict[str, list[Place]] = {}
        self._known: dict[str, list[Place]] = self._own if not held else {}

    def enter(self, module: int, pairs: Iterable[tuple[str, int]]) -> None:
        """What a module has, read now."""
        for name, index in pairs:
            self._own.setdefault(name, []).append((module, index))

    def places(self, name: str) -> list[Place]:
        """Every place of a name."""
        known = self._known.get(name)
        if known is None:
            numbers = memoryview(self._held.get(name, b"")).cast("I").tolist()
            found = [pair for pair in zip(numbers[::2], numbers[1::2], strict=True) if pair[0] not in self._changed]
            known = self._known[name] = sorted([*found, *self._own.get(name, ())], key=lambda pair: pair[0])
        return known

    def plain(self) -> dict[str, bytes]:
        """All places of every name."""
        every = ((name, self.places(name)) for name in {**self._held, **self._own})
        return {name: array("I", chain.from_iterable(places)).tobytes() for name, places in every if places}


class Survey:
    """All modules at one glance."""

    def __init__(self, modules: list[Module], earlier: Earlier | None) -> None:
        self._modules = modules
        self._held = held = earlier.joined if earlier else Joined({}, [], {}, {}, {}, {}, [], [])
        changed = earlier.changed if earlier else frozenset[int]()
        self.called = Index(held.called, changed)
        """Functions, by the last part of the name of everything that they call."""
        self.methods = Index(held.methods, changed)
        """Methods of all classes, by their names."""
        self.caught = Index(held.caught, changed)
        """Functions with a handler, by the exception's name."""
        self._imported = Index(held.imported, changed)
        self._fresh = changed if earlier else frozenset(range(len(modules)))
        for at in sorted(self._fresh):
            self._enter(modules[at])
        touched = {at for at, tie in enumerate(held.ties) if not changed.isdisjoint(tie.reads)}
        self.untied = sorted(self._fresh | touched)
        """Modules whose ties have to be found out."""
        self.ties: dict[int, Tie] = {at: tie for at, tie in enumerate(held.ties) if at not in touched and at not in changed}
        self._names: dict[int, list[str]] = {}
        self._below: dict[Place, list[Place]] | None = None
        self._decorated: dict[Place, list[tuple[int, int, int]]] = {}

    def _enter(self, module: Module) -> None:
        at, facts = module.position, module.facts
        self.called.enter(at, ((name, index) for index, head in enumerate(facts.functions) for name in head.called))
        self.methods.enter(at, (pair for cls in facts.classes for pair in cls.methods.items()))
        self.caught.enter(at, ((name, index) for index, head in enumerate(facts.functions) for name in head.caught))
        self._imported.enter(at, ((name, 0) for name in module.tops))

    def calling(self, names: Iterable[str]) -> set[int]:
        """Modules in which anything of one of these names is called."""
        return {at for name in names for at, _ in self.called.places(name)}

    def importing(self, tops: Iterable[str]) -> set[int]:
        """Modules that import anything of a library."""
        return {at for name in tops for at, _ in self._imported.places(name)}

    def name(self, place: Place) -> str:
        """The bare name of a function; of a module that is tied."""
        at, index = place
        if at not in self._names:
            self._names[at] = self.ties[at].functions.split("\n")
        return self._names[at][index]

    def marked(self, mark: str) -> set[int]:
        """Modules that are to be found by a mark."""
        return {at for at, tie in self.ties.items() if mark in tie.marks}

    def marks(self) -> Iterator[str]:
        """The marks of all modules."""
        return chain.from_iterable(tie.marks for tie in self.ties.values())

    def derived(self, wanted: Callable[[str], bool]) -> set[int]:
        """Modules with a class that inherits from a class outside of the project whose dotted name is wanted."""
        return {at for at, tie in self.ties.items() if any(map(wanted, tie.libraries))}

    def of(self, positions: Iterable[int]) -> Iterator[Module]:
        """These modules, in order."""
        return (self._modules[at] for at in sorted(positions))

    def below(self, place: Place) -> list[Place]:
        """The classes that inherit from a class."""
        return self._turned()[0].get(place, [])

    def decorated(self, place: Place) -> list[tuple[int, int, int]]:
        """What a function decorates: module, function and line."""
        return self._turned()[1].get(place, [])

    def _turned(self) -> tuple[dict[Place, list[Place]], dict[Place, list[tuple[int, int, int]]]]:
        """The ties, seen from where they lead to."""
        if self._below is None:
            self._below = {}
            for at in sorted(self.ties):
                for cls, module, index in self.ties[at].above:
                    self._below.setdefault((module, index), []).append((at, cls))
                for by, factory, function, line in self.ties[at].decorated:
                    self._decorated.setdefault((by, factory), []).append((at, function, line))
        return self._below, self._decorated

    def size(self, at: int) -> Place:
        """How many functions and classes a module has."""
        if at < len(self._held.sizes) and at not in self._fresh:
            return self._held.sizes[at]
        facts = self._modules[at].facts
        return len(facts.functions), len(facts.classes)

    def plain(self, digests: dict[str, bytes]) -> Joined:
        """All of it, to be kept."""
        return Joined(
            digests,
            [one.path for one in self._modules],
            self.called.plain(),
            self.methods.plain(),
            self.caught.plain(),
            self._imported.plain(),
            [self.ties[at] for at in range(len(self._modules))],
            [self.size(at) for at in range(len(self._modules))],
        )
