"""Decorators that ask who comes, and record that alone: what the decorated function does then is no part of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.signs.mentions import named
from checker.source.ir.ways import Called, walk
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.audit.project.recording.records import Records
    from checker.source.flow.backwards import Follower

_WHAT = frozenset({
    "action", "endpoint", "path", "url", "method", "route", "view", "operation", "rule", "uri", "func", "function", "event", "args",
    "kwargs", "qualname"
})  # fmt: skip
"""Words of what tells in a record what is done there: ``request.path``."""
_NAME = "__name__"
_REFUSING = frozenset({"abort", "HTTPException", "HttpResponseForbidden", "unauthorized", "forbidden"})


def alone(records: Records, follower: Follower, fn: Fn) -> bool:
    """Whether a wrapper refuses some, and all it records is that the others may come in: ``log.info("valid token from %s", ip)``."""
    if fn.head.parent <= 0 or (not fn.head.raises and _REFUSING.isdisjoint(fn.head.called)):
        return False
    outer = fn.module.functions[fn.head.parent].head.params
    calls = sorted(step.node for step in walk(fn.steps) if isinstance(step, Called))
    runs = next((call for call in calls if follower.text(fn, fn.body.nodes[call][1]) in outer), -1)
    told = [call for call in calls if records.of(fn, call)]
    return runs >= 0 and bool(told) and all(call < runs and not any(map(_says_what, _given(fn, call))) for call in told)


def _given(fn: Fn, call: int) -> Iterator[str]:
    """All that a call is given by name, the values of a text that is put together among them."""
    record = fn.body.nodes[call]
    for one in (*record[2], *(value for _, value in record[3])):
        for part in fn.body.nodes[one][1] if one >= 0 and fn.body.nodes[one][0] == ir.JOIN else [one]:
            yield from named(fn, part) if part >= 0 else ()


def _says_what(name: str) -> bool:
    return name == _NAME or (" " not in name and not _WHAT.isdisjoint(split(name)))
