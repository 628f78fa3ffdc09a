"""What a route takes as its body: an object of a model of the project's own, whose fields are what a client says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.flow.literal import bare
from checker.source.flow.origin import UNKNOWN, Flow, Place
from checker.source.lexicon import annotated
from checker.source.names.elements import Cls, Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower
    from checker.vocabulary import Source

_MODELS = frozenset(
    {"pydantic.BaseModel", "sqlmodel.SQLModel", "pydantic.main.BaseModel", "msgspec.Struct", "ninja.Schema", "ninja.schema.Schema"}
)
_PATTERNS = frozenset({"pattern", "regex"})
"""Keywords by which a field says what may be in it."""


def filled_by(follower: Follower, fn: Fn, node: int) -> Source | None:
    """The framework that fills the object which a value is, or is a part of: ``item`` of ``@app.post`` ``def add(item: Item)``."""
    record = fn.body.nodes[bare(fn, node, ir.ATTR)]
    if record[0] != ir.PARAM or not fn.head.annotations[record[1]] or not fn.head.decorators:
        return None
    entity = follower.names.annotated(fn, fn.head.annotations[record[1]])
    if entity is None or entity[0] != "inst" or _MODELS.isdisjoint(follower.names.mro(entity[1])[1]):
        return None
    return _routed(follower, fn)


def said(follower: Follower, fn: Fn, owner: int, cls: Cls, name: str, place: Place) -> Flow:
    """What a client says in a field of text of a body: ``item.title``; nothing where a pattern says what may stand in it."""
    if not any(_is_free(base, field) for base in follower.names.mro(cls)[0] for field in base.record.fields if field.name == name):
        return UNKNOWN
    framework = filled_by(follower, fn, owner)
    text = f"{follower.text(fn, owner)}.{name}"
    return Flow((follower.requests.untrusted(framework, text, place),)) if framework is not None else UNKNOWN


def _is_free(base: Cls, field: ir.Field) -> bool:
    """Whether a field takes any text."""
    record: ir.Node = base.fn.body.nodes[field.value] if field.value >= 0 else [ir.OPAQUE]
    limited = record[0] == ir.CALL and any(keyword in _PATTERNS for keyword, _ in record[3])
    return annotated.is_text(field.annotation) and not limited


def _routed(follower: Follower, fn: Fn) -> Source | None:
    """The framework that routes requests to a function."""
    parent = fn.module.functions[fn.head.parent]
    for decorator in fn.head.decorators:
        record = parent.body.nodes[decorator]
        callee: ir.Node = parent.body.nodes[record[1]] if record[0] == ir.CALL else [ir.OPAQUE]
        for source in follower.tables.handler_decorators.methods.get(callee[2], ()) if callee[0] == ir.ATTR else ():
            if not fn.module.tops.isdisjoint(source.imports or follower.tables.server_modules):
                return source
    return None
