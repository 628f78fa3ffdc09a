"""Names across files, and what a call may run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from checker.source import ir
from checker.source.ir import ModuleFacts
from checker.source.lexicon.words import split
from checker.source.names.above import ABOVE
from checker.source.names.elements import Cls, Entity, Fn, Module
from checker.source.names.meanings import Meanings
from checker.source.names.reads import BELOW, CATCHING, MARKED, METHODS, MODULES, NAMED, Key, Reads
from checker.source.names.survey import Earlier, Place, Survey

__all__ = ["Cls", "Entity", "Fn", "Module", "Names"]

_MOST_OVERRIDES = 20
"""Subclasses whose methods a call may run in the place of the one that is named."""
_MOST_ALIKE = 4
"""Classes whose method a call may run that goes by the name of what it is called of."""
_CUT_SHORT = {
    "conn": ("connection", "connector"), "mgr": ("manager",), "repo": ("repository",), "svc": ("service",), "ctrl": ("controller",),
    "auth": ("authenticator",), "msg": ("message",), "db": ("database",), "req": ("request",), "srv": ("server",), "cfg": ("config",),
}  # fmt: skip
"""By words of names: those of classes that they stand for."""


class Names(Meanings):
    """All modules of a project, what their names mean, and what their calls run."""

    def __init__(self, modules: Iterable[ModuleFacts], earlier: Earlier | None = None) -> None:
        super().__init__(modules, earlier)
        self.survey = Survey(self.modules, earlier)
        self._overriding: dict[Fn, list[Fn]] = {}

    def forget(self) -> None:
        """Know nothing but the facts."""
        self._imported.clear()
        self._starred.clear()
        self._overriding.clear()
        self.reads.forget()

    @contextmanager
    def aside(self) -> Iterator[Reads]:
        """Look names up as if none had been: what that depends on is noted apart, and then all is as before."""
        held, found = self.reads.lay_aside(), (self._imported, self._starred, self._overriding, self._inheriting)
        self._imported, self._starred, self._overriding, self._inheriting = {}, {}, {}, 0
        try:
            yield self.reads
        finally:
            self.reads.take_back(held)
            self._imported, self._starred, self._overriding, self._inheriting = found

    def answer(self, key: Key) -> Any:
        """What a question about the whole project is answered with, in plain data."""
        kind, name, index = key
        if kind == MODULES:
            return [module.path for module in self._suffixes.get(name, ())]
        if kind == METHODS:
            found = self.survey.methods.places(name)
            return self._keys(found)[0] if len(found) == 1 else None
        if kind == NAMED:
            return self._keys(self.survey.methods.places(name)[:_MOST_OVERRIDES])
        if kind == MARKED:
            return [module.path for module in self.survey.of(self.survey.marked(name))]
        if kind == CATCHING:
            return self._keys(self.survey.caught.places(name))
        module = self.by_path.get(name)
        if module is None or index >= self.survey.size(module.position)[1 if kind == BELOW else 0]:
            return None
        if kind == BELOW:
            return self._keys(self.survey.below((module.position, index))[:_MOST_OVERRIDES])
        return [(self.modules[at].path, *rest) for at, *rest in self.survey.decorated((module.position, index))]

    def _keys(self, places: Iterable[Place]) -> list[tuple[str, int]]:
        return [(self.modules[at].path, index) for at, index in places]

    def function(self, place: Place) -> Fn:
        """The function at a place."""
        return self.modules[place[0]].functions[place[1]]

    def at(self, key: tuple[str, int]) -> Fn:
        """The function of a file that is the project's, at a position there."""
        return self.by_path[key[0]].functions[key[1]]

    def marked(self, mark: str) -> Iterator[Module]:
        """Modules that are to be found by a mark."""
        self.reads.asked.add((MARKED, mark, -1))
        return self.survey.of(self.survey.marked(mark))

    def catching(self, name: str) -> list[Fn]:
        """Every function that has a handler for exceptions of that name."""
        found = list(map(self.function, self.survey.caught.places(name)))
        self.reads.asked.add((CATCHING, name, -1))
        self.reads.heads.update(fn.module for fn in found)
        return found

    def decorated(self, factory: Fn) -> Iterator[tuple[Fn, int]]:
        """The functions that a function decorates, each with the line in which it does."""
        for at, function, line in self.survey.decorated((factory.module.position, factory.index)):
            yield self.function((at, function)), line

    def method(self, cls: Cls, name: str) -> Fn | None:
        """A class's method of that name, its bases' included."""
        for base in self.mro(cls)[0]:
            index = base.record.methods.get(name)
            if index is not None:
                return base.module.functions[index]
        return None

    def callees(self, fn: Fn, call: int) -> list[tuple[Fn, bool]]:
        """The project's functions that a call may run, and whether the first parameter is already bound.

        Most calls are asked for by several facts of a module. No name is being looked up meanwhile, so that the answer stays the same.
        """
        nodes = fn.body.nodes  # before what is known is looked up, so that this read is noted
        known = fn.runs.get(call)
        if known is None:
            known = fn.runs[call] = self._callees(fn, nodes[call])
        return known

    def _callees(self, fn: Fn, node: ir.Node) -> list[tuple[Fn, bool]]:
        entity = self.entity(fn, node[1])
        if entity is None:
            return list(self._by_method_name(fn, node))
        if entity[0] == "cls":
            return [(method, True) for method in self._constructors(entity[1])]
        if entity[0] != "fn":
            return []
        found = [(entity[1], bool(entity[2]))]
        callee = fn.body.nodes[node[1]]
        if callee[0] == ir.ATTR and self.entity(fn, callee[1]) == ABOVE:  # no class below is asked
            return found
        if entity[1].owner is not None and entity[2]:
            found += [(method, True) for method in self._overrides(entity[1])]
        return found

    def _constructors(self, cls: Cls) -> Iterator[Fn]:
        for base in self.mro(cls)[0]:
            for name in ("__init__", "__new__", "__post_init__"):
                if name in base.record.methods:
                    yield base.module.functions[base.record.methods[name]]
                    return

    def _by_method_name(self, fn: Fn, call: ir.Node) -> Iterator[tuple[Fn, bool]]:
        node = fn.body.nodes[call[1]]
        if node[0] == ir.ATTR and len(node[2]) >= 7 and not node[2].startswith("__"):
            self.reads.asked.add((METHODS, node[2], -1))
            only = self._only_method(node[2])
            if only is not None and only.head.params and (fn.module.facts.test or not only.module.facts.test):
                self.reads.heads.add(only.module)
                if _takes(only, call):
                    yield only, not only.head.flags & ir.STATIC

    def only_property(self, name: str) -> Fn | None:
        """The property that an attribute of something unknown is, where one class of the project has a method of that name."""
        self.reads.asked.add((METHODS, name, -1))
        only = self._only_method(name)
        if only is None or not only.head.flags & ir.PROPERTY or only.module.facts.test:
            return None
        self.reads.heads.add(only.module)
        return only

    def alike(self, fn: Fn, call: int) -> list[Fn]:
        """The methods that a call of something unknown goes by its name to: of ``self.http.post(...)`` that of the class ``HttpClient``."""
        nodes = fn.body.nodes
        node = nodes[nodes[call][1]]
        if node[0] != ir.ATTR or self.entity(fn, nodes[call][1]) is not None:
            return []
        words = frozenset(split(_last_name(fn, nodes[node[1]])))
        methods = self.named(node[2]) if words else []
        if len(methods) >= _MOST_OVERRIDES:  # each of twenty would be looked at for nothing
            return []
        self.reads.heads.update(method.module for method in methods)
        fits = (method for method in methods if _takes(method, nodes[call]))
        found = [method for method in fits if method.owner is not None and self._goes_by(method.owner, words)]
        return found if len(found) <= _MOST_ALIKE else []

    def _goes_by(self, cls: Cls, words: frozenset[str]) -> bool:
        """Whether the words of a name are those of a class, or of one that inherits from it; some are mostly cut short."""
        return _are_of(words, cls) or any(_are_of(words, each) for each in self.below(cls))

    def named(self, name: str) -> list[Fn]:
        """Every method of that name, of whatever class; at most twenty."""
        self.reads.asked.add((NAMED, name, -1))
        return list(map(self.function, self.survey.methods.places(name)[:_MOST_OVERRIDES]))

    def _only_method(self, name: str) -> Fn | None:
        found = self.survey.methods.places(name)
        return self.function(found[0]) if len(found) == 1 else None

    def _overrides(self, method: Fn) -> list[Fn]:
        """The methods of the classes below that stand in a method's place."""
        known = self._overriding.get(method)
        if known is None:
            below, name = self.below(method.owner) if method.owner is not None else (), method.name
            at = ((cls, cls.record.methods.get(name)) for cls in below)
            known = self._overriding[method] = [cls.module.functions[index] for cls, index in at if index is not None]
        return known

    def below(self, cls: Cls) -> Iterator[Cls]:
        """The classes that inherit from one."""
        self.reads.asked.add((BELOW, cls.module.path, cls.index))
        found = self.survey.below((cls.module.position, cls.index))
        if len(found) > _MOST_OVERRIDES:
            self.reads.beyond.add(f"a method of a class that more than {_MOST_OVERRIDES} inherit from")
        for at, index in found[:_MOST_OVERRIDES]:
            self.reads.heads.add(self.modules[at])
            yield self.modules[at].classes[index]


def _takes(method: Fn, call: ir.Node) -> bool:
    """Whether a method can be called so: with no more than it has parameters for, and with all that it must be given."""
    head, names = method.head, {name for name, _ in call[3]}
    if "" in names or min(call[2], default=0) < 0 or head.decorators:
        return True
    given = len(call[2]) + (not head.flags & ir.STATIC)
    if (given > head.positional and head.vararg < 0) or (head.kwarg < 0 and not names.issubset(head.params)):
        return False
    return names.issuperset(head.params[given : head.required])


def _are_of(words: frozenset[str], cls: Cls) -> bool:
    """``conn`` of ``self._conn`` is a word of `Connector`."""
    own = split(cls.name)
    return all(word in own or not set(own).isdisjoint(_CUT_SHORT.get(word, ())) for word in words)


def _last_name(fn: Fn, node: ir.Node) -> str:
    """The name that a value is kept under."""
    name: str = node[2] if node[0] == ir.ATTR else node[1] if node[0] in (ir.VAR, ir.GLOBAL) else ""
    return fn.head.params[node[1]] if node[0] == ir.PARAM else name
