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
    kept = {of: found[: _EXAMPLES if len(found) > _EXAMPLES + 1 else len(found)] for of, found in by_rule.items()}
    rest: dict[tuple[str, str], list[Finding]] = {of: [] for of in kept}
    for of, found in by_rule.items():
        for finding in (one for cause in found[len(kept[of]) :] for one in (cause.first, *cause.others)):
            rest.setdefault((finding.code, finding.rule), []).append(finding)  # of a function's changes each has a rule
    for (code, rule), others in rest.items():
        whole = sorted(kept.get((code, rule), []), key=lambda cause: cause.first.span)
        yield Folded(code, rule, tuple(whole), places(sorted(others, key=lambda finding: finding.span)))
