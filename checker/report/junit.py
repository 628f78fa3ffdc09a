"""JUnit XML (the form that Jenkins and GitLab read): one test suite a file, one failed test case a finding."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from checker.model import Finding, Report
from checker.report.escape import one_line, visible, xml_text
from checker.report.options import Options

NAME = "junit"
SEEN_FROM = "top"
_UNREAD = "LP001"


def render(report: Report, options: Options) -> str:
    """A ``testsuites`` document without times, so that equal findings give equal bytes; nothing found is one passed test."""
    chosen = (*report.findings, *(report.suppressed if options.suppressed else ()))
    findings = sorted(chosen, key=lambda finding: (finding.span, finding.code))
    lines = ['<?xml version="1.0" encoding="utf-8"?>', f'<testsuites name="logproof" {_counts(findings, more=_holding(report))}>']
    for path, group in groupby(findings, key=lambda finding: finding.span.path):
        lines += _suite(path, list(group))
    holding = [one for one in report.proven.checked if one.holds] if report.proven else []
    if holding:
        lines += [f'  <testsuite name="what holds" tests="{len(holding)}" failures="0" errors="0" skipped="0">']
        lines += [
            f'    <testcase name="{xml_text(one_line(one.sentence))}" classname="{xml_text(visible(one.path))}" />' for one in holding
        ]
        lines += ["  </testsuite>"]
    elif not findings:
        lines += ['  <testsuite name="logproof" tests="1" failures="0" errors="0" skipped="0">']
        lines += ['    <testcase name="no findings" classname="logproof" />', "  </testsuite>"]
    return "\n".join((*lines, "</testsuites>\n"))


def _holding(report: Report) -> int:
    return sum(one.holds for one in report.proven.checked) if report.proven else 0


def _counts(findings: list[Finding], more: int = 0) -> str:
    skipped = sum(finding.suppressed is not None for finding in findings)
    errors = sum(finding.code == _UNREAD and finding.suppressed is None for finding in findings)
    failures = len(findings) - skipped - errors
    counts = {"tests": max(len(findings) + more, 1), "failures": failures, "errors": errors}
    return " ".join(f'{name}="{number}"' for name, number in counts.items())


def _suite(path: str, findings: list[Finding]) -> Iterator[str]:
    skipped = sum(finding.suppressed is not None for finding in findings)
    yield f'  <testsuite name="{xml_text(visible(path))}" {_counts(findings)} skipped="{skipped}">'
    for finding in findings:
        yield from _case(finding)
    yield "  </testsuite>"


def _case(finding: Finding) -> Iterator[str]:
    span = finding.span
    name = xml_text(f"{finding.code} {finding.rule} {span.line}:{span.column}")
    yield f'    <testcase name="{name}" classname="{xml_text(visible(span.path))}">'
    if finding.suppressed is not None:
        yield f'      <skipped message="{xml_text(one_line(finding.suppressed.reason))}" />'
    else:
        kind = "error" if finding.code == _UNREAD else "failure"
        yield f'      <{kind} message="{xml_text(one_line(finding.message))}" type="{xml_text(finding.rule)}">'
        yield f"{xml_text(_details(finding))}</{kind}>"
    yield "    </testcase>"


def _details(finding: Finding) -> str:
    """What a person reads of a failed test: the place, the flow, why, how to fix it."""
    span = finding.span
    lines = [f"{visible(span.path)}:{span.line}:{span.column}: {one_line(finding.message)}"]
    lines += [f"severity: {finding.severity.label}, confidence: {finding.confidence.label}"]
    lines += [
        f"{number}. {visible(step.span.path)}:{step.span.line}:{step.span.column}: {one_line(step.text)}"
        for number, step in enumerate(finding.steps, 1)
    ]  # fmt: skip
    lines += [f"{word}: {one_line(text)}" for word, text in (("why", finding.why), ("fix", finding.help)) if text]
    return "\n".join(lines)
