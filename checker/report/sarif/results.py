"""SARIF's results: one finding, one result."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from checker.model import Finding, Fix, Span, Step, Suppression
from checker.report.linehash import line_hashes
from checker.report.sarif.places import artifact, location, plain, region
from checker.report.sarif.rules import LEVEL, SECURITY_SEVERITY, sentence

_KIND = {"comment": "inSource", "waiver": "external"}
Sources = dict[str, str]


def result(finding: Finding, rule_index: int | None, sources: Sources, count: int = 1, *, compared: bool = False) -> dict[str, Any]:
    """A result; parts that a finding has not are left out.

    ``count``: the how many-th of equal findings it is. ``compared``: whether there is a baseline that says what is new.
    """
    made: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule_index,
        "kind": "fail",
        "level": LEVEL[finding.severity],
        "message": {"text": sentence(finding.message)},
        "locations": [_primary(finding, sources)],
        "relatedLocations": list(_related(finding, sources)),
        "codeFlows": _flows(finding.steps, sources),
        "fixes": [_fix(finding.fix)] if finding.fix and finding.fix.edits else None,
        "partialFingerprints": _fingerprints(finding, sources, count),
        "baselineState": _state(finding) if compared else None,
        "suppressions": [_suppression(finding.suppressed, sources)] if finding.suppressed else None,
        "properties": _properties(finding),
    }
    return {key: value for key, value in made.items() if value is not None and value != []}


def _primary(finding: Finding, sources: Sources) -> dict[str, Any]:
    place = location(finding.span, sources)
    if finding.function:
        name = plain(finding.function)
        place["logicalLocations"] = [{"fullyQualifiedName": name, "name": name.rpartition(".")[2], "kind": "function"}]
    return place


def _related(finding: Finding, sources: Sources) -> Iterator[dict[str, Any]]:
    """Related places with an ``id``; a single step is one of them, since one place is no flow."""
    steps = (*(finding.steps if len(finding.steps) == 1 else ()), *finding.related)
    for number, step in enumerate(steps):
        yield {"id": number, **location(step.span, sources, step.text)}


def _flows(steps: tuple[Step, ...], sources: Sources) -> list[dict[str, Any]]:
    if len(steps) < 2:
        return []
    places = [
        {
            "location": location(step.span, sources, step.text),
            "executionOrder": number,
            "importance": "essential" if number in (1, len(steps)) else "important",
        }
        for number, step in enumerate(steps, 1)
    ]
    return [{"threadFlows": [{"locations": places}]}]


def _fix(fix: Fix) -> dict[str, Any]:
    """Edits by file, in the order of the text."""
    edits = sorted(fix.edits, key=lambda edit: edit.span)
    return {
        "description": {"text": sentence(fix.description)},
        "artifactChanges": [
            {
                "artifactLocation": artifact(path),
                "replacements": [
                    {"deletedRegion": region(edit.span), "insertedContent": {"text": edit.replacement}} for edit in group
                ],
            }
            for path, group in groupby(edits, key=lambda edit: edit.span.path)
        ],
    }  # fmt: skip


def _state(finding: Finding) -> str:
    return "unchanged" if finding.suppressed and finding.suppressed.kind == "baseline" else "new"


def _fingerprints(finding: Finding, sources: Sources, count: int) -> dict[str, str]:
    """GitHub's, and ours with its count behind a colon, as GitHub's has it: readers drop results of which all prints are equal."""
    prints = {"logproof/v1": f"{finding.fingerprint}:{count}"} if finding.fingerprint else {}
    hash_of_line = _line_hash(finding.span, sources)
    return {"primaryLocationLineHash": hash_of_line, **prints} if hash_of_line else prints


def _line_hash(span: Span, sources: Sources) -> str | None:
    hashes = line_hashes(sources[span.path]) if span.path in sources else ()
    return hashes[span.line - 1] if 1 <= span.line <= len(hashes) else None


def _suppression(suppression: Suppression, sources: Sources) -> dict[str, Any]:
    made: dict[str, Any] = {
        "kind": _KIND.get(suppression.kind, "external"),
        "status": "accepted",
        "justification": plain(suppression.reason),
    }
    if suppression.span is not None:
        made["location"] = location(suppression.span, sources)
    facts = {"until": suppression.until, "owner": suppression.owner, "ticket": suppression.ticket}
    if any(facts.values()):
        made["properties"] = {key: plain(value) for key, value in facts.items() if value}
    return made


def _properties(finding: Finding) -> dict[str, Any]:
    """What SARIF has no field for."""
    return {
        "severity": finding.severity.label,
        "confidence": finding.confidence.label,
        "security-severity": SECURITY_SEVERITY[finding.severity],
        **({"help": plain(finding.help)} if finding.help else {}),
        **({"fix-is-safe": finding.fix.safe} if finding.fix else {}),
        **{plain(key): plain(value) for key, value in finding.properties},
    }
