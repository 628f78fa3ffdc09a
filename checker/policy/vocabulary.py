"""Vocabulary files and a project's own vocabulary: schema made from `checker.vocabulary`'s structs, shortcuts, and the merge."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args, get_origin

import msgspec
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, StrictInt, StrictStr, create_model
from pydantic_core import PydanticCustomError, core_schema

from checker import vocabulary as known
from checker.source.lexicon.words import split

_LEAVES: dict[Any, Any] = {str: StrictStr, bool: StrictBool, int: StrictInt}
_CHOICES: dict[tuple[str, str], Any] = {
    ("Names", "category"): Literal["secret", "grave", "personal", "url"],
    ("Aside", "kind"): Literal["callable", "place", "address", "beside", "outcome", "flag", "unlogged", "logged", "instead", "teller"],
    ("Container", "confidence"): Literal["low", "medium", "high"],
    ("Sanitizer", "removes"): tuple[Literal["secret", "grave", "personal", "untrusted", "all"], ...],
}
"""Fields that take one of few words; anything else would silently never match."""
_ROUTE = re.compile(r"(?:[A-Z]+ )?/\S*")
_DOTTED = re.compile(r"(?:\*\.)?[^\W\d]\w*(?:\.[^\W\d]\w*)*")


def _dotted(name: str) -> str:
    if not _DOTTED.fullmatch(name):
        raise PydanticCustomError("dotted", "must be a dotted name such as myproject.text.scrub or *.scrub, without parentheses")
    return name


def _identifier(name: str) -> str:
    if not words_of(name):
        raise PydanticCustomError("identifier", "must be an identifier such as session_key")
    return name


def _route(path: str) -> str:
    if not _ROUTE.fullmatch(path):
        raise PydanticCustomError("dotted", "must be a path such as /orders/*/refund or DELETE /admin/**")
    return path


DottedName = Annotated[StrictStr, AfterValidator(_dotted)]
Identifier = Annotated[StrictStr, AfterValidator(_identifier)]
_CHOICES |= {
    ("Required", "calls"): tuple[DottedName, ...],
    ("Required", "decorators"): tuple[DottedName, ...],
    ("Required", "routes"): tuple[Annotated[StrictStr, AfterValidator(_route)], ...],
}


def words_of(identifier: str) -> str:
    """An identifier's words, in lower case, with blanks between: ``sessionKey`` is ``session key``."""
    return " ".join(split(identifier))


def _typed(owner: str, name: str, annotation: Any) -> Any:
    """The pydantic type for a struct's field."""
    if (owner, name) in _CHOICES:
        return _CHOICES[owner, name]
    if annotation in _LEAVES:
        return _LEAVES[annotation]
    arguments = get_args(annotation)
    if get_origin(annotation) is tuple:
        return tuple[_typed(owner, "", arguments[0]), ...]  # type: ignore[misc]  # built at run time
    if get_origin(annotation) is dict:
        return dict[StrictStr, StrictStr]
    return mirror(annotation)


@cache
def mirror(struct: type[msgspec.Struct]) -> type[BaseModel]:
    """A pydantic model with the struct's fields, so that all errors are found and not only the first."""
    fields: dict[str, Any] = {}
    for info in msgspec.structs.fields(struct):
        default = ... if info.required else Field(default=info.default if info.default is not msgspec.NODEFAULT else {})
        fields[info.name] = (_typed(struct.__name__, info.name, info.type), default)
    return create_model(struct.__name__, __config__=ConfigDict(extra="forbid"), __doc__=struct.__doc__, **fields)


def _or_name(struct: type[msgspec.Struct], key: str, rest: Mapping[str, Any]) -> Any:
    """The struct's model, or one dotted name that stands for the struct with only ``key`` given."""

    def widen(value: Any) -> Any:
        return {**rest, key: [_dotted(value)]} if isinstance(value, str) else value

    return Annotated[mirror(struct), BeforeValidator(widen, json_schema_input_type=DottedName | mirror(struct))]


def _required() -> Any:
    """What must leave a record: its model, a dotted name, a path, or a decorator with its ``@``."""

    def widen(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        if value.startswith("@"):
            return {"decorators": [value[1:]]}
        return {"routes" if "/" in value else "calls": [value]}

    def named(made: BaseModel) -> BaseModel:
        if not any(getattr(made, name) for name in ("calls", "routes", "decorators")):
            raise PydanticCustomError("dotted", "names nothing: give it calls, routes or decorators")
        return made

    inner = mirror(known.Required)
    return Annotated[inner, BeforeValidator(widen, json_schema_input_type=StrictStr | inner), AfterValidator(named)]


@cache
def file_vocabulary() -> type[BaseModel]:
    """The form of ``policies/vocabulary/*.yaml``."""
    return mirror(known.Vocabulary)


def _several(kind: Any) -> Any:
    return tuple[kind, ...]


@cache
def project_vocabulary() -> type[BaseModel]:
    """The form of a project's own, with shortcuts; building it takes as long as all other models of settings together."""
    fields: dict[str, Any] = {
        "sanitizers": (_several(_or_name(known.Sanitizer, "calls", {"removes": ["all"]})), ()),
        "sinks": (_several(_or_name(known.Sink, "calls", {"kind": "logging"})), ()),
        "loggers": (_several(_or_name(known.Loggers, "factories", {"kind": "logging"})), ()),
        "harmless": (tuple[Identifier, ...], Field(default=(), description="Names that are no secret, whatever they look like.")),
        "must_log": (_several(_required()), Field(default=(), description="What must leave a record on each way out.")),
        "secrets": (tuple[Identifier, ...], Field(default=(), description="Further names of secrets.")),
    }
    told = "A vocabulary with one-line forms: a plain dotted name for a sanitizer, a sink or a logger."
    return create_model("ProjectVocabulary", __base__=file_vocabulary(), __doc__=told, **fields)


if TYPE_CHECKING:
    ProjectVocabulary = BaseModel
else:

    class ProjectVocabulary:
        """Stands in a schema for `project_vocabulary`, which is built only where a document has one."""

        @classmethod
        def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
            """Pydantic takes the places of errors over from the inner model."""
            return core_schema.no_info_plain_validator_function(lambda value: project_vocabulary().model_validate(value))

        @classmethod
        def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> Any:
            """That of the model."""
            return handler(project_vocabulary().__pydantic_core_schema__)


def structs(checked: BaseModel) -> known.Vocabulary:
    """The structs for a checked vocabulary, shortcuts written out."""
    plain = checked.model_dump(exclude_unset=True)
    harmless = tuple(words_of(name) for name in plain.pop("harmless", ()))
    secrets = tuple(words_of(name) for name in plain.pop("secrets", ()))
    made = msgspec.convert(plain, known.Vocabulary)
    names = tuple(known.Names(category="secret", label=words, words=(words,)) for words in secrets)
    return msgspec.structs.replace(made, names=made.names + names, harmless_words=made.harmless_words + harmless)


def merged(parts: Iterable[known.Vocabulary]) -> known.Vocabulary:
    """Lists one after the other, without repeated entries; of a mapping's keys the later wins."""
    all_parts = list(parts)
    together: dict[str, Any] = {}
    for name in known.Vocabulary.__struct_fields__:
        values = [getattr(part, name) for part in all_parts]
        if name == "functions":
            together[name] = {key: value for part in values for key, value in part.items()}
        else:
            together[name] = _unique(item for part in values for item in part)
    made = known.Vocabulary(**together)
    return msgspec.structs.replace(made, loggers=_completed(made.loggers))


def _unique(items: Iterable[Any]) -> tuple[Any, ...]:
    seen: dict[bytes, Any] = {}
    for item in items:
        seen.setdefault(msgspec.msgpack.encode(item), item)
    return tuple(seen.values())


def _completed(loggers: tuple[known.Loggers, ...]) -> tuple[known.Loggers, ...]:
    """A logger of which only the name is given has the methods of its kind, and the name may be a factory's, an object's or a class's."""
    full = {entry.kind: entry for entry in reversed(loggers) if entry.methods}
    return tuple(_complete(entry, full[entry.kind]) if not entry.methods and entry.kind in full else entry for entry in loggers)


def _complete(entry: known.Loggers, like: known.Loggers) -> known.Loggers:
    made = msgspec.structs.replace(entry, methods=like.methods, binders=entry.binders or like.binders)
    if entry.factories and not (entry.objects or entry.classes or entry.names):
        return msgspec.structs.replace(made, objects=entry.factories, classes=entry.factories)
    return made
