"""Names across files: which module, class, function or library object an expression means."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Any

from checker.source import ir
from checker.source.elements import Cls, Entity, Fn, Module
from checker.source.ir import ModuleFacts
from checker.source.reads import BELOW, METHODS, MODULES, NAMED, Key, Reads

__all__ = ["Cls", "Entity", "Fn", "Module", "Names"]

_DEEPEST = 40
_MOST_OVERRIDES = 20
"""Subclasses whose methods a call may run in the place of the one that is named."""
_FAR = f"a name that leads through more than {_DEEPEST} others"
_MOST_EXPORTS = 8
_MOST_BASES = 100
"""Classes that one inherits from, and modules that a name is looked for in through star imports; more are not followed."""


class Names:
    """All modules of a project, and what their names mean."""

    def __init__(self, modules: Iterable[ModuleFacts]) -> None:
        self.reads = reads = Reads()
        ordered = sorted(modules, key=lambda facts: facts.path)
        self.modules = [Module(facts, reads) for facts in ordered if not facts.unread and facts.functions]
        self._suffixes: dict[str, list[Module]] = {}
        for module in self.modules:
            for start in range(len(module.parts)):
                self._suffixes.setdefault(".".join(module.parts[start:]), []).append(module)
        self._imported: dict[tuple[str, str], Entity] = {}
        self._starred: dict[tuple[Module, str], Entity | None] = {}
        self._inheriting = 0
        self._link()

    def forget(self) -> None:
        """Know nothing but the facts."""
        self._imported.clear()
        self._starred.clear()
        self.reads.forget()

    @contextmanager
    def aside(self) -> Iterator[Reads]:
        """Look names up as if none had been: what that depends on is noted apart, and then all is as before."""
        held, found = self.reads.lay_aside(), (self._imported, self._starred, self._inheriting)
        self._imported, self._starred, self._inheriting = {}, {}, 0
        try:
            yield self.reads
        finally:
            self.reads.take_back(held)
            self._imported, self._starred, self._inheriting = found

    def answer(self, key: Key) -> Any:
        """What a question about the whole project is answered with, in plain data."""
        kind, name, index = key
        if kind == MODULES:
            return [module.path for module in self._suffixes.get(name, ())]
        if kind == METHODS:
            only = self._only_method(name)
            return only and only.key
        if kind == NAMED:
            return [fn.key for fn in self._methods.get(name, ())[:_MOST_OVERRIDES]]
        module = self.by_path.get(name)
        if module is None or index >= len(module.classes):
            return None
        return [(cls.module.path, cls.index) for cls in module.classes[index].subclasses[:_MOST_OVERRIDES]]

    @cached_property
    def by_path(self) -> dict[str, Module]:
        """Every module by its file."""
        return {module.path: module for module in self.modules}

    @cached_property
    def _methods(self) -> dict[str, list[Fn]]:
        """Method name to the methods of that name in all classes."""
        found: dict[str, list[Fn]] = {}
        for module in self.modules:
            for cls in module.classes:
                for name, index in cls.record.methods.items():
                    found.setdefault(name, []).append(module.functions[index])
        return found

    def _link(self) -> None:
        for module in self.modules:
            for cls in module.classes:
                for base in self.mro(cls)[0][1:]:
                    base.subclasses.append(cls)

    def module(self, dotted: str, near: Module | None = None) -> Module | None:
        """The project's module of that name; where several end alike, the one nearest to the importing file."""
        found = self._named(dotted)
        if not found:
            return None
        if near is not None:
            top = dotted.partition(".")[0]
            exact = [module for module in found if module.dotted == dotted]
            if exact:
                return exact[0]
            nearest = max(found, key=lambda module: _shared(module.parts, near.parts))
            if "." not in dotted and len(nearest.parts) > 1 and not _beside(nearest, near):
                return None  # ``import json`` does not mean some deep json.py of the project
            if (
                top in sys.stdlib_module_names
                and len(nearest.parts) > 1
                and self._named(".".join(nearest.parts[: nearest.parts.index(top)]))
            ):
                return None  # nor that of a package
            return nearest if _rooted(nearest, top) else None
        return found[0]

    def _named(self, dotted: str) -> list[Module] | None:
        self.reads.asked.add((MODULES, dotted, -1))
        return self._suffixes.get(dotted)

    def imported(self, dotted: str, near: Module, depth: int = 0) -> Entity:
        """What an imported dotted name means, seen from a module."""
        key = (near.path.rpartition("/")[0], dotted)
        found = self._imported.get(key)
        if found is None:
            self._imported[key] = ("lib", dotted)  # ends import cycles
            found = self._imported[key] = self._import(dotted, near, depth)
        return found

    def _import(self, dotted: str, near: Module, depth: int) -> Entity:
        parts = dotted.split(".")
        for cut in range(len(parts), 0, -1):
            module = self.module(".".join(parts[:cut]), near)
            if module is None:
                continue
            entity: Entity | None = ("mod", module)
            for part in parts[cut:]:
                entity = self.attribute(entity, part, depth + 1) if entity else None
            return entity or ("lib", dotted)
        return ("lib", dotted)

    def entity(self, fn: Fn, node: int, depth: int = 0) -> Entity | None:
        """What a node means, ``None`` where that is not known."""
        known = fn.entities
        if node in known:
            return known[node]
        if depth >= _DEEPEST:
            self.reads.beyond.add(_FAR)
            return None
        record = fn.body.nodes[node]
        known[node] = None  # ends cycles
        known[node] = self._entity(fn, record, depth + 1)
        return known[node]

    def _entity(self, fn: Fn, node: ir.Node, depth: int) -> Entity | None:
        operation = node[0]
        if operation == ir.VAR:
            return self.entity(fn, node[2], depth)
        if operation == ir.GLOBAL:
            return self.free(fn, node[1], depth)
        if operation == ir.ATTR:
            owner = self.entity(fn, node[1], depth)
            return self.attribute(owner, node[2], depth) if owner else None
        if operation == ir.CALL:
            callee = self.entity(fn, node[1], depth)
            return self._made(callee, depth) if callee else None
        if operation == ir.PARAM:
            return self._parameter(fn, node[1], depth)
        if operation == ir.IMPORT:
            return self.imported(node[1], fn.module, depth)
        if operation == ir.LAMBDA:
            return ("fn", fn.module.functions[node[1]], False)
        if operation == ir.CLASS:
            return ("cls", fn.module.classes[node[1]])
        if operation == ir.UNION:
            for value in node[1]:
                found = self.entity(fn, value, depth)
                if found:
                    return found
        if operation in (ir.SET, ir.DROP, ir.TOUCHED, ir.MASKIF, ir.CHECKED):
            return self.entity(fn, node[1], depth)
        return None

    def free(self, fn: Fn, name: str, depth: int = 0) -> Entity | None:
        """What a name means that the function does not bind itself."""
        place = self.binding(fn, name)
        if place is not None:
            return self.entity(*place, depth)
        return self._through_stars(fn.module, name, depth) or ("lib", name)

    def binding(self, fn: Fn, name: str) -> tuple[Fn, int] | None:
        """The function and node that a free name is bound in: an enclosing function, or the module."""
        module = fn.module
        parent = fn.head.parent
        while parent > 0:
            enclosing = module.functions[parent]
            node = enclosing.body.final.get(name)
            if node is not None:
                return enclosing, node
            parent = enclosing.head.parent
        node = module.functions[0].body.final.get(name)
        return (module.functions[0], node) if node is not None else None

    def _parameter(self, fn: Fn, position: int, depth: int) -> Entity | None:
        if position == 0 and fn.is_method and fn.owner is not None:
            return ("cls" if fn.head.flags & 2 else "inst", fn.owner)
        return self.annotated(fn, fn.head.annotations[position], depth)

    def annotated(self, fn: Fn, annotation: str, depth: int = 0) -> Entity | None:
        """An instance of the first class that an annotation names."""
        for name in annotation.split():
            if name.rpartition(".")[2] in ("Optional", "Union", "Annotated", "None", "Final", "ClassVar", "Any", "Type", "type", "Literal"):
                continue
            entity = self.lookup(fn, name, depth + 1)
            if entity and entity[0] == "cls":
                return ("inst", entity[1])
            if entity and entity[0] == "lib":
                return ("made", entity[1])
            return None
        return None

    def lookup(self, fn: Fn, dotted: str, depth: int = 0) -> Entity | None:
        """What a dotted name written in a function means."""
        if depth > _DEEPEST:
            self.reads.beyond.add(_FAR)
            return None
        first, *rest = dotted.split(".")
        entity = self.free(fn, first, depth)
        for part in rest:
            entity = self.attribute(entity, part, depth) if entity else None
        return entity

    def _made(self, callee: Entity, depth: int) -> Entity | None:
        kind = callee[0]
        if kind == "lib":
            return ("made", callee[1])
        if kind == "cls":
            return ("inst", callee[1])
        if kind == "fn":
            fn: Fn = callee[1]
            if fn.head.returns:
                found = self.annotated(fn, fn.head.returns, depth)
                if found:
                    return found
            if len(fn.body.returns) == 1 and not fn.head.flags & 16:
                return self.entity(fn, fn.body.returns[0], depth)
        return None

    def attribute(self, owner: Entity, name: str, depth: int = 0) -> Entity | None:
        """What ``owner.name`` means."""
        kind, what = owner[0], owner[1]
        if kind in ("lib", "made"):
            return ("lib", f"{what}.{name}")
        if depth > _DEEPEST:
            self.reads.beyond.add(_FAR)
            return None
        if kind == "mod":
            return self._global(what, name, depth) or self._through_stars(what, name, depth)
        return self._member(what, name, kind == "inst", depth) if kind in ("inst", "cls") else None

    def _global(self, module: Module, name: str, depth: int) -> Entity | None:
        node = module.functions[0].body.final.get(name)
        if node is not None:
            return self.entity(module.functions[0], node, depth)
        inner = self._named(f"{module.dotted}.{name}") if module.dotted else None
        return ("mod", inner[0]) if inner else None

    def _through_stars(self, module: Module, name: str, depth: int) -> Entity | None:
        """What a name means that star imports bring into a module; each module is asked once, so that cycles and diamonds cost little."""
        key = (module, name)
        if not module.stars or key in self._starred:
            return self._starred.get(key)
        self._starred[key] = None
        waiting, seen = [module], {module}
        while waiting and len(seen) < _MOST_BASES:
            current = waiting.pop()
            if current is not module and (found := self._global(current, name, depth + 1)):
                self._starred[key] = found
                break
            sources = [self.module(star, current) for star in reversed(current.stars)]
            fresh = [source for source in sources if source is not None and source not in seen]
            seen.update(fresh)
            waiting += fresh
        if waiting and self._starred[key] is None:
            self.reads.beyond.add(f"star imports from more than {_MOST_BASES} modules")
        return self._starred[key]

    def _member(self, cls: Cls, name: str, bound: bool, depth: int) -> Entity | None:
        classes, libraries = self.mro(cls)
        for base in classes:
            method = base.record.methods.get(name)
            if method is not None:
                fn = base.module.functions[method]
                if fn.head.flags & 4:
                    return self._made(("fn", fn, True), depth + 1)
                return ("fn", fn, (bound or bool(fn.head.flags & 2)) and not fn.head.flags & 1)
            for where, node, _ in base.attributes.get(name, ()):
                found = self.entity(where, node, depth + 1)
                if found:
                    return found
            for field in base.record.fields:
                if field.name == name and field.annotation and (found := self.annotated(base.fn, field.annotation, depth + 1)):
                    return found
        return ("lib", f"{libraries[0]}.{name}") if libraries else None

    def mro(self, cls: Cls) -> tuple[list[Cls], list[str]]:
        """The class and its bases in the project, and dotted names of its bases outside."""
        if cls.known_mro is None:
            if self._inheriting > _DEEPEST:
                self.reads.beyond.add(f"a class that more than {_DEEPEST} others stand above")
                return [cls], []
            self.reads.inherits(cls)
            cls.known_mro = ([cls], [])  # ends inheritance cycles
            self._inheriting += 1
            cls.known_mro = self._bases(cls)
            self._inheriting -= 1
        return cls.known_mro

    def _bases(self, cls: Cls) -> tuple[list[Cls], list[str]]:
        classes, libraries = {cls: None}, dict[str, None]()
        for base in cls.record.bases:
            entity = self.lookup(cls.fn, base)
            if entity and entity[0] == "cls":
                inner, outer = self.mro(entity[1])
                classes.update(dict.fromkeys(inner))
                libraries.update(dict.fromkeys(outer))
            elif entity and entity[0] == "lib":
                libraries[entity[1]] = None
        if max(len(classes), len(libraries)) > _MOST_BASES:
            self.reads.beyond.add(f"a class that more than {_MOST_BASES} others stand above")
        return list(classes)[:_MOST_BASES], list(libraries)[:_MOST_BASES]

    def imported_value(self, dotted: str, near: Module) -> tuple[Fn, int] | None:
        """Where an imported global variable of the project gets its value."""
        owner, _, name = dotted.rpartition(".")
        module = self.module(owner, near) if owner else None
        return self.global_value(module, name) if module is not None else None

    def global_value(self, module: Module, name: str, depth: int = 0) -> tuple[Fn, int] | None:
        """Where a module's global gets its value, through re-exports."""
        body = module.functions[0].body
        node = body.final.get(name)
        if node is None:
            return None
        if depth > _MOST_EXPORTS:
            self.reads.beyond.add(f"a global that is exported through more than {_MOST_EXPORTS} modules")
            return None
        record = body.nodes[node]
        if record[0] == ir.IMPORT:
            owner, _, inner = record[1].rpartition(".")
            source = self.module(owner, module) if owner else None
            return self.global_value(source, inner, depth + 1) if source is not None and source is not module else None
        return module.functions[0], node

    def method(self, cls: Cls, name: str) -> Fn | None:
        """A class's method of that name, its bases' included."""
        for base in self.mro(cls)[0]:
            index = base.record.methods.get(name)
            if index is not None:
                return base.module.functions[index]
        return None

    def callees(self, fn: Fn, call: int) -> list[tuple[Fn, bool]]:
        """The project's functions that a call may run, and whether the first parameter is already bound."""
        node = fn.body.nodes[call]
        entity = self.entity(fn, node[1])
        if entity is None:
            return list(self._by_method_name(fn, node[1]))
        if entity[0] == "cls":
            return [(method, True) for method in self._constructors(entity[1])]
        if entity[0] != "fn":
            return []
        found = [(entity[1], bool(entity[2]))]
        if entity[1].owner is not None and entity[2]:
            found += [(method, True) for method in self._overrides(entity[1])]
        return found

    def _constructors(self, cls: Cls) -> Iterator[Fn]:
        for base in self.mro(cls)[0]:
            for name in ("__init__", "__new__", "__post_init__"):
                if name in base.record.methods:
                    yield base.module.functions[base.record.methods[name]]
                    return

    def _by_method_name(self, fn: Fn, callee: int) -> Iterator[tuple[Fn, bool]]:
        node = fn.body.nodes[callee]
        if node[0] == ir.ATTR and len(node[2]) >= 7 and not node[2].startswith("__"):
            self.reads.asked.add((METHODS, node[2], -1))
            only = self._only_method(node[2])
            if only is not None and only.head.params:
                self.reads.modules.add(only.module)
                yield only, not only.head.flags & 1

    def named(self, name: str) -> list[Fn]:
        """Every method of that name, of whatever class; at most twenty."""
        self.reads.asked.add((NAMED, name, -1))
        return self._methods.get(name, [])[:_MOST_OVERRIDES]

    def _only_method(self, name: str) -> Fn | None:
        found = self._methods.get(name, ())
        return found[0] if len(found) == 1 else None

    def _overrides(self, method: Fn) -> Iterator[Fn]:
        if method.owner is None:
            return
        self.reads.asked.add((BELOW, method.owner.module.path, method.owner.index))
        if len(method.owner.subclasses) > _MOST_OVERRIDES:
            self.reads.beyond.add(f"a method of a class that more than {_MOST_OVERRIDES} inherit from")
        for cls in method.owner.subclasses[:_MOST_OVERRIDES]:
            self.reads.modules.add(cls.module)
            index = cls.record.methods.get(method.name)
            if index is not None:
                yield cls.module.functions[index]


def _shared(one: list[str], other: list[str]) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _beside(module: Module, near: Module) -> bool:
    """Whether a script can import a sibling by its bare name."""
    return module.parts[:-1] == near.parts[: len(module.parts) - 1] or module.parts[:-1] == near.parts[:-1]


def _rooted(module: Module, top: str) -> bool:
    """Whether the name begins at a plausible import root: the project's, ``src/``, or a folder that only holds packages."""
    return top in module.parts
