"""What names mean across files: which module, class, function or library object an expression stands for."""

from __future__ import annotations

from collections.abc import Iterable

from checker.source import ir
from checker.source.ir import ModuleFacts
from checker.source.names import arrived
from checker.source.names.above import ABOVE, inherited
from checker.source.names.elements import Cls, Entity, Fn, Module
from checker.source.names.modules import Modules
from checker.source.names.survey import Earlier

_PROMISES = frozenset({"Future", "Task", "Awaitable", "Coroutine", "Deferred"})
"""Types of what is waited for: what it comes to stands behind them."""
_AROUND = frozenset({
    "Optional", "Union", "Annotated", "None", "Final", "ClassVar", "Any", "Type", "type", "Literal", "FromDishka", "Injected"
})  # fmt: skip
"""Names that stand around a class in an annotation: those of typing, and of libraries that give a function what it asks for."""
VALIDATES = frozenset({"model_validate", "model_validate_json", "model_construct", "parse_obj", "parse_raw", "from_orm"})
"""Methods of pydantic's models that make one."""
_TEXTS = frozenset({"str", "bytes", "typing.NewType", "typing.Text", "typing.AnyStr", "typing_extensions.NewType"})
"""What a name stands for in an annotation that says that a value is a text."""
_CASTS = ("typing.cast", "typing_extensions.cast")
_VARIABLES = (("made", "typing.TypeVar"), ("made", "typing_extensions.TypeVar"))
_DEEPEST = 40
_FAR = f"a name that leads through more than {_DEEPEST} others"
_VENDORED = ".six.moves."
_MOST_EXPORTS = 8
_MOST_BASES = 100
"""Classes that one inherits from, and modules that a name is looked for in through star imports; more are not followed."""


class Meanings(Modules):
    """Looks names up; what it found is kept until it is told to forget."""

    def __init__(self, modules: Iterable[ModuleFacts], earlier: Earlier | None = None) -> None:
        super().__init__(modules, earlier)
        self._imported: dict[tuple[str, str], Entity] = {}
        self._starred: dict[tuple[Module, str], Entity | None] = {}
        self._inheriting = 0

    def imported(self, dotted: str, near: Module, depth: int = 0) -> Entity:
        """What an imported dotted name means, seen from a module."""
        key = (near.path.rpartition("/")[0], dotted)
        found = self._imported.get(key)
        if found is None:
            self._imported[key] = ("lib", dotted)  # ends import cycles
            found = self._imported[key] = self._import(dotted, near, depth)
        return found

    def _import(self, dotted: str, near: Module, depth: int) -> Entity:
        if _VENDORED in dotted:  # a project's own copy of six, which makes these modules as it runs
            return ("lib", dotted[dotted.index(_VENDORED) + 1 :])
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
        found = known[node] = self._entity(fn, record, depth + 1)
        return found

    def _entity(self, fn: Fn, node: ir.Node, depth: int) -> Entity | None:
        operation = node[0]
        if operation == ir.VAR:
            return self.entity(fn, node[2], depth)
        if operation == ir.GLOBAL:
            return self.free(fn, node[1], depth)
        if operation == ir.ATTR:
            return self._attribute(fn, node, depth)
        if operation == ir.CALL:
            return self._call(fn, node, depth)
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
        if operation == ir.CAUGHT:
            return arrived.caught(self, fn, node[1], depth)
        if operation in (ir.SET, ir.DROP, ir.TOUCHED, ir.MASKIF, ir.CHECKED):
            return self.entity(fn, node[1], depth)
        return None

    def _attribute(self, fn: Fn, node: ir.Node, depth: int) -> Entity | None:
        owner = self.entity(fn, node[1], depth)
        above = inherited(self, fn, node[2]) if owner == ABOVE else None
        return above or (self.attribute(owner, node[2], depth) if owner else None)

    def _call(self, fn: Fn, node: ir.Node, depth: int) -> Entity | None:
        """What a call gives."""
        called = fn.body.nodes[node[1]]  # Repository[User](session): what a generic class is of makes no other class
        callee = self.entity(fn, called[1] if called[0] == ir.ITEM and called[2] is None else node[1], depth)
        if called[0] == ir.ATTR and called[2] in VALIDATES and callee and callee[0] == "lib":
            model = self.entity(fn, called[1], depth)
            return ("inst", model[1]) if model and model[0] == "cls" else self._made(callee, depth)
        if callee and callee[0] == "lib" and callee[1] in _CASTS and len(node[2]) == 2 and min(node[2]) >= 0:
            return self._cast(fn, node[2], depth)
        return self._made(callee, depth) if callee else None

    def _cast(self, fn: Fn, given: list[int], depth: int) -> Entity | None:
        """What ``cast(Application, current_app)`` gives: an instance of the class, or what the value is where none is known."""
        kind, value = given
        written = fn.body.nodes[kind]
        if written[0] == ir.CONST and isinstance(written[1], str):
            model = self.annotated(fn, written[1], depth + 1)
        else:
            named = self.entity(fn, kind, depth)
            model = ("inst", named[1]) if named and named[0] == "cls" else None
        return model if model and model[0] == "inst" else self.entity(fn, value, depth)

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
            return ("cls" if fn.head.flags & ir.OF_CLASS else "inst", fn.owner)
        if fn.head.decorators and fn.head.params[position] == arrived.SENT and not fn.head.annotations[position]:
            return arrived.sent(self, fn, depth)
        return self.annotated(fn, fn.head.annotations[position], depth)

    def annotated(self, fn: Fn, annotation: str, depth: int = 0) -> Entity | None:
        """An instance of the first class that an annotation names."""
        for name in annotation.split():
            if name.rpartition(".")[2] in _AROUND:
                continue
            entity = self.lookup(fn, name, depth + 1)
            if entity and entity[0] == "cls":
                return ("inst", entity[1])
            if entity and entity[0] == "lib":
                return ("made", entity[1])
            return self._bound(fn, name, depth) if entity in _VARIABLES else None
        return None

    def is_text(self, fn: Fn, annotation: str) -> bool:
        """Whether the first name of an annotation stands for a text: ``Token = NewType("Token", str)``, ``class Token(str)``."""
        name = next((one for one in annotation.split() if one.rpartition(".")[2] not in _AROUND), "")
        entity = self.lookup(fn, name) if name else None
        if entity is None or entity[0] in ("cls", "inst"):
            return entity is not None and self.is_text_class(entity[1])
        return entity[0] in ("lib", "made") and entity[1] in _TEXTS

    def is_text_class(self, cls: Cls) -> bool:
        """Whether a class is a kind of text, and no enumeration."""
        bases = self.mro(cls)[1]
        return "str" in bases and not any(base.rpartition(".")[2].endswith("Enum") for base in bases)

    def _bound(self, fn: Fn, name: str, depth: int) -> Entity | None:
        """An instance of the class that a type variable is bound to: ``T = TypeVar("T", bound=Config)``."""
        where = self.binding(fn, name)
        if where is not None and where[0].body.nodes[where[1]][0] == ir.IMPORT:
            where = self.imported_value(where[0].body.nodes[where[1]][1], fn.module)
        if where is None or depth > _DEEPEST:
            return None
        owner, node = where
        record = owner.body.nodes[node]
        record = owner.body.nodes[record[2]] if record[0] == ir.VAR else record
        bound = next((value for key, value in record[3] if key == "bound"), -1) if record[0] == ir.CALL else -1
        if bound < 0:
            return None
        written = owner.body.nodes[bound]
        if written[0] == ir.CONST and isinstance(written[1], str):
            return self.annotated(owner, written[1], depth + 1)
        entity = self.entity(owner, bound, depth + 1)
        return ("inst", entity[1]) if entity and entity[0] == "cls" else None

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
                found = self.annotated(fn, _awaited(fn.head.returns), depth)
                if found:
                    return found
            if len(fn.body.returns) == 1 and not fn.head.flags & ir.GENERATOR:
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
        inner = self.called(f"{module.dotted}.{name}") if module.dotted else None
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
                if fn.head.flags & ir.PROPERTY:
                    return self._made(("fn", fn, True), depth + 1)
                return ("fn", fn, (bound or bool(fn.head.flags & ir.OF_CLASS)) and not fn.head.flags & ir.STATIC)
            stored = base.attributes.get(name, ())
            for where, node, _ in stored:
                found = self.entity(where, node, depth + 1)
                if found:
                    return found
            for field in base.record.fields:
                if field.name == name and field.annotation and (found := self.annotated(base.fn, field.annotation, depth + 1)):
                    return found
            if stored:
                return None  # its own, whatever the library has
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


def _awaited(annotation: str) -> str:
    """The annotation of what a call's result comes to: ``Future[str]``, ``Coroutine[Any, Any, str]``."""
    first, _, inner = annotation.partition(" ")
    return inner if first.rpartition(".")[2] in _PROMISES else annotation
