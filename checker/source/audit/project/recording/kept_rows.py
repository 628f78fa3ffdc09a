"""Whether a function keeps something in a table, by what it and those that it asks call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.names.lookup import Names

_DEEPEST = 3
_ROWS = frozenset({"insert", "insert_one", "upsert", "create", "acreate", "bulk_create", "execute", "save"})
"""Calls that put a row into a table; a counter in a cache is none."""
_ADDED = frozenset({"add", "commit"})
"""The same of a session: ``session.add(row)`` and then ``session.commit()``."""


def keeps(names: Names, fn: Fn, depth: int = 0) -> bool:
    """Whether a function, or one that it asks, puts a row into a table."""
    if not _ROWS.isdisjoint(fn.head.called) or _ADDED.issubset(fn.head.called):
        return True
    return depth < _DEEPEST and any(keeps(names, one, depth + 1) for call in fn.body.calls for one, _ in names.callees(fn, call))
