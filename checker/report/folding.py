"""A report that is too long to read: a few findings of each rule in full, of the others the places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec

from checker.model import Finding
from checker.report.ranking import worst_first

MOST_WHOLE = 30
"""Findings that are all shown in full: what a reader goes through in one sitting."""
_EXAMPLES = 3
"""Findings of each rule in a longer report that are shown in full."""


class Folded(msgspec.Struct, frozen=True):
    """One rule's findings in a long report."""

    code: str
    rule: str
    whole: tuple[Finding, ...]
    """The surest, in the report's order."""
    others: tuple[tuple[str, tuple[int, ...]], ...]
    """Of all the rest: path, and its lines (1-based)."""

    @property
    def left(self) -> int:
        """How many findings stand among the places only."""
        return sum(len(lines) for _, lines in self.others)


def folded(findings: Iterable[Finding]) -> Iterator[Folded]:
    """The findings by rule, the worst rule first; no finding is lost."""
    by_rule: dict[tuple[str, str], list[Finding]] = {}
    for finding in worst_first(findings):
        by_rule.setdefault((finding.code, finding.rule), []).append(finding)
    for (code, rule), found in by_rule.items():
        kept = _EXAMPLES if len(found) > _EXAMPLES + 1 else len(found)
        rest = sorted(found[kept:], key=lambda finding: finding.span)
        others = tuple(
            (path, tuple(one.span.line for one in group)) for path, group in groupby(rest, key=lambda finding: finding.span.path)
        )
        yield Folded(code, rule, tuple(sorted(found[:kept], key=lambda finding: finding.span)), others)
