"""What a project is made of: modules, classes and functions, each as its file's facts tell of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from sys import intern
from typing import TYPE_CHECKING, Any, TypeVar, cast

from checker.source.index.marks import KIND
from checker.source.ir import ATTR, CONST, STATIC, Body, Class, Evidence, Function, ModuleFacts
from checker.source.lexicon.words import split
from checker.source.names.reads import Reads, parameter, stored

if TYPE_CHECKING:
    from checker.source.ir.ways import Block

Item = TypeVar("Item")
Entity = tuple[Any, ...]
"""``("lib", dotted)`` a library object; ``("made", dotted)`` what calling one gives; ``("mod", Module)``; ``("fn", Fn, bound)``;
``("cls", Cls)``; ``("inst", Cls)``."""


class _Unread:
    """Stands for a function's body that nobody has asked for yet; who asks it for a part has the body read."""

    __slots__ = ("_fn",)

    def __init__(self, fn: Fn) -> None:
        self._fn = fn

    def __getattr__(self, name: str) -> Any:
        fn = self._fn
        fn.body = body = fn.module.reads.body(fn, fn.module.facts.bodies[fn.index])
        return getattr(body, name)


class Fn:
    """A function of the project, or a module's body.

    It has no ``__getattr__``, with which Python would look each attribute up anew each time.
    """

    __slots__ = (
        "body",
        "called",
        "classes",
        "compared",
        "entities",
        "flows",
        "handed",
        "head",
        "index",
        "module",
        "name",
        "owner",
        "raised",
        "runs",
        "texts",
        "unread",
        "words",
    )

    def __init__(self, module: Module, index: int, head: Function) -> None:
        self.module = module
        self.index = index
        self.head = head
        self.name = intern(head.name.rpartition(".")[2])
        """Its bare name."""
        self.owner: Cls | None = None
        self.unread = cast("Body", _Unread(self))
        self.body = self.unread
        """Its node table."""
        self.entities: dict[int, Entity | None] = {}
        self.runs: dict[int, list[tuple[Fn, bool]]] = {}
        """What its calls may run; see `checker.source.names.lookup.Names.callees`."""
        self.flows: dict[int, Any] = {}
        self.raised: Any = None
        self.texts: dict[int, str] = {}
        """The source of its nodes: many ask for that of the same one."""
        self.words: frozenset[str] | None = None
        self.handed: dict[str, list[tuple[int, int | str]]] | None = None
        """The calls that a value is given to, and where in them, by its source; see `checker.source.flow.evidence.consumers`."""
        self.compared: dict[str, frozenset[str]] | None = None
        """The literals that an expression is compared with, by its source; see `checker.source.flow.evidence.contradictions`."""
        self.called: dict[str, list[int]] | None = None
        """The lines in which a name is given what a call gives."""
        self.classes: frozenset[str] | None = None
        """What it names that is called as classes are; see `checker.source.audit.changing.kinds`."""

    @property
    def data(self) -> bytes:
        """Its body, encoded: text still stands there as it is, and most bodies need no decoding to tell that something is not in them."""
        self.module.reads.encoded.add(self)
        return self.module.facts.bodies[self.index]

    @property
    def steps(self) -> Block:
        """What it does in order, branch by branch."""
        return self.module.reads.tree(self, self.body)

    @property
    def key(self) -> tuple[str, int]:
        """What it is called from one run to the next, while its file does not change."""
        return self.module.path, self.index

    def forget(self) -> None:
        """Know nothing of it but its facts, and what these alone tell: see `Reads.body`."""
        self.body, self.raised = self.unread, None
        self.entities, self.runs, self.flows = {}, {}, {}

    def undo(self) -> None:
        """Give up what was made of its body, to have room for others."""
        self.compared = self.handed = self.called = None
        self.texts = {}
        if self.owner is not None:
            self.owner.handed = None

    @property
    def is_method(self) -> bool:
        """Whether its first parameter is the instance or the class."""
        return self.owner is not None and not self.head.flags & STATIC and bool(self.head.params)


def _last_given(fn: Fn, this: str) -> dict[str, int]:
    """The lines in which a constructor gives an attribute its value for good, whatever it was given above and nobody has read."""
    names = [store.name for store in fn.head.stores if store.owner == this]
    again = {store.name: store.line for store in fn.head.stores if not store.guarded and names.count(store.name) > 1}
    if not again:
        return again
    nodes = fn.body.nodes
    kept = {node[2] for node in nodes if node[0] == ATTR}  # what is read between, and what is emptied at the end
    ends = (store for store in fn.head.stores if not store.guarded and again.get(store.name) == store.line)
    kept |= {store.name for store in ends if nodes[store.value][0] == CONST}
    return {name: line for name, line in again.items() if name not in kept}


class Cls:
    """A class of the project."""

    __slots__ = ("_attributes", "_members", "fn", "handed", "index", "known_mro", "module", "name", "record")

    def __init__(self, module: Module, index: int, record: Class) -> None:
        self.module = module
        self.index = index
        self.record = record
        self.name = intern(record.name.rpartition(".")[2])
        """Its bare name."""
        self.fn = module.functions[record.function]
        self.known_mro: tuple[list[Cls], list[str]] | None = None
        self._attributes: dict[str, list[tuple[Fn, int, int]]] | None = None
        self._members: dict[str, list[Evidence]] | None = None
        self.handed: dict[str, list[Fn]] | None = None
        """The methods that give an attribute of theirs to a call, by its source; see `checker.source.flow.evidence.consumers`."""

    def forget(self) -> None:
        """Know nothing of its bases."""
        self.known_mro = None

    @property
    def attributes(self) -> dict[str, list[tuple[Fn, int, int]]]:
        """Attribute to what is stored in it by its own body and methods: function, node, line."""
        if self._attributes is None:
            found: dict[str, list[tuple[Fn, int, int]]] = {}
            for field in self.record.fields:
                if field.value >= 0:
                    found.setdefault(field.name, []).append((self.fn, field.value, field.line))
            for method in self.record.methods.values():
                fn = self.module.functions[method]
                this = fn.head.params[0] if fn.head.params else ""
                last = _last_given(fn, this) if fn.name == "__init__" else {}
                for store in fn.head.stores:
                    if store.owner and store.owner == this and store.line >= last.get(store.name, 0):
                        found.setdefault(store.name, []).append((fn, store.value, store.line))
            self._attributes = found
        return self._attributes

    @property
    def members(self) -> dict[str, list[Evidence]]:
        """By the source of a value: what its methods read of it."""
        if self._members is None:
            self._members = {}
            for method in self.record.methods.values():
                for member in self.module.functions[method].head.members:
                    self._members.setdefault(member.owner, []).append(member)
        return self._members


class All(list[Item]):
    """All functions or classes of a module: who looks at them one after the other depends on each, and on there being no other.

    A slice notes nothing: it is for whoever makes the facts of this very module.
    """

    __slots__ = ("_module",)

    def __init__(self, module: Module, items: Iterable[Item]) -> None:
        super().__init__(items)
        self._module = module

    def __iter__(self) -> Iterator[Item]:
        self._module.reads.modules.add(self._module)
        return super().__iter__()


class Module:
    """A file of the project."""

    facts: ModuleFacts
    functions: list[Fn]
    classes: list[Cls]

    def __init__(self, path: str, position: int, reads: Reads, facts: ModuleFacts | None) -> None:
        self.path = path
        """Relative to the project root."""
        self.position = position
        """Among all modules."""
        self.reads = reads
        parts = path.rpartition(".")[0].split("/") if path.endswith((".py", ".pyw")) else path.split("/")
        self.parts = parts[:-1] if parts[-1] == "__init__" else parts
        self.dotted = ".".join(self.parts)
        self._speaks: dict[str, bool] = {}
        self._stars: list[str] | None = None
        if facts is not None:
            self.take(facts)

    def take(self, facts: ModuleFacts) -> None:
        """Know its facts, and what is made of them."""
        self.facts = facts
        self.functions = All(self, (Fn(self, index, head) for index, head in enumerate(facts.functions)))
        self.classes = All(self, (Cls(self, index, record) for index, record in enumerate(facts.classes)))
        for fn in list.__iter__(self.functions):
            if fn.head.cls >= 0:
                fn.owner = self.classes[fn.head.cls]

    @property
    def is_read(self) -> bool:
        """Whether its facts are at hand."""
        return "facts" in self.__dict__

    @property
    def imports(self) -> list[str]:
        """Dotted names of all modules that it imports, sorted."""
        self.reads.imports.add(self)
        return self.facts.imports

    @property
    def tops(self) -> frozenset[str]:
        """Top-level names of everything that it imports."""
        self.reads.imports.add(self)
        return self._tops

    @cached_property
    def _tops(self) -> frozenset[str]:
        return frozenset(name.partition(".")[0] for name in self.facts.imports)

    def speaks_of(self, tells: Callable[[str], object], kind: str = "secrets") -> bool:
        """Whether a parameter, an attribute or a key anywhere in it has a name of that kind; asked once for each kind."""
        self.reads.modules.add(self)  # whoever looked first
        known = self._speaks.get(kind)
        if known is None:
            heads = [fn.head for fn in self.functions]
            named = (name for head in heads for name in (*head.params, *(store.name for store in head.stores)))
            noted = (one.name for head in heads for one in (*head.members, *head.uses) if not one.name.startswith(KIND))
            known = self._speaks[kind] = any(map(tells, named)) or any(map(tells, noted))
        return known

    @property
    def spoken(self) -> frozenset[str]:
        """Words of its parameters, attributes, keys, functions, classes and of what it calls: what it is about."""
        self.reads.modules.add(self)
        return self._spoken

    @cached_property
    def _spoken(self) -> frozenset[str]:
        heads = [fn.head for fn in self.functions]
        names = {name for head in heads for name in (head.name, *head.params, *head.called, *(store.name for store in head.stores))}
        names |= {one.name for head in heads for one in (*head.members, *head.uses) if not one.name.startswith(KIND)}
        names |= {name for cls in self.classes for name in (cls.name, *(field.name for field in cls.record.fields))}
        return frozenset(word for name in names for word in split(name))

    def taking(self, name: str) -> list[Fn]:
        """The functions that have a parameter of that name."""
        self.reads.heads.add(self)
        self.reads.missed.add(parameter(name))
        return [fn for fn in self.functions[:] if name in fn.head.params]

    def namesakes(self, fn: Fn) -> list[Fn]:
        """Its functions of the same qualified name, ``fn`` left out: of a condition hangs which of them is called."""
        self.reads.heads.add(self)
        return [one for one in self._named.get(fn.head.name, ()) if one is not fn]

    @cached_property
    def _named(self) -> dict[str, list[Fn]]:
        found: dict[str, list[Fn]] = {}
        for fn in self.functions[1:]:
            found.setdefault(fn.head.name, []).append(fn)
        return found

    @property
    def stars(self) -> list[str]:
        """Modules whose every name it imports."""
        final = self.functions[0].body.final  # so that this read is noted
        if self._stars is None:
            self._stars = [name[1:] for name in dict.keys(final) if name.startswith("*")]
        return self._stars

    def declared(self, name: str) -> Sequence[tuple[Fn, int]]:
        """What functions store in a global of that name by a ``global`` statement."""
        self.reads.heads.add(self)
        self.reads.missed.add(stored(name))
        return self._declared.get(name, ())

    @cached_property
    def _declared(self) -> dict[str, list[tuple[Fn, int]]]:
        found: dict[str, list[tuple[Fn, int]]] = {}
        for fn in self.functions[1:]:
            for store in fn.head.stores:
                if store.owner == "global":
                    found.setdefault(store.name, []).append((fn, store.value))
        return found


class Later(Module):
    """A file whose facts are read when one of them is first asked for: after that, asking costs no call."""

    def __init__(self, path: str, position: int, reads: Reads, load: Callable[[str], ModuleFacts]) -> None:
        super().__init__(path, position, reads, None)
        self._load = load

    def __getattr__(self, name: str) -> Any:
        if name not in ("facts", "functions", "classes"):
            raise AttributeError(name)
        self.take(self._load(self.path))
        return self.__dict__[name]
