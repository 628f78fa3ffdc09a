"""From what a rule said to a finding, and from all findings to the exit code."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from checker.model import Confidence, Finding, Report, Severity, Span
from checker.policy.effective import RuleSetting
from checker.rule import Message, Rule

CLEAN, FOUND, FAILED, INCOMPLETE = 0, 1, 2, 3
"""Exit codes: nothing at or above ``--fail-on``; something; could not run; ran, but some input could not be analysed."""


def finding(rule: Rule, setting: RuleSetting, message: Message, span: Span, function: str = "", statement: str = "") -> Finding:
    """The finding that a message stands for; what the policy says of severity and confidence goes before what the rule says."""
    page = rule.page
    severity = setting.severity if setting.severity != rule.severity else message.severity or rule.severity
    return Finding(
        rule.code, rule.name, message.text, Severity(severity), confidence(rule, setting, message), span,
        page.why, message.help or page.help,
        message.steps, message.related, message.fix, function, " ".join(statement.split()), properties=message.properties,
    )  # fmt: skip


def confidence(rule: Rule, setting: RuleSetting, message: Message) -> Confidence:
    """How sure a message is."""
    return Confidence(setting.confidence if setting.confidence != rule.confidence else message.confidence or rule.confidence)


def ordered(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Sorted by place, each once, with fingerprints.

    A fingerprint is a sha256 over rule, path, function, statement and flow, none of which knows a line; findings that are equal in all
    of them are counted from the top of the file.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    unique = {(found.code, found.span, found.message): found for found in findings}
    for found in sorted(unique.values(), key=lambda found: (found.span, found.code, found.message)):
        flow = (part for step in found.steps for part in (step.span.path, step.text))
        # a finding without a statement (an unread file, a waiver) is told apart by its message
        key = (found.rule, found.span.path, found.function, found.statement or found.message, *flow)
        seen[key] += 1
        text = "\0".join((*key, str(seen[key])))
        yield replace(found, fingerprint=hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest())


def exit_code(report: Report, fail_on: Severity, *, exit_zero: bool = False) -> int:
    """An incomplete run beats findings; ``exit_zero`` forgives findings alone."""
    if report.unread:
        return INCOMPLETE
    return FOUND if not exit_zero and any(found.severity >= fail_on for found in report.findings) else CLEAN
