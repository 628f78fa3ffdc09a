"""SARIF 2.1.0 for GitHub code scanning and every other reader of the OASIS standard.

Paths are relative to the repository's top, or the project's root without one (``%SRCROOT%``), columns count code points, and an unread
file is a result and also a notification (standard, 3.58), since its absence makes the results incomplete.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from checker.model import Finding, Report
from checker.report.escape import json_text
from checker.report.options import Options
from checker.report.sarif.places import location, plain, uri
from checker.report.sarif.results import result
from checker.report.sarif.rules import CWE_TAXONOMY, descriptor, numbers, taxonomy

NAME = "sarif"
SEEN_FROM = "top"
UNREAD = "LP001"
"""The code of the findings that are also notifications."""
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
PROJECT = "pkg:pypi/logproof"
"""A package URL, which stays right wherever the project's site is."""


def render(report: Report, options: Options) -> str:
    """One log with one run."""
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report, options)]})


def _run(report: Report, options: Options) -> dict[str, Any]:
    findings = (*report.findings, *(report.suppressed if options.suppressed else ()))
    ranks = {rule.code: index for index, rule in enumerate(report.rules)}
    run: dict[str, Any] = {
        "tool": {"driver": _driver(report)},
        "automationDetails": {"id": f"{plain(options.category).rstrip('/')}/"},
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The top of the repository that was checked."}}},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(findings, report)],
        "artifacts": [{"location": {"uri": uri(path), "uriBaseId": "%SRCROOT%"}} for path in _paths(findings)],
        "results": [
            result(finding, ranks.get(finding.code), report.sources, count, compared=bool(report.baseline))
            for finding, count in zip(findings, _counts(findings), strict=True)
        ],
    }
    if taxa := numbers(report.rules):
        run["taxonomies"] = [taxonomy(taxa)]
    return run


def _counts(findings: tuple[Finding, ...]) -> Iterator[int]:
    """The how many-th of equal ones each is."""
    seen: Counter[str] = Counter()
    for finding in findings:
        seen[finding.fingerprint] += 1
        yield seen[finding.fingerprint]


def _driver(report: Report) -> dict[str, Any]:
    driver: dict[str, Any] = {
        "name": "logproof",
        "fullName": f"logproof {report.version}".strip(),
        "informationUri": PROJECT,
        "rules": [descriptor(rule, numbers(report.rules)) for rule in report.rules],
        "notifications": [descriptor(rule, numbers(report.rules)) for rule in report.rules if rule.code == UNREAD],
    }
    if report.version:
        driver |= {"version": report.version, "semanticVersion": report.version}
    if numbers(report.rules):
        driver["supportedTaxonomies"] = [dict(CWE_TAXONOMY)]
    return driver


def _invocation(findings: tuple[Finding, ...], report: Report) -> dict[str, Any]:
    """The run itself; it did succeed, but errors among its notifications say that the results are incomplete."""
    unread = [finding for finding in findings if finding.code == UNREAD]
    known = any(rule.code == UNREAD for rule in report.rules)
    return {
        "executionSuccessful": True,
        "toolExecutionNotifications": [
            {
                "descriptor": {"id": UNREAD, "index": 0} if known else {"id": UNREAD},
                "level": "error",
                "message": {"text": plain(finding.message)},
                "locations": [location(finding.span, report.sources)],
            }
            for finding in unread
        ],
    }


def _paths(findings: tuple[Finding, ...]) -> list[str]:
    """Every file that a result names, sorted."""
    spans = (span for finding in findings for span in (finding.span, *(step.span for step in (*finding.steps, *finding.related))))
    return sorted({span.path for span in spans})
