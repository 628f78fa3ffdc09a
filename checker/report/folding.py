"""A report that is too long to read: a few causes of each rule in full, of the others the places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from checker.model import Finding
from checker.report.causes import Cause, Places, causes, places

MOST_WHOLE = 30
"""Causes that are all shown in full: what a reader goes through in one sitting."""
_EXAMPLES = 3
"""Causes of each rule in a longer report that are shown in full."""


class Folded(msgspec.Struct, frozen=True):
    """One rule's findings in a long report."""

    code: str
    rule: str
    whole: tuple[Cause, ...]
    """The surest, in the report's order."""
    others: Places
    """Of all the rest."""

    @property
    def left(self) -> int:
        """How many findings stand among the places only."""
        return sum(len(lines) for _, lines in self.others)


def folded(findings: Iterable[Finding]) -> Iterator[Folded]:
    """The findings by rule, the worst rule first; no finding is lost."""
    by_rule: dict[tuple[str, str], list[Cause]] = {}
    for cause in causes(findings):
        by_rule.setdefault((cause.first.code, cause.first.rule), []).append(cause)
    for (code, rule), found in by_rule.items():
        kept = _EXAMPLES if len(found) > _EXAMPLES + 1 else len(found)
        rest = (finding for cause in found[kept:] for finding in (cause.first, *cause.others))
        whole = sorted(found[:kept], key=lambda cause: cause.first.span)
        yield Folded(code, rule, tuple(whole), places(sorted(rest, key=lambda finding: finding.span)))
