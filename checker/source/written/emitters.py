"""Libraries that write records or expose measurements by themselves: where a project shows that it uses one."""

from __future__ import annotations

from collections.abc import Iterator

from checker.model import Span
from checker.source import ir
from checker.source.facts.events import FrameworkSeen
from checker.source.flow.backwards import Follower
from checker.source.flow.places import span
from checker.source.names.elements import Fn, Module
from checker.vocabulary import Emitter

_LISTS = ("INSTALLED_APPS", "MIDDLEWARE", "MIDDLEWARE_CLASSES", "THIRD_PARTY_APPS", "LOCAL_APPS", "DJANGO_APPS")


class Emitters:
    """Makes the facts of a module."""

    def __init__(self, follower: Follower, emitters: tuple[Emitter, ...]) -> None:
        self._follower = follower
        self._names = follower.names
        self._emitters = emitters
        self._imports = frozenset(name for one in emitters if not (one.settings or one.installed) for name in one.imports)

    def facts(self, module: Module) -> Iterator[FrameworkSeen]:
        """One for each library that is seen here."""
        if module.facts.test or not module.facts.functions:
            return
        settings = self._may_be_settings(module)
        if not settings and module.tops.isdisjoint(self._imports):
            return
        for one in self._emitters:
            place = self._seen(module, one, settings=settings)
            if place is not None:
                yield FrameworkSeen(place, one.name)

    @staticmethod
    def _may_be_settings(module: Module) -> bool:
        return any("setting" in part or part in ("config", "conf", "base", "production") for part in module.parts)

    def _seen(self, module: Module, one: Emitter, *, settings: bool) -> Span | None:
        if one.settings or one.installed:
            return self._in_settings(module, one) if settings else None
        if module.tops.isdisjoint(one.imports):
            return None
        return self._called(module, one) if one.calls else Span(module.path, 1, 1, 1, 2)

    def _in_settings(self, module: Module, one: Emitter) -> Span | None:
        """The line of the name, or of the list that has the entry."""
        body = module.functions[0].body
        for name in one.settings:
            if name in body.final:
                return self._line(module, name)
        if one.installed and any(name in body.final for name in _LISTS):
            wanted = frozenset(one.installed)
            entries = {record[1] for record in body.nodes if record[0] == ir.CONST and isinstance(record[1], str)}
            if any(entry in wanted or entry.startswith(tuple(f"{name}.apps." for name in wanted)) for entry in entries):
                return self._line(module, next(name for name in _LISTS if name in body.final))
        return None

    @staticmethod
    def _line(module: Module, name: str) -> Span:
        head = module.functions[0].head
        line = next((store.line for store in head.stores if store.name == name), 1)
        return Span(module.path, line, 1, line, 2)

    def _called(self, module: Module, one: Emitter) -> Span | None:
        tails = {name.rpartition(".")[2] for name in one.calls}
        for fn in module.functions:
            if tails.isdisjoint(fn.head.called):
                continue
            for call in fn.body.calls:
                entity = self._names.entity(fn, fn.body.nodes[call][1])
                if entity is not None and entity[0] == "lib" and entity[1] in one.calls and self._fits(fn, call, one):
                    return span(self._follower.place(fn, fn.body.nodes[call]))
        return None

    @staticmethod
    def _fits(fn: Fn, call: int, one: Emitter) -> bool:
        keywords = dict(fn.body.nodes[call][3])
        for name, wanted in one.given.items():
            record = fn.body.nodes[keywords[name]] if name in keywords else None
            constant = str(record[1]) if record is not None and record[0] == ir.CONST else "" if record is None else "?"
            if constant != wanted and not (wanted == "" and constant == "True"):
                return False
        return True
