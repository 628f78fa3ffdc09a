"""Functions that are said to record something and only count it: ``store.record_auth_failure(user)`` that adds one to a column."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.audit.project.recording.records import Records

_TRIES = frozenset({"attempt", "attempts", "failure", "failures", "failed", "tries"})
_COUNTING = frozenset({"increment", "incr", "bump", "count"})
"""First words of what counts, however it keeps that: ``increment_failed_login_count(user)``, which adds the user's row to a session."""
_COUNTED = (b"count", b"attempts", b"failures", b"tries", b"locked")
_WRITING = frozenset(
    {"add", "insert", "insert_one", "create", "acreate", "bulk_create", "append", "publish", "send", "emit", "put", "write"}
)


def only(records: Records, name: str, found: Iterable[Fn]) -> bool:
    """Whether all that the project has of that name count tries, put no row anywhere and tell no log."""
    if _TRIES.isdisjoint(split(name)):
        return False
    functions = [one for one in found if not one.module.facts.test]
    counts = not _COUNTING.isdisjoint(split(name)[:1])
    return bool(functions) and (counts or all(map(_counts, functions))) and not any(map(records.function, functions))


def _counts(fn: Fn) -> bool:
    return _WRITING.isdisjoint(fn.head.called) and any(word in fn.data for word in _COUNTED)
