"""A baseline's entries after it was made, shrunk, renewed, or added to with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from checker.baseline.entry import Entry, entry
from checker.baseline.matching import Matched
from checker.model import Finding


def accepted(findings: Iterable[Finding], day: str, reason: str) -> tuple[Entry, ...]:
    """Entries for the findings, equal ones of one file together."""
    return _together(entry(found, 1, day, reason) for found in findings)


def pruned(entries: Sequence[Entry], gone: Mapping[int, int]) -> tuple[Entry, ...]:
    """Without what is gone; nothing else changes."""
    left = ((one, one.count - gone.get(number, 0)) for number, one in enumerate(entries))
    return tuple(msgspec.structs.replace(one, count=count) for one, count in left if count > 0)


def updated(entries: Sequence[Entry], matched: Matched, gone: Mapping[int, int]) -> tuple[Entry, ...]:
    """Without what is gone, and what has moved or was renamed under its new names; when and why it was accepted stays."""
    renewed: list[Entry] = []
    moved = dict.fromkeys(range(len(entries)), 0)
    for found in matched.accepted:
        if not found.same:
            old = entries[found.entry]
            moved[found.entry] += 1
            renewed.append(entry(found.finding, 1, old.accepted, old.reason))
    taken = {number: gone.get(number, 0) + count for number, count in moved.items()}
    return _together((*pruned(entries, taken), *renewed))


def added(entries: Iterable[Entry], findings: Iterable[Finding], day: str, reason: str) -> tuple[Entry, ...]:
    """With these findings accepted too; one that equals an entry raises its count and adds its reason."""
    return _together((*entries, *accepted(findings, day, reason)))


def _together(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries of one finding and file as one; sorted."""
    found: dict[tuple[str, str], Entry] = {}
    for one in entries:
        known = found.get(one.key)
        found[one.key] = _both(known, one) if known else one
    return tuple(sorted(found.values(), key=lambda one: one.order))


def _both(one: Entry, other: Entry) -> Entry:
    """The sum of two entries, with the later day and both reasons."""
    reason = one.reason if other.reason in one.reason.split("; ") else f"{one.reason}; {other.reason}"
    return msgspec.structs.replace(one, count=one.count + other.count, accepted=max(one.accepted, other.accepted), reason=reason)
