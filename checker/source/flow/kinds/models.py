"""What a client says in the fields of a class of the project's own: the body that a route takes, a form, a serializer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.kinds.handlers import routing
from checker.source.flow.literal import bare
from checker.source.flow.origin import UNKNOWN, Flow, Found, Place, untrusted
from checker.source.ir import Field
from checker.source.lexicon import annotated
from checker.source.names.elements import Cls, Entity, Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower
    from checker.vocabulary import Source

_MODELS = frozenset(
    {"pydantic.BaseModel", "sqlmodel.SQLModel", "pydantic.main.BaseModel", "msgspec.Struct", "ninja.Schema", "ninja.schema.Schema"}
)
"""What such a body inherits from."""
_UNFILLED = frozenset({"flask", "bottle", "tornado", "aiohttp", "django", "quart"})
"""Frameworks that fill no parameter by its annotation."""
_FILLERS = frozenset({"flask_pydantic", "flask_openapi3", "quart_schema", "aiohttp_pydantic", "ninja"})
"""Libraries by which they do."""
_LIMITS = frozenset({"pattern", "regex", "choices"})
"""Keywords by which a field says what may be in it."""
_LIMITING = frozenset({"Regexp", "AnyOf", "RegexValidator", "OneOf", "UUID", "validate_slug", "validate_email", "Email"})
"""Validators that do."""
_FREE = frozenset({"CharField", "StringField", "TextAreaField", "SearchField", "Str", "String"})
"""Fields of Django, Django REST framework, WTForms and marshmallow that take any text."""
_ADDRESSES = frozenset({"URLField", "Url", "URL"})
"""Fields that take any address."""
_CHECKS = frozenset({"validators", "validate"})
_NAMING = frozenset({"form_class", "serializer_class"})
"""Attributes by which a view says what it takes."""
_CLEAN = frozenset({"cleaned_data", "validated_data"})
"""What has been checked, and is still what a client says."""


def filled_by(follower: Follower, fn: Fn, node: int) -> Source | None:
    """The framework that fills the object which a value is, or is a part of: ``item`` of ``@app.post`` ``def add(item: Item)``."""
    record = fn.body.nodes[bare(fn, node, ir.ATTR)]
    if record[0] != ir.PARAM or not fn.head.annotations[record[1]] or not fn.head.decorators:
        return None
    entity = follower.names.annotated(fn, fn.head.annotations[record[1]])
    if entity is None or entity[0] != "inst" or _MODELS.isdisjoint(follower.names.mro(entity[1])[1]):
        return None
    source = next((source for _, source in routing(follower, fn)), None)
    filled = source is not None and (source.framework not in _UNFILLED or not fn.module.tops.isdisjoint(_FILLERS))
    return source if filled else None


def said(follower: Follower, fn: Fn, owner: int, whole: Entity | None, name: str, place: Place) -> Flow:
    """What a client says in a field of text, ``item.title``, ``form.title.data``; nothing where the field says what may stand in it."""
    text = f"{follower.text(fn, owner)}.{name}"
    if whole is not None and whole[0] == "inst":
        source = filled_by(follower, fn, owner) if _is_free(follower, whole[1], name) else None
        return Flow((untrusted(source.framework, text, place),)) if source is not None else UNKNOWN
    field = fn.body.nodes[owner]
    form = follower.names.entity(fn, field[1]) if name == "data" and field[0] == ir.ATTR else None
    filled = _filled(follower, form[1], field[2], text, place, "flask") if form is not None and form[0] == "inst" else ()
    return Flow(found) if (found := tuple(filled)) else UNKNOWN


def filled_in(follower: Follower, fn: Fn, owner: int, key: str, text: str, place: Place) -> Iterator[Found]:
    """The same of what has been checked: ``form.cleaned_data["title"]``."""
    record = fn.body.nodes[bare(fn, owner)]
    form = _form(follower, fn, record[1]) if record[0] == ir.ATTR and record[2] in _CLEAN else _loads(follower, fn, record)
    if form is not None:
        yield from _filled(follower, form, key, text, place, "django")


def _loads(follower: Follower, fn: Fn, record: ir.Node) -> Cls | None:
    """The schema through which marshmallow has let a body: ``PageSchema().load(request.get_json())``."""
    callee = fn.body.nodes[record[1]] if record[0] == ir.CALL else [ir.OPAQUE]
    if callee[0] != ir.ATTR or callee[2] != "load" or not record[2] or record[2][0] < 0:
        return None
    entity = follower.names.entity(fn, callee[1])
    if entity is None or entity[0] != "inst" or not any(base.startswith("marshmallow.") for base in follower.names.mro(entity[1])[1]):
        return None
    sent = follower.flow(fn, record[2][0]).found
    return entity[1] if any(item.category == "untrusted" or item.kind == "body" for item in sent) else None


def _form(follower: Follower, fn: Fn, node: int) -> Cls | None:
    """The class of a form or serializer: also of the one that a view is handed, ``form_valid(self, form)``, by its ``form_class``."""
    entity = follower.names.entity(fn, node)
    if entity is None and fn.owner is not None and fn.body.nodes[bare(fn, node)][0] == ir.PARAM:
        named = (field for field in fn.owner.record.fields if field.name in _NAMING and field.value >= 0)
        entity = next((follower.names.entity(fn.owner.fn, bare(fn.owner.fn, field.value)) for field in named), None)
    return entity[1] if entity is not None and entity[0] in ("inst", "cls") else None


def _filled(follower: Follower, cls: Cls, name: str, text: str, place: Place, framework: str) -> Iterator[Found]:
    """What stands in a form's field: any text, or an address, which has no line break and leads anywhere."""
    address = _is_address(follower, cls, name)
    if address or _is_free(follower, cls, name):
        escaped = frozenset({"escaped"}) if address else frozenset()
        yield Found("untrusted", f"`{text}`", text, Confidence.MEDIUM, place, framework, passed=escaped)


def _is_address(follower: Follower, cls: Cls, name: str) -> bool:
    """Whether a field takes any address."""
    base, field = _declared(follower, cls, name)
    record: ir.Node = base.fn.body.nodes[bare(base.fn, field.value)] if field is not None and field.value >= 0 else [ir.OPAQUE]
    return record[0] == ir.CALL and _last(follower, base, record) in _ADDRESSES


def _declared(follower: Follower, cls: Cls, name: str) -> tuple[Cls, Field | None]:
    """Where a class, or one above it, declares a field."""
    classes = follower.names.mro(cls)[0]
    return next(((base, one) for base in classes for one in base.record.fields if one.name == name), (cls, None))


def _is_free(follower: Follower, cls: Cls, name: str) -> bool:
    """Whether a field takes any text."""
    base, field = _declared(follower, cls, name)
    if field is None:
        return False
    record: ir.Node = base.fn.body.nodes[bare(base.fn, field.value)] if field.value >= 0 else [ir.OPAQUE]
    if record[0] != ir.CALL:
        return annotated.is_text(field.annotation)
    validators = (mentioned for keyword, value in record[3] if keyword in _CHECKS for mentioned in _named(follower, base, value))
    limited = any(keyword in _LIMITS for keyword, _ in record[3]) or not _LIMITING.isdisjoint(validators)
    return not limited and (annotated.is_text(field.annotation) or _last(follower, base, record) in _FREE)


def _named(follower: Follower, base: Cls, node: int) -> Iterator[str]:
    """The names of a list's items, calls by what they call: ``validators=[DataRequired(), Regexp("[a-z]+")]``."""
    record = base.fn.body.nodes[node]
    for item in record[1] if record[0] == ir.SEQ else [node]:
        part = base.fn.body.nodes[item]
        yield _last(follower, base, part) if part[0] == ir.CALL else follower.text(base.fn, item).rpartition(".")[2]


def _last(follower: Follower, base: Cls, call: ir.Node) -> str:
    return follower.text(base.fn, call[1]).rpartition(".")[2]
