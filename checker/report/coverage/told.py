"""The words that all formats of coverage share."""

from __future__ import annotations

from collections.abc import Iterator

from checker.coverage import Coverage, Examined, Judged, Verdict
from checker.model import Finding
from checker.report.ranking import counted

MOST = 20
"""So many findings, or things looked at, are listed of each requirement."""
CAVEAT = (
    "Read from source and configuration; nothing was run. Met: what the requirement needs was there to be looked at, all of it was, and "
    "nothing was found against it. It says nothing of what no rule looks at, nor of what only shows where the software runs."
)


def summary(coverage: Coverage) -> str:
    """``2 violated, 3 unknown, 1 met, of 24 requirements``."""
    parts = [f"{number} {verdict.value}" for verdict in Verdict if (number := coverage.count(verdict))]
    return f"{', '.join(parts)}, of {counted(len(coverage.judged), 'requirement')}"


def examined(one: Examined) -> str:
    """``3 failed logins``; with how many of them are not known whole."""
    open_ = len(one.open)
    return f"{one.called}{f' ({open_} not known whole)' if open_ else ''}"


def accepted(finding: Finding) -> str:
    """By what, until when and by whom."""
    by = finding.suppressed
    if by is None:
        return ""
    words = [by.kind, f"until {by.until}" if by.until else "", by.owner or "", by.ticket or ""]
    return f"{', '.join(filter(None, words))}: {by.reason}"


def scope(coverage: Coverage) -> Iterator[tuple[str, str]]:
    """What was asked and read, label and text."""
    yield "Policy", ", ".join(coverage.packs)
    yield "Scope", f"{', '.join(coverage.paths) or 'the whole project'}; {counted(coverage.files, 'Python file')} read"
    for one in coverage.configurations:
        yield "Configuration", f"{one.span.path}:{one.span.line}: {one.told}"
    yield "By", f"logproof {coverage.version} on {coverage.today}"


def limits(judged: Judged) -> str:
    """What of it nothing looks at; ``""`` where a reason says so already."""
    return "" if judged.verdict is Verdict.UNCHECKABLE else judged.requirement.beyond


def shown(judged: Judged) -> tuple[Examined, ...]:
    """What is worth a line: whatever was looked at of what it needs."""
    return tuple(one for one in judged.examined if one.count)
