"""GitLab's Code Quality report (a JSON array, as GitLab's documentation of the ``codequality`` artifact has it)."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import Any

from checker.model import Finding, Report, Severity
from checker.report.escape import json_text, one_line, well_formed
from checker.report.options import Options

NAME = "gitlab"
SEEN_FROM = "top"
_SEVERITY = {Severity.LOW: "minor", Severity.MEDIUM: "major", Severity.HIGH: "critical", Severity.CRITICAL: "blocker"}


def render(report: Report, options: Options) -> str:
    """A JSON array; suppressed findings never stand in it, since GitLab would count them."""
    seen: Counter[str] = Counter()
    return json_text([_issue(finding, _unique(finding.fingerprint, seen)) for finding in report.findings])


def _unique(fingerprint: str, seen: Counter[str]) -> str:
    """The fingerprint itself, hashed with its count from the second time on: GitLab drops repeated ones."""
    seen[fingerprint] += 1
    count = seen[fingerprint]
    return fingerprint if fingerprint and count == 1 else hashlib.sha256(f"{fingerprint}:{count}".encode()).hexdigest()[:32]


def _issue(finding: Finding, fingerprint: str) -> dict[str, Any]:
    return {
        "description": one_line(finding.message),
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITY[finding.severity],
        "location": {"path": well_formed(finding.span.path), "lines": {"begin": finding.span.line, "end": finding.span.end_line}},
    }
