"""Tables of which a library keeps how each row was, and who changed it: ``history = HistoricalRecords()``, ``@audit_fields("role")``.

https://django-simple-history.readthedocs.io/en/latest/, https://github.com/dimagi/django-field-audit,
https://django-pghistory.readthedocs.io/en/latest/; what changes many rows by one statement they do not see.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.flow.literal import unnamed
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_KEEPING = "HistoricalRecords"
_DECORATORS = frozenset({"field_audit.audit_fields", "pghistory.track"})
CALLED = frozenset({_KEEPING, *(name.rpartition(".")[2] for name in _DECORATORS)})


def tables(follower: Follower, fn: Fn) -> Iterator[str]:
    """The names of the classes that a function's code has such a history made of, and of those that inherit from them."""
    for cls in fn.module.classes:
        kept = any(_keeps(follower, fn, field.value) for field in cls.record.fields) if cls.fn is fn else False
        if kept or (cls.fn is fn and any(_decorates(follower, fn, node) for node in cls.record.decorators)):
            yield cls.name
            yield from (one.name for one in follower.names.below(cls))


def _keeps(follower: Follower, fn: Fn, value: int) -> bool:
    record = fn.body.nodes[unnamed(fn, value)] if value >= 0 else [ir.OPAQUE]
    return record[0] == ir.CALL and follower.text(fn, record[1]).rpartition(".")[2] == _KEEPING


def _decorates(follower: Follower, fn: Fn, node: int) -> bool:
    record = fn.body.nodes[node]
    entity = follower.names.entity(fn, record[1]) if record[0] == ir.CALL else None
    return entity is not None and entity[0] == "lib" and entity[1] in _DECORATORS
