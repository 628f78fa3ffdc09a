"""The sentence that every report for a person ends with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from checker.model import Report, Severity
from checker.report.ranking import counted


def by_severity(report: Report) -> Iterator[tuple[Severity, int]]:
    """Severity and number of shown findings, the worst first, none with zero."""
    count = Counter(finding.severity for finding in report.findings)
    return ((severity, count[severity]) for severity in sorted(count, reverse=True))


def headline(report: Report) -> str:
    """``3 findings (1 critical, 2 high) in 12 files, 3,456 lines; 1 file not analysed, 5 in the baseline, 2 suppressed, 4 hidden``."""
    found = counted(len(report.findings), "finding") if report.findings else "no findings"
    kinds = ", ".join(f"{number} {severity.label}" for severity, number in by_severity(report))
    rest = "; ".join((where(report), *filter(None, [aside(report)])))
    return f"{found} ({kinds}) {rest}" if kinds else f"{found} {rest}"


def in_baseline(report: Report) -> int:
    """How many findings the baseline hides."""
    return sum(finding.suppressed is not None and finding.suppressed.kind == "baseline" for finding in report.suppressed)


def where(report: Report) -> str:
    """``in 12 files, 3,456 lines``; of a release ``in 2 artifacts, 9 of 10 claims hold``."""
    if report.proven:
        checked = report.proven.checked
        return f"in {counted(report.files, 'artifact')}, {sum(one.holds for one in checked):,} of {counted(len(checked), 'claim')} hold"
    return f"in {counted(report.files, 'file')}, {counted(report.lines, 'line')}"


def aside(report: Report) -> str:
    """What is not among the findings: unread files, accepted ones, suppressed ones, hidden ones; ``""`` where there is none."""
    accepted = in_baseline(report)
    parts = (
        (report.unread, f"{counted(report.unread, 'file')} not analysed"),
        (accepted, f"{accepted:,} in the baseline"),
        (len(report.suppressed) - accepted, f"{len(report.suppressed) - accepted:,} suppressed"),
        (report.hidden, f"{report.hidden:,} of lower confidence hidden"),
    )
    return ", ".join(text for number, text in parts if number)
