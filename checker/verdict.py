"""From what a rule said to a finding, and from all findings to the exit code."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import takewhile
from typing import Any

from msgspec.structs import replace

from checker.errors import LogproofError, Problem
from checker.identity import identity
from checker.model import Confidence, Finding, Parameters, Report, Severity, Span
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


def messages(rule: Rule, fact: Any, program: Any, parameters: Parameters) -> list[Message]:
    """What one rule says of one fact; raises LogproofError where the rule breaks down."""
    try:
        return list(rule.messages(fact, program, parameters))
    except Exception as error:
        told = f"the rule {rule.name} broke down: {type(error).__name__}: {error}"
        raise LogproofError(Problem(told, fact.span.path, fact.span.line, hint="--debug shows where")) from error


def confidence(rule: Rule, setting: RuleSetting, message: Message) -> Confidence:
    """How sure a message is."""
    return Confidence(setting.confidence if setting.confidence != rule.confidence else message.confidence or rule.confidence)


def ordered(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Sorted by place, each once, with fingerprints."""
    unique = {(found.code, found.span, found.message): found for found in findings}
    for found in sorted(unique.values(), key=lambda found: (found.span, found.code, found.message)):
        yield replace(found, fingerprint=identity(found).fingerprint)


def via(found: Finding, function_at: Callable[[str, int], str]) -> Finding:
    """The finding with the functions that its flow comes through; ``function_at(path, line)`` names one.

    What follows on the finding's own place (who logs an exception) is left out: which of several is told first is a matter of order.
    """
    own = found.function.partition(".<")[0]
    here = (found.span.path, found.span.line)
    before = takewhile(lambda step: (step.span.path, step.span.line) != here, found.steps)
    names = dict.fromkeys(function_at(step.span.path, step.span.line) for step in before)
    return replace(found, via=tuple(name for name in names if name not in ("", own)))


def exit_code(report: Report, fail_on: Severity, *, exit_zero: bool = False) -> int:
    """An incomplete run beats findings; ``exit_zero`` forgives findings alone."""
    if report.unread:
        return INCOMPLETE
    return FOUND if not exit_zero and any(found.severity >= fail_on for found in report.findings) else CLEAN
