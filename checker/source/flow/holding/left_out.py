"""Fields of a model that `model_dump()` leaves out, or writes as a mask; what a filter of attrs leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.flow.literal import source
from checker.source.names.elements import Cls, Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_SERIALIZES = frozenset({"field_serializer", "serializer"})
"""Last parts of decorators that say how pydantic writes a field."""

_OF_A_FIELD = frozenset({"name", "repr", "metadata"})
"""What a filter of attrs asks of a field before it leaves it out."""


def excluded(follower: Follower, cls: Cls) -> frozenset[str]:
    """Fields with ``Field(exclude=True)``, and those of a serializer that gives a mask, ``@field_serializer("token")``."""
    names = set()
    for base in follower.names.mro(cls)[0]:
        for field in base.record.fields:
            record: ir.Node = base.fn.body.nodes[field.value] if field.value >= 0 else [ir.OPAQUE]
            if record[0] == ir.VAR:
                record = base.fn.body.nodes[record[2]]
            if record[0] == ir.CALL and any(
                name == "exclude" and base.fn.body.nodes[given][0] == ir.CONST and base.fn.body.nodes[given][1] is True
                for name, given in record[3]
            ):
                names.add(field.name)
        follower.names.reads.heads.add(base.module)
        for index in base.record.methods.values():
            method = base.module.functions[index]
            if method.head.decorators and (told := tuple(_serialized(follower, method))) and _gives_mask(follower, method):
                names.update(told)
    return frozenset(names)


def _serialized(follower: Follower, method: Fn) -> Iterator[str]:
    """The fields that a method writes."""
    parent = method.module.functions[method.head.parent]
    for decorator in method.head.decorators:
        record = parent.body.nodes[decorator]
        if record[0] == ir.CALL and follower.text(parent, record[1]).rpartition(".")[2] in _SERIALIZES:
            given = (parent.body.nodes[argument] for argument in record[2] if argument >= 0)
            yield from (one[1] for one in given if one[0] == ir.CONST and isinstance(one[1], str))


def _gives_mask(follower: Follower, method: Fn) -> bool:
    """Whether nothing that a method gives shows its value."""
    follower.names.reads.modules.add(method.module)
    given = [follower.flow(method, value) for value in method.body.returns]
    return bool(given) and not any(flow.found or flow.refs for flow in given)


def filters(follower: Follower, fn: Fn, given: int) -> bool:
    """Whether a filter of attrs leaves secrets out: ``filter=exclude("secret")``, ``filter=lambda field, value: field.repr``."""
    record = source(fn, given)
    if record[0] == ir.CALL:
        kind = follower.text(fn, record[1]).rpartition(".")[2]
        names = (fn.body.nodes[one][1] if fn.body.nodes[one][0] == ir.CONST else follower.text(fn, one) for one in record[2] if one >= 0)
        told = [follower.lexicon.tell(str(name).rpartition(".")[2]) is not None for name in names]
        return any(told) if kind == "exclude" else kind == "include" and not any(told)
    entity = follower.names.entity(fn, given)
    if entity is None or entity[0] != "fn" or not entity[1].head.params:
        return False
    nodes = entity[1].body.nodes
    return any(one[0] == ir.ATTR and one[2] in _OF_A_FIELD and nodes[one[1]][:2] == [ir.PARAM, 0] for one in nodes)
