"""One line a finding, for grep and editors, then one line that sums up; where nothing was found, what was not looked at."""

from __future__ import annotations

from checker.model import Finding, Report
from checker.report.escape import log_line, one_line, visible
from checker.report.options import Options
from checker.report.summary import headline

NAME = "concise"
SEEN_FROM = "here"


def render(report: Report, options: Options) -> str:
    """``path:line:col: CODE name message [severity/confidence]``."""
    findings = sorted((*report.findings, *report.suppressed), key=_place) if options.suppressed else report.findings
    notes = [] if findings or report.proven else [f"note: {note}" for note in report.notes]  # of a release the trust is no question
    lines = [*map(_line, findings), headline(report), *notes]
    return "".join(f"{log_line(line)}\n" for line in lines)


def _place(finding: Finding) -> tuple[object, ...]:
    return finding.span, finding.code


def _line(finding: Finding) -> str:
    span = finding.span
    marks = f"[{finding.severity.label}/{finding.confidence.label}]"
    if finding.suppressed is not None:
        marks += f" (suppressed: {one_line(finding.suppressed.reason)})"
    return f"{visible(span.path)}:{span.line}:{span.column}: {finding.code} {finding.rule} {one_line(finding.message)} {marks}"
