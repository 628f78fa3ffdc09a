"""Records that a function leaves which is asked for something else on the way to a refusal: "token read" of who may not come in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.source.audit.project.recording.records import Records
from checker.source.audit.project.recording.sure import Sure
from checker.source.audit.ways.paths import Entry, Way
from checker.source.ir.ways import Called
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.audit.signs.terms import Terms
    from checker.source.flow.backwards import Follower

_FETCHING = frozenset(
    {"get", "fetch", "load", "find", "read", "make", "build", "create", "parse", "decode", "resolve", "lookup", "connect"}
)
"""First words of functions that are asked for a value, whatever they write down about it."""
_TELLING = frozenset({
    "log", "audit", "fail", "failed", "failure", "deny", "denied", "reject", "refuse", "forbid", "forbidden", "unauthorized", "error",
    "invalid", "record", "notify", "alert", "report", "lock", "block", "event"
})  # fmt: skip


def without(follower: Follower, records: Records, terms: Terms, fn: Fn, way: Way, positions: list[int]) -> Way:
    """A way without the calls of such functions between its first and its last test; what comes after the last one tells of the refusal."""
    first, last = positions[0], positions[-1]
    kept = [one for at, one in enumerate(way.entries) if not (first < at < last and _is_aside(follower, records, terms, fn, one))]
    return way if len(kept) == len(way.entries) else replace(way, entries=tuple(kept))


def _is_aside(follower: Follower, records: Records, terms: Terms, fn: Fn, entry: Entry) -> bool:
    if not isinstance(entry, Called) or records.of(fn, entry.node) == Sure.NO:
        return False
    name = follower.text(fn, fn.body.nodes[entry.node][1]).rpartition(".")[2]
    words = split(name)
    if _FETCHING.isdisjoint(words[:1]) or not _TELLING.isdisjoint(words) or terms.writes(name):
        return False
    return any(not one.module.facts.test for one, _ in follower.names.callees(fn, entry.node))
