"""Tables of which a library keeps how each row was before, and who changed it: ``history = HistoricalRecords()``.

https://django-simple-history.readthedocs.io/en/latest/; what changes many rows by one statement it does not see.
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
CALLED = frozenset({_KEEPING})


def tables(follower: Follower, fn: Fn) -> Iterator[str]:
    """The names of the classes in whose bodies a function's code has such a history made, and of those that inherit from them."""
    for cls in fn.module.classes:
        if cls.fn is fn and any(_keeps(follower, fn, field.value) for field in cls.record.fields):
            yield cls.name
            yield from (one.name for one in follower.names.below(cls))


def _keeps(follower: Follower, fn: Fn, value: int) -> bool:
    record = fn.body.nodes[unnamed(fn, value)] if value >= 0 else [ir.OPAQUE]
    return record[0] == ir.CALL and follower.text(fn, record[1]).rpartition(".")[2] == _KEEPING
