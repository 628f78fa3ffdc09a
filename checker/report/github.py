"""GitHub workflow commands: annotations of the worst ten, one of each cause first, and a notice that points to the rest.

GitHub shows at most ten annotations of each kind a step and drops further ones without a word.
"""

from __future__ import annotations

from checker.model import Finding, Report, Severity
from checker.report.causes import Cause, also, causes
from checker.report.escape import one_line, visible, workflow_data, workflow_property
from checker.report.options import Options
from checker.report.ranking import counted
from checker.report.summary import headline

NAME = "github"
SEEN_FROM = "top"
LIMIT = 10
_COMMAND = {Severity.LOW: "notice", Severity.MEDIUM: "warning", Severity.HIGH: "error", Severity.CRITICAL: "error"}


def render(report: Report, options: Options) -> str:
    """One command a line; suppressed findings are never annotated."""
    found = causes(report.findings)
    ranked = [*found, *(Cause(finding) for cause in found for finding in cause.others)]
    shown = ranked[:LIMIT]
    if len(ranked) > LIMIT and all(_COMMAND[cause.first.severity] == "notice" for cause in shown):
        shown = ranked[: LIMIT - 1]  # the pointer is itself a notice, and would be the eleventh
    lines = [_annotation(cause) for cause in shown]
    if len(ranked) > len(shown):
        rest = counted(len(ranked) - len(shown), "more finding")
        text = f"{headline(report)}. {rest} not annotated: see this step's log or summary, or run `logproof check`."
        title = workflow_property(f"logproof: {rest}")
        lines.append(f"::notice title={title}::{workflow_data(text)}")
    return "".join(f"{line}\n" for line in lines)


def _annotation(cause: Cause) -> str:
    finding, span = cause.first, cause.first.span
    place = [f"file={workflow_property(visible(span.path))}", f"line={span.line}", f"endLine={span.end_line}"]
    if span.line == span.end_line:  # GitHub refuses columns for a range over several lines
        place += [f"col={span.column}", f"endColumn={max(span.column, span.end_column - 1)}"]
    place.append(f"title={workflow_property(f'{finding.code} {finding.rule} ({finding.severity.label})')}")
    others = f"Also: {also(cause)}" if cause.others else ""
    fix = f"Fix: {one_line(finding.help)}" if finding.help else ""
    message = "\n".join(filter(None, (one_line(finding.message), *_flow(finding), others, fix)))
    return f"::{_COMMAND[finding.severity]} {','.join(place)}::{workflow_data(message)}"


def _flow(finding: Finding) -> list[str]:
    if len(finding.steps) < 2:
        return []
    return [
        f"{number}. {visible(step.span.path)}:{step.span.line}: {one_line(step.text)}"
        for number, step in enumerate(finding.steps, 1)
    ]  # fmt: skip
