"""What `logproof policy coverage` says, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

import msgspec

from checker.model import Finding, Span
from checker.policy.effective import Requirement


class Verdict(Enum):
    """What a run shows of a requirement; the value is how reports call it. The worst comes first."""

    VIOLATED = "violated"
    """A rule that serves it found something."""
    ACCEPTED = "violated, accepted"
    """What was found is hidden by comments, waivers or the baseline: somebody answers for it."""
    UNKNOWN = "unknown"
    """Nothing was found, and not enough was looked at to say more."""
    PART = "met in part"
    """What can be looked at was, and nothing was found; of the rest nothing is known."""
    MET = "met"
    """All of it was looked at, as far as code and configuration go, and nothing was found."""
    UNCHECKABLE = "not checkable"
    """No rule serves it."""


class Seen(msgspec.Struct, frozen=True):
    """One thing that was looked at."""

    span: Span
    told: str
    """What it is: ``login() raises HTTPException(401), recorded in line 32``."""
    open: str = ""
    """Why it could not be looked at whole."""
    environment: str = ""
    """Of configuration: in which it is used."""


class Examined(msgspec.Struct, frozen=True):
    """All things of one kind that were looked at."""

    subject: str
    """A name of `checker.policy.subjects`."""
    called: str
    """With its number: ``3 failed logins``, ``no login``."""
    count: int
    seen: tuple[Seen, ...] = ()
    """In the order of their places; none where a kind has no places worth a list."""

    @property
    def open(self) -> tuple[Seen, ...]:
        """Those that could not be looked at whole."""
        return tuple(one for one in self.seen if one.open)


class Looked(msgspec.Struct, frozen=True):
    """What a run looked at, and where it came to its bounds."""

    subjects: Mapping[str, tuple[Seen, ...]]
    """By the names of `checker.policy.subjects`."""
    modules: int
    """Python files read."""
    unread: tuple[str, ...] = ()
    """Which files could not be read, so that nothing is known of them: plain sentences."""
    bounds: tuple[str, ...] = ()
    """What was not followed to its end, so that findings can be missing: plain sentences."""


class Judged(msgspec.Struct, frozen=True):
    """One requirement."""

    requirement: Requirement
    verdict: Verdict
    rules: tuple[str, ...]
    """Names of those that serve it, in the order of codes."""
    reasons: tuple[str, ...] = ()
    """Why it is not more than the verdict says; plain sentences."""
    examined: tuple[Examined, ...] = ()
    findings: tuple[Finding, ...] = ()
    accepted: tuple[Finding, ...] = ()
    """With how they are suppressed."""


class Coverage(msgspec.Struct, frozen=True):
    """All requirements of the packs in force."""

    packs: tuple[str, ...]
    judged: tuple[Judged, ...]
    """In the packs' order."""
    configurations: tuple[Seen, ...] = ()
    """Every logging configuration with its environment."""
    files: int = 0
    """Python files read."""
    root: str = "."
    paths: tuple[str, ...] = ()
    """What was asked for; none is the whole project."""
    today: str = ""
    """ISO date."""
    version: str = ""
    """The tool's version."""
    notes: tuple[str, ...] = ()
    """What the run says of itself, in plain sentences."""

    def count(self, verdict: Verdict) -> int:
        """How many requirements got a verdict."""
        return sum(one.verdict is verdict for one in self.judged)
