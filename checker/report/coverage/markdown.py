"""For a wiki or a pull request: a table of all requirements, then what speaks for and against each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.coverage import Coverage, Judged
from checker.logconfig import LogPipeline
from checker.model import Finding
from checker.report.coverage import told
from checker.report.escape import markdown, markdown_code, visible

NAME = "markdown"


def render(coverage: Coverage, pipelines: Sequence[LogPipeline]) -> str:
    """Heading, scope, table, details."""
    parts = ["# Coverage of requirements", markdown(told.summary(coverage)) + "."]
    parts.append("\n".join(f"- {label}: {markdown(text)}" for label, text in told.scope(coverage)))
    parts.append(markdown(told.CAVEAT))
    rows = [f"| {markdown(one.requirement.id)} | {one.verdict.value} | {markdown(one.requirement.text)} |" for one in coverage.judged]
    parts.append("\n".join(["| Requirement | Verdict | What it asks for |", "| --- | --- | --- |", *rows]))
    parts += ["\n".join(_requirement(one)) for one in coverage.judged]
    parts += [f"- {markdown(note)}" for note in coverage.notes]
    return "\n\n".join(parts) + "\n"


def _requirement(judged: Judged) -> Iterator[str]:
    yield f"## {markdown(judged.requirement.id)}: {judged.verdict.value}"
    yield ""
    yield markdown(judged.requirement.text)
    yield ""
    if looked := told.shown(judged):
        yield f"- Looked at: {markdown(', '.join(map(told.examined, looked)))}"
    yield from _findings("Found", judged.findings)
    yield from _findings("Accepted", judged.accepted)
    yield from (f"- {markdown(reason)}" for reason in judged.reasons)
    if limits := told.limits(judged):
        yield f"- Limits: {markdown(limits)}"


def _findings(label: str, findings: Sequence[Finding]) -> Iterator[str]:
    for found in findings[: told.MOST]:
        place = markdown_code(f"{visible(found.span.path)}:{found.span.line}")
        by = told.accepted(found)
        yield f"- {label}: {place} {found.code} {markdown(found.rule)}: {markdown(found.message)}{f' ({markdown(by)})' if by else ''}"
    if len(findings) > told.MOST:
        yield f"- {label}: and {len(findings) - told.MOST:,} more"
