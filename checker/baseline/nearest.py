"""What sets a finding apart from an entry of the baseline, for a person who expected it to be accepted."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from checker.baseline.entry import Entry
from checker.identity import identity
from checker.model import Finding

_ENOUGH = 0.35
"""Likeness below which two findings have nothing to do with each other."""
_LOOKED_AT = 500
"""Entries of one rule that are compared in detail."""
_LONG = 400
"""Characters of a statement that are compared."""


class Difference(msgspec.Struct, frozen=True):
    """One part that is not the same."""

    part: str
    """``statement``."""
    accepted: str
    """As the entry has it."""
    found: str


def differences(entry: Entry, found: Finding) -> tuple[Difference, ...]:
    """Every part that differs; none for an equal one, which another finding has used up."""
    what = identity(found)
    pairs = (
        ("rule", entry.rule, what.rule),
        ("function", entry.function, what.function),
        ("statement", entry.statement, what.statement),
        ("value", entry.value, what.value),
        ("leaks", entry.leaks, what.leaks),
        ("via", ", ".join(entry.via), ", ".join(what.via)),
    )
    return tuple(Difference(*pair) for pair in pairs if pair[1] != pair[2])


def nearest(entries: Sequence[Entry], found: Finding) -> int | None:
    """Position of the entry that is most like the finding; ``None`` where none is like it."""
    alike = sorted(((_roughly(entry, found), -number) for number, entry in enumerate(entries)), reverse=True)[:_LOOKED_AT]
    best = max(((_likeness(entries[-number], found), number) for _, number in alike), default=(0.0, 0))
    return -best[1] if best[0] >= _ENOUGH else None


def _roughly(entry: Entry, found: Finding) -> int:
    same = (
        (entry.fingerprint, found.fingerprint), (entry.rule, found.rule), (entry.path, found.span.path),
        (entry.function, found.function), (entry.statement, found.statement),
    )  # fmt: skip
    return sum(one == other for one, other in same)


def _likeness(entry: Entry, found: Finding) -> float:
    """0 to 1; the statement counts most."""
    what = identity(found)
    from difflib import SequenceMatcher  # few runs ask

    statement = SequenceMatcher(None, entry.statement[:_LONG], what.statement[:_LONG], autojunk=False).ratio()
    same = (
        (entry.rule, what.rule, 0.15), (entry.path, found.span.path, 0.1), (entry.function, what.function, 0.2),
        (entry.value, what.value, 0.1), (entry.leaks, what.leaks, 0.05),
    )  # fmt: skip
    return 0.4 * statement + sum(weight for one, other, weight in same if one == other)
