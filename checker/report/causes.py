"""One cause told once: a value that many calls write is one thing to mend, and so is a function that changes much and records nothing.
A reader wants one finding with the places of the others.

Only reports for people put findings together; what a program reads holds each of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

import msgspec

from checker.model import Finding
from checker.report.ranking import counted, worst_first

Places = tuple[tuple[str, tuple[int, ...]], ...]
"""Path, and lines in it (1-based), in order."""
_Key = tuple[object, ...]
_ENDING = ("_fail", "_fail_max", "_reuse")
"""How events end that tell of a refusal: each way out is mended by itself."""


class Cause(msgspec.Struct, frozen=True):
    """Findings of one rule about one value, or of several about what one function changes."""

    first: Finding
    """The worst and surest, with the shortest way: it is told whole."""
    others: tuple[Finding, ...] = ()
    """In the order of places."""

    @property
    def places(self) -> Places:
        """Where the others are."""
        return places(self.others)

    @property
    def of_function(self) -> bool:
        """Whether it is a function, each of whose changes is a finding of its own."""
        return not dict(self.first.properties).get("value")


def causes(findings: Iterable[Finding]) -> list[Cause]:
    """The findings by what causes them, the worst first; none is lost."""
    by_key: dict[_Key, list[Finding]] = {}
    for number, finding in enumerate(worst_first(findings)):
        by_key.setdefault(_key(finding) or (number,), []).append(finding)
    return [_told(found) for found in by_key.values()]


def _told(found: list[Finding]) -> Cause:
    """All findings of one cause, the worst of them first."""
    as_bad = (one for one in found if (one.severity, one.confidence) == (found[0].severity, found[0].confidence))
    first = min(as_bad, key=lambda one: (len(one.steps), one.span, one.code))
    return Cause(first, tuple(sorted((one for one in found if one is not first), key=lambda one: one.span)))


def _key(finding: Finding) -> _Key:
    """The rule, the file in which the value is born, what the code calls it there and what it is; of a change the function that makes it;
    ``()`` for all else.

    The line of birth is no part of it: each read of `self.headers` is one. Nor is where it is written.
    """
    told = dict(finding.properties)
    if finding.function and told.get("event") and told.get("way") and not told["event"].endswith(_ENDING):
        return finding.suppressed is not None, finding.span.path, finding.function
    if not told.get("value"):
        return ()
    born = finding.steps[0].span.path if finding.steps else finding.span.path
    return finding.code, finding.suppressed is not None, born, told["value"], told.get("leaks", "")


def places(findings: Iterable[Finding]) -> Places:
    """Paths and lines of findings that are sorted by their places."""
    return tuple((path, tuple(one.span.line for one in group)) for path, group in groupby(findings, key=lambda one: one.span.path))


def also(cause: Cause) -> str:
    """What the other findings of a cause are."""
    number = len(cause.others)
    return (
        f"{counted(number, 'more change')} of this function" if cause.of_function else f"the same value at {counted(number, 'more place')}"
    )


def what(finding: Finding) -> str:
    """One of them on a line: its rule, and what the function does there."""
    return f"{finding.code} {finding.rule}: {dict(finding.properties).get('way', '')}"
