"""Markdown for a GitHub job summary: a table of the worst fifty causes and their details, folded up.

GitHub drops a summary over 1 MiB whole, so details end with a pointer before that.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.model import Finding, Proven, Report
from checker.report.causes import Cause, also, causes, what
from checker.report.escape import markdown, markdown_block, markdown_code, visible
from checker.report.frame import frame
from checker.report.options import Options
from checker.report.ranking import counted
from checker.report.summary import headline

NAME = "markdown"
SEEN_FROM = "top"
LIMIT = 50
MOST_BYTES = 1_000_000
_PROSE = 2_000
"""Characters of one paragraph; longer text is cut."""
_FILES = 20
"""Files of one cause whose lines are listed."""


def render(report: Report, options: Options) -> str:
    """Heading, one line that sums up, table, details; suppressed findings only where asked for."""
    ranked = [*causes(report.findings), *(causes(report.suppressed) if options.suppressed else ())]
    parts = ["## logproof", markdown(headline(report))]
    if ranked:
        parts.append(_table(ranked[:LIMIT]))
    size, shown = len("\n\n".join(parts).encode(errors="replace")), 0
    for cause in ranked[:LIMIT]:
        block = _details(cause, report)
        size += len(block.encode(errors="replace")) + 2
        if size > MOST_BYTES - 2_000 - sum(map(len, report.notes)) * 4:
            break
        parts.append(block)
        shown += 1
    if report.proven:
        parts.append(_holding(report.proven))
    parts += list(_pointers(ranked, shown))
    parts += [f"- {markdown(note)}" for note in report.notes]
    return "\n\n".join(parts) + "\n"


def _holding(proven: Proven) -> str:
    """What holds of a release."""
    rows = [f"| {markdown_code(visible(one.path), table=True)} | {_prose(one.sentence)} |" for one in proven.checked if one.holds]
    return "\n".join(["| Artifact | What holds |", "| --- | --- |", *rows[:LIMIT]]) if rows else "Nothing holds."


def _pointers(ranked: list[Cause], detailed: int) -> Iterator[str]:
    """What is left out: of the table, then of the details below it."""
    listed = ranked[:LIMIT]
    findings, named = (sum(1 + len(cause.others) for cause in some) for some in (ranked, listed))
    if named < findings:
        yield f"The worst {named:,} of {counted(findings, 'finding')} are listed. `logproof check` prints all of them."
    if detailed < len(listed):
        yield f"Details of {len(listed) - detailed} left out, to stay within what GitHub shows. `logproof check` prints them."


def _table(listed: list[Cause]) -> str:
    rows = ["| Severity | Rule | Place | Finding |", "| --- | --- | --- | --- |"]
    for cause in listed:
        finding = cause.first
        place = markdown_code(f"{visible(finding.span.path)}:{finding.span.line}", table=True)
        more = f" and {counted(len(cause.others), 'more place')}" if cause.others else ""
        severity = f"{finding.severity.label} (suppressed)" if finding.suppressed else finding.severity.label
        rows.append(f"| {severity} | {finding.code} {markdown(finding.rule)} | {place}{more} | {_prose(finding.message)} |")
    return "\n".join(rows)


def _details(cause: Cause, report: Report) -> str:
    finding, span = cause.first, cause.first.span
    title = f"{finding.code} {markdown(finding.rule)}: {_html(visible(span.path))}:{span.line}"
    lines = [f"<details><summary>{title}</summary>", "", _prose(finding.message), ""]
    lines += [*_source(finding, report), *_flow(finding), *_also(cause)]
    lines += [f"**{word}:** {_prose(text)}\n" for word, text in (("Why", finding.why), ("How to fix it", finding.help)) if text]
    if finding.suppressed is not None:
        lines.append(f"**Suppressed:** {_prose(finding.suppressed.reason)}\n")
    lines.append(f"{finding.severity.label} severity, {finding.confidence.label} confidence. More: `logproof rule {finding.rule}`")
    return "\n".join((*lines, "", "</details>"))


def _also(cause: Cause) -> Iterator[str]:
    """The places of a cause's other findings, a line for each file."""
    if not cause.others:
        return
    yield f"**Also:** {also(cause)}\n"
    if cause.of_function:
        for other in cause.others:
            yield f"- {markdown_code(f'{visible(other.span.path)}:{other.span.line}')}: {_prose(what(other))}"
        yield ""
        return
    for path, lines in cause.places[:_FILES]:
        yield f"- {markdown_code(visible(path))}: {_prose(', '.join(map(str, lines)))}"
    if len(cause.places) > _FILES:
        yield f"- and {counted(len(cause.places) - _FILES, 'more file')}"
    yield ""


def _source(finding: Finding, report: Report) -> Iterator[str]:
    rows = list(frame(report.sources, finding.span, 120, around=(1, 1)))
    if rows:
        yield markdown_block("\n".join(f"{row.number:>4} {row.text}" if row.number else "   …" for row in rows))
        yield ""


def _flow(finding: Finding) -> Iterator[str]:
    for number, step in enumerate(finding.steps, 1):
        yield f"{number}. {markdown_code(f'{visible(step.span.path)}:{step.span.line}')} {_prose(step.text)}"
    if finding.steps:
        yield ""


def _prose(text: str) -> str:
    return markdown(text if len(text) <= _PROSE else f"{text[:_PROSE]}…")


def _html(text: str) -> str:
    """Text inside an HTML block's line, where Markdown still reads inline markup."""
    return markdown(text)
