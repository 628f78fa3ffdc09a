"""The range of a step that is only a point: what the step's text names, or the expression that begins there."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from checker import patterns as re
from checker.model import Finding, Report, Span, Step
from checker.report.lines import line_of

_QUOTED = re.compile(r"`([^`]+)`")
_NAME = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*")
_OPEN = {"(": ")", "[": "]"}


def ranged(report: Report) -> Report:
    """The report with a range for every step; flows know where a value passes, not how far the expression goes."""
    findings, suppressed = (tuple(_ranged(finding, report.sources) for finding in part) for part in (report.findings, report.suppressed))
    return replace(report, findings=findings, suppressed=suppressed)


def _ranged(finding: Finding, sources: dict[str, str]) -> Finding:
    steps, related = (tuple(_widened(step, finding.span, sources) for step in part) for part in (finding.steps, finding.related))
    return replace(finding, steps=steps, related=related) if (steps, related) != (finding.steps, finding.related) else finding


def _widened(step: Step, whole: Span, sources: dict[str, str]) -> Step:
    span = step.span
    if span.line != span.end_line or span.end_column - span.column > 1:
        return step
    if (span.path, span.line, span.column) == (whole.path, whole.line, whole.column):
        return replace(step, span=whole)
    line = line_of(sources, span.path, span.line)
    found = line and _found(line, span.column - 1, step.text)
    if not found:
        return step
    start, end = found
    return replace(step, span=replace(span, column=start + 1, end_column=end + 1))


def _found(line: str, at: int, text: str) -> tuple[int, int] | None:
    """Offsets of the first quoted name that stands in the line, nearest behind ``at``; else of the expression at ``at``."""
    plain = line.replace('"', "'")
    for name in _names(text):
        pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
        match = pattern.search(plain, at) or pattern.search(plain)
        if match:
            return match.start(), _behind(line, match.end()) if text.find(f"{name}(") >= 0 or "[...]" in text else match.end()
    start = _NAME.match(line, at)
    return (at, _behind(line, start.end())) if start else None


def _names(text: str) -> Iterator[str]:
    """The names that a step's text quotes, each whole and then its last part: ``Registration.password``, ``password``."""
    for quoted in _QUOTED.findall(text):
        name = quoted.removesuffix("()").split("[...]")[0].split("()")[0]
        yield name
        if "." in name:
            yield name.rpartition(".")[2]


def _behind(line: str, at: int) -> int:
    """The offset behind the brackets that open at ``at``; ``at`` where none do or they do not close in this line."""
    if at >= len(line) or line[at] not in _OPEN:
        return at
    depth = 0
    for index in range(at, len(line)):
        depth += (line[index] in "([{") - (line[index] in ")]}")
        if not depth:
            return index + 1
    return at
