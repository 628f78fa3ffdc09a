"""What an object of a known class shows when it is turned into text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.holding.login_fields import carries
from checker.source.flow.holding.oslo_objects import versioned
from checker.source.flow.literal import source
from checker.source.flow.origin import CLEAN, HIDDEN_IN_REPR, SHOWN_IN_REPR, UNKNOWN, Flow, Found, Place, hop, mark, merge, weaker
from checker.source.ir import Field
from checker.source.lexicon import annotated
from checker.source.lexicon.words import split
from checker.source.names.elements import Cls, Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_RECORDS = frozenset({"dataclass", "dataclasses", "define", "frozen", "mutable", "attrs", "s", "attr", "attributes", "pydantic_dataclass"})
_SCHEMAS = frozenset({"strawberry.input", "strawberry.type", "strawberry.interface"})
"""Decorators of a library that make a class a dataclass: https://strawberry.rocks/docs/types/input-types"""
_RECORD_BASES = frozenset({"BaseModel", "BaseSettings", "NamedTuple", "SQLModel", "Struct", "TypedDict", "RootModel", "GenericModel"})
_WITH_PRIVATE = frozenset({"BaseModel", "BaseSettings", "SQLModel", "RootModel", "GenericModel"})
"""Bases whose texts leave out what begins with an underscore."""
_FIELD_CALLS = frozenset({"field", "Field", "ib", "attrib", "PrivateAttr", "mapped_column"})
_NO_PART = frozenset({"Callable", "ClassVar", "InitVar", "Type", "type", "Relationship", "Mapped", "weakref", "ReferenceType"})
"""Words of an annotation of which the object's text does not show what stands behind them."""
_DEEPEST = 2
"""Records within records whose fields are looked at."""
_MOST_KINDS = 20
"""Classes below that of a field that are looked at."""
_MOST_TOLD = 3
"""Fields of one object that are told."""
_LISTS = frozenset({"list", "List", "Sequence", "MutableSequence", "Iterable", "Collection", "tuple", "Tuple", "set", "Set"})
_GENERATORS = frozenset({"Generator", "AsyncGenerator"})
_GIVING = _GENERATORS | {"Iterator", "AsyncIterator", "AsyncIterable"}
"""What a loop takes one item after another of, and of which the text shows none."""
_NUMBERS = frozenset({"bool", "int", "float"})
_VALUES = frozenset({"values", "items", "itervalues", "iteritems"})
"""Methods that give what a mapping holds."""
_OPTIONS = "options"
"""The word of classes that hold what a request is to be made of."""
_PARTS = "__repr_args__"
"""The method by which a class of pydantic says what its text is made of."""
TEXTS = ("__str__", "__repr__", "__format__")
"""Methods by which a class gives its own text, the first one that it has."""


def shown(follower: Follower, cls: Cls, place: Place, text: str, depth: int = 0) -> Flow:
    """What ``str()`` of an instance shows: clean where the class hides or has no secrets."""
    classes, libraries = follower.names.mro(cls)
    if _is_enum(libraries):
        return CLEAN
    own = _texts(classes)
    if "__str__" in own and "__repr__" in own:
        return _either(*(_own_text(follower, own[name], place, text) for name in ("__str__", "__repr__")))
    told = own.get("__str__") or (own["__format__"] if list(own) == ["__format__"] else None)  # which only f-strings ask for
    if told is not None and is_record(follower, cls):
        return _either(_own_text(follower, told, place, text), members(follower, cls, place, text, depth))
    if own:
        return _own_text(follower, next(iter(own.values())), place, text)
    if any(annotated.names_exception(name) for name in (*libraries, cls.name)):
        return UNKNOWN
    if not is_record(follower, cls):
        return versioned(follower, cls, place, text)
    parts = follower.names.method(cls, _PARTS)
    return CLEAN if parts is not None and follower.functions.redactors.really(parts) else members(follower, cls, place, text, depth)


def several(follower: Follower, fn: Fn, position: int, place: Place, flow: Flow) -> Flow:
    """The flow of a parameter with what it shows as a list of records: ``accounts: list[Account]``."""
    held = of_several(follower, fn, fn.head.annotations[position], place, fn.head.params[position])
    return replace(flow, found=(*flow.found, *held.found)) if held.found else flow


def of_several(follower: Follower, fn: Fn, annotation: str, place: Place, text: str) -> Flow:
    """What a value shows of which an annotation says that it is a list or a dict of records."""
    cls = _listed(follower, fn, annotation) or _mapped(follower, fn, annotation)
    return mark(shown(follower, cls, place, text), "repr") if cls is not None else UNKNOWN


def declared(follower: Follower, fn: Fn, annotation: str, place: Place, text: str) -> Flow:
    """What a value shows of which an annotation says what it is."""
    entity = follower.names.annotated(fn, annotation)
    if entity is not None and entity[0] == "inst" and not follower.names.is_text_class(entity[1]):
        return shown(follower, entity[1], place, text)
    return of_several(follower, fn, annotation, place, text)


def one_of(follower: Follower, fn: Fn, node: int) -> Flow:
    """What one item shows of a list of records: of a parameter, of an attribute or of what a function gives that is annotated so."""
    cls = _listed_by(follower, fn, node)
    if cls is None:
        return UNKNOWN
    owner, _, method = follower.text(fn, node).removesuffix("()").rpartition(".")
    text = owner if method in _VALUES else follower.text(fn, node)
    return shown(follower, cls, follower.place(fn, source(fn, node)), text)


def _listed_by(follower: Follower, fn: Fn, node: int, stored: bool = False) -> Cls | None:
    """The class of the project of which a value is a list, as an annotation says of it; ``stored`` where it is what an attribute keeps."""
    record, names = source(fn, node), follower.names
    if record[0] == ir.PARAM:
        return _listed(follower, fn, fn.head.annotations[record[1]])
    if record[0] == ir.CALL:
        callee, made = fn.body.nodes[record[1]], names.entity(fn, record[1])
        if callee[0] == ir.ATTR and callee[2] in _VALUES:
            mapping = source(fn, callee[1])
            return _mapped(follower, fn, fn.head.annotations[mapping[1]]) if mapping[0] == ir.PARAM else None
        return _listed(follower, made[1], made[1].head.returns, _GIVING) if made is not None and made[0] == "fn" else None
    owner = names.entity(fn, record[1]) if record[0] == ir.ATTR and not stored else None
    if owner is None or owner[0] != "inst":
        return None
    for base in names.mro(owner[1])[0]:
        for field in base.record.fields:
            if field.name == record[2] and field.annotation:
                return _listed(follower, base.fn, field.annotation)
        for where, value, _ in base.attributes.get(record[2], ()):
            if (cls := _listed_by(follower, where, value, stored=True)) is not None:
                return cls
    return None


def _listed(follower: Follower, fn: Fn, annotation: str, also: frozenset[str] = frozenset()) -> Cls | None:
    """The class of the project of which an annotation says that a value is a list, ``list[Account]``, or something in ``also``."""
    kind, _, item = annotation.removeprefix("Optional ").partition(" ")
    name = kind.rpartition(".")[2]
    if name not in _LISTS | also or not item:
        return None
    entity = follower.names.annotated(fn, item.partition(" ")[0] if name in _GENERATORS else item)
    return entity[1] if entity is not None and entity[0] == "inst" else None


def _mapped(follower: Follower, fn: Fn, annotation: str) -> Cls | None:
    """The class of the project of which an annotation says that it is what a mapping holds: ``dict[str, Account]``."""
    entity = follower.names.annotated(fn, " ".join(annotation.split()[2:])) if annotated.is_mapping(annotation) else None
    return entity[1] if entity is not None and entity[0] == "inst" else None


def _texts(classes: Iterable[Cls]) -> dict[str, Fn]:
    """The methods by which a class gives its own text."""
    found: dict[str, Fn] = {}
    for base in classes:
        for name in TEXTS:
            if name in base.record.methods and name not in found:
                found[name] = base.module.functions[base.record.methods[name]]
    return found


def _either(shown: Flow, as_repr: Flow) -> Flow:
    """What ``str()`` shows, marked where ``repr()`` hides it; and what only ``repr()`` shows."""
    if shown.found and not as_repr.found:
        return mark(shown, HIDDEN_IN_REPR)
    return mark(as_repr, SHOWN_IN_REPR) if as_repr.found and not shown.found else shown


def _own_text(follower: Follower, method: Fn, place: Place, text: str) -> Flow:
    flows = [follower.flow(method, value) for value in method.body.returns]
    own = tuple(replace(item, passed=item.passed - {"repr"}) for item in merge(flows).found if _is_told(item))
    if not own:
        return CLEAN
    made = Flow(own)
    if not all(any(map(_is_told, flow.found)) for flow in flows):  # another kind of instance shows nothing
        made = weaker(made, Confidence.LOW)
    return hop(made, place, f"`{text}` shows it in `{method.head.name}()`")


def _is_told(item: Found) -> bool:
    """Whether an origin in an object's own text is worth telling."""
    if item.category == "container":
        return bool(item.member) or item.kind != "variables"
    return item.category in ("secret", "grave", "personal", "url")


def is_record(follower: Follower, cls: Cls) -> bool:
    """Whether the class gets a text made of its fields: dataclasses, attrs, pydantic, NamedTuple, msgspec, SQLModel."""
    classes, libraries = follower.names.mro(cls)
    if any(name.rpartition(".")[2] in _RECORD_BASES for name in libraries):
        return not any(name.rpartition(".")[2] == "Struct" and "ctypes" in name for name in libraries)
    for base in classes:
        for decorator in base.record.decorators:
            name, keywords = _decorator(follower, base.fn, decorator)
            if (name.rpartition(".")[2] in _RECORDS or name in _SCHEMAS) and keywords.get("repr") is not False:
                return True
    return False


def _decorator(follower: Follower, fn: Fn, node: int) -> tuple[str, dict[str, Any]]:
    record = fn.body.nodes[node]
    if record[0] != ir.CALL:
        return follower.text(fn, node), {}
    keywords = {}
    for name, value in record[3]:
        given = fn.body.nodes[value]
        if given[0] == ir.CONST:
            keywords[name] = given[1]
    return follower.text(fn, record[1]), keywords


def members(
    follower: Follower, cls: Cls, place: Place, text: str, depth: int = 0, gone: frozenset[str] = frozenset(), dumped: bool = False
) -> Flow:
    """The secret fields of a class, and of the records that its fields hold, as one container for each category; without those ``gone``.

    ``dumped`` is what is written out whole, with the fields that its text hides: ``settings.model_dump()``.
    """
    found: list[Found] = []
    seen = set(gone)
    classes, libraries = follower.names.mro(cls)
    private = "_" if any(name.rpartition(".")[2] in _WITH_PRIVATE for name in libraries) else "\0"
    for base in classes:
        for field in base.record.fields:
            if field.name in seen or field.name.startswith(private) or not (field.annotation or _is_field(follower, base.fn, field.value)):
                continue
            seen.add(field.name)
            telling = follower.lexicon.tell(field.name)
            if (telling is None or telling.weak) and depth < _DEEPEST and len(found) < _MOST_TOLD:
                found += _inside(follower, base, field, cls, place, text, depth)
            if telling is None and (carried := carries(cls, field)) and not _hidden(follower, base.fn, field.value):
                step = (base.module.path, field.line, 0, f"`{cls.name}.{field.name}` is part of its text")
                sure = Confidence.LOW if _OPTIONS in split(cls.name) else Confidence.MEDIUM  # a client adds its own headers later
                found.append(Found("container", f"`{text}` ({cls.name})", text, sure, place, "members", carried, (step,)))
            safe = annotated.is_safe(field.annotation, follower.tables.safe_types)
            if telling is None or telling.weak or telling.category == "personal" or safe:
                continue
            if field.annotation.partition(" ")[0].rpartition(".")[2].lower() in ("dict", "mapping", "list", "set", "callable", "classvar"):
                continue
            if not dumped and _hidden(follower, base.fn, field.value):
                continue
            if _is_told_by_class(follower, base.fn, field.annotation, place, depth):
                continue
            if telling.company and follower.by_name.sure(base.fn, telling, f"{base.name}.{field.name}") == Confidence.LOW:
                continue
            label = f"`{text}` ({cls.name})" if text != cls.name else f"`{cls.name}`"
            step = (base.module.path, field.line, 0, f"`{cls.name}.{field.name}` is part of its text")
            found.append(Found("container", label, text, Confidence.HIGH, place, "members", telling.label, (step,)))
    return Flow(tuple(found[:_MOST_TOLD])) if found else UNKNOWN


def _is_told_by_class(follower: Follower, fn: Fn, annotation: str, place: Place, depth: int) -> bool:
    """Whether what is called like a secret is a record of the project, whose own fields say that none is in it: where one is kept."""
    names = [name for name in annotation.split() if annotated.names_class(name)]
    kept = [follower.names.lookup(fn, name) for name in names] if depth <= _DEEPEST else []
    return bool(kept) and all(
        one is not None and one[0] == "cls" and is_record(follower, one[1]) and not shown(follower, one[1], place, "", depth + 1).found
        for one in kept
    )


def _inside(follower: Follower, base: Cls, field: Field, cls: Cls, place: Place, text: str, depth: int) -> Iterator[Found]:
    """What a field shows that holds another record, or several: ``auth: Credentials``, ``accounts: list[Account]``."""
    names = field.annotation.split()
    if not _NO_PART.isdisjoint(name.rpartition(".")[2] for name in names) or _hidden(follower, base.fn, field.value):
        return
    for name in names:
        if not name.rpartition(".")[2][:1].isupper():
            continue
        entity = follower.names.lookup(base.fn, name)
        if entity is None or entity[0] != "cls" or entity[1] is cls:
            continue
        step = (base.module.path, field.line, 0, f"`{cls.name}.{field.name}` is part of its text")
        label = f"`{text}` ({cls.name})" if text != cls.name else f"`{cls.name}`"
        held = shown(follower, entity[1], place, text, depth + 1)
        if not held.found and not held.clean:
            held = _below(follower, entity[1], place, text, depth + 1)
        for item in held.found:
            if item.category == "container" and item.member and item.kind == "members":
                yield replace(item, label=label, hops=(step, *item.hops))


def _below(follower: Follower, cls: Cls, place: Place, text: str, depth: int) -> Flow:
    """What a field of a record shows that holds one of several kinds of it, ``class Login(Step)`` of a ``Step``; a hint where few do."""
    kinds = list(follower.names.below(cls))
    if not is_record(follower, cls) or len(kinds) > _MOST_KINDS:
        return UNKNOWN
    held = [shown(follower, kind, place, text, depth) for kind in kinds]
    often = 2 * sum(bool(flow.found) for flow in held) >= len(kinds)
    return weaker(merge(held), Confidence.MEDIUM if often else Confidence.LOW)


def _is_field(follower: Follower, fn: Fn, value: int) -> bool:
    """Whether a class attribute is one of the calls that make a field: ``attr.ib()``."""
    record = _made(fn, value)
    return record[0] == ir.CALL and follower.text(fn, record[1]).rpartition(".")[2] in _FIELD_CALLS


def _made(fn: Fn, value: int) -> ir.Node:
    record: ir.Node = fn.body.nodes[value] if value >= 0 else [ir.OPAQUE]
    return fn.body.nodes[record[2]] if record[0] == ir.VAR else record


def _hidden(follower: Follower, fn: Fn, value: int) -> bool:
    """``field(repr=False)``, and what is no text, ``attr.ib(validator=instance_of(bool))``."""
    if not _is_field(follower, fn, value):
        return False
    record = _made(fn, value)
    for name, given in record[3]:
        constant = fn.body.nodes[given]
        if constant[0] == ir.CONST and name == "repr" and constant[1] is False:
            return True
        if name == "repr" and constant[0] in (ir.LAMBDA, ir.GLOBAL, ir.ATTR):
            return True  # a function of the project's own makes the text
        if name == "validator" and _takes_flags(follower, fn, constant):
            return True
    return False


def _takes_flags(follower: Follower, fn: Fn, made: ir.Node) -> bool:
    """``attr.ib(validator=instance_of(bool))``: whether there is one."""
    if made[0] != ir.CALL or len(made[2]) != 1 or made[2][0] < 0:
        return False
    called, given = follower.text(fn, made[1]), follower.text(fn, made[2][0])
    return called.rpartition(".")[2] == "instance_of" and given in _NUMBERS


def hidden(follower: Follower, cls: Cls) -> frozenset[str]:
    """Fields that are no part of the object's text, or of a type that shows nothing."""
    return frozenset(
        field.name
        for base in follower.names.mro(cls)[0]
        for field in base.record.fields
        if _hidden(follower, base.fn, field.value) or annotated.is_safe(field.annotation, follower.tables.safe_types)
    )


def _is_enum(libraries: list[str]) -> bool:
    return any(
        name.rpartition(".")[2] in ("Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "TextChoices", "IntegerChoices") for name in libraries
    )


def is_exception(follower: Follower, entity: tuple[Any, ...]) -> bool:
    """Whether an entity is an exception's class."""
    if entity[0] == "lib":
        return annotated.names_exception(entity[1])
    if entity[0] == "cls":
        cls = entity[1]
        return any(annotated.names_exception(name) for name in (*follower.names.mro(cls)[1], cls.name))
    return False
