"""One accepted finding, as the file has it."""

from __future__ import annotations

from typing import Annotated

import msgspec

from checker.identity import Identity, identity
from checker.model import Finding

DEFAULT = "logproof-baseline.json"
"""The file's name where nobody says otherwise, in the project's root."""
_Text = Annotated[str, msgspec.Meta(min_length=1)]
_Count = Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]
_Date = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """As many equal findings in one file as ``count`` says."""

    rule: _Text
    """Its name."""
    path: _Text
    """Relative to the project's root. A finding is not known by it: it says where to look, and which of equal ones is meant."""
    function: str = ""
    statement: str = ""
    value: str = ""
    leaks: str = ""
    via: tuple[str, ...] = ()
    count: _Count
    fingerprint: _Text
    accepted: _Date
    """The day on which it was accepted."""
    reason: _Text

    @property
    def identity(self) -> Identity:
        """What the finding is."""
        return Identity(self.rule, self.function, self.statement, self.value, self.leaks, self.via)

    @property
    def key(self) -> tuple[str, str]:
        """No two entries of a file have the same."""
        return self.path, self.fingerprint

    @property
    def order(self) -> tuple[str, ...]:
        """By which the file is sorted: neighbours in the code are neighbours in the file."""
        return self.path, self.function, self.rule, self.statement, self.fingerprint


def entry(found: Finding, count: int, accepted: str, reason: str) -> Entry:
    """The entry of a finding."""
    what = identity(found)
    return Entry(
        rule=what.rule, path=found.span.path, function=what.function, statement=what.statement, value=what.value, leaks=what.leaks,
        via=what.via, count=count, fingerprint=what.fingerprint, accepted=accepted, reason=reason,
    )  # fmt: skip
