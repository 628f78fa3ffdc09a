"""Records that are written before a refusal and tell what it comes from: ``audit(user, status="allow" if allowed else "deny")``."""

from __future__ import annotations

from collections.abc import Iterator

from checker.source import ir
from checker.source.audit.project.recording.records import Records
from checker.source.audit.project.recording.sure import Sure
from checker.source.audit.ways.paths import Guard, Way
from checker.source.flow.literal import unnamed
from checker.source.ir.ways import Called
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

_NO = frozenset({"deny", "denied", "fail", "failed", "failure", "refused", "rejected", "forbidden", "unauthorized", "blocked"})
_MOST_PARTS = 12


def tells(records: Records, fn: Fn, way: Way) -> bool:
    """Whether a record before the last test is given what is tested, or one of two words for it."""
    at = max((at for at, entry in enumerate(way.entries) if isinstance(entry, Guard)), default=-1)
    decided = way.entries[at]
    if at < 0 or not isinstance(decided, Guard):
        return False
    tested = _tested(fn, decided.condition)
    before = (entry for entry in way.entries[:at] if isinstance(entry, Called))
    return any(_is_given(fn, entry.node, tested) and records.entry(fn, entry) == Sure.YES for entry in before)


def _tested(fn: Fn, condition: int) -> int:
    """What a test asks, through its ``not``; -1 where that is no name."""
    record = fn.body.nodes[condition]
    while record[0] == ir.COND and record[1] == "not":
        condition = int(record[2][0])
        record = fn.body.nodes[condition]
    return unnamed(fn, condition) if record[0] in (ir.VAR, ir.UNPACK, ir.UNION, ir.CHECKED) else -1


def _is_given(fn: Fn, call: int, tested: int) -> bool:
    record = fn.body.nodes[call]
    given = [one for one in (*record[2], *(value for _, value in record[3])) if one >= 0]
    return tested >= 0 and any(unnamed(fn, one) == tested or _is_a_verdict(fn, one) for one in given)


def _is_a_verdict(fn: Fn, node: int) -> bool:
    """Whether a value is one of two written words, one of which is a no."""
    words = list(_words(fn, node))
    return len(words) > 1 and any(not _NO.isdisjoint(split(word)) for word in words) and any(_NO.isdisjoint(split(word)) for word in words)


def _words(fn: Fn, node: int) -> Iterator[str]:
    record = fn.body.nodes[unnamed(fn, node)]
    for one in record[1][:_MOST_PARTS] if record[0] == ir.UNION else ():
        part = fn.body.nodes[one]
        if part[0] == ir.CONST and isinstance(part[1], str):
            yield part[1]
