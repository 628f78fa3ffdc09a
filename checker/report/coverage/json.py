"""For other programs.

``packs``, ``summary``, ``requirements`` (``id``, ``text``, ``verdict``, ``rules``, ``limits``, ``reasons``, ``examined``
with each thing's ``path`` and ``line``, ``findings``, ``accepted``), ``notes``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from checker.coverage import Coverage, Judged, Verdict
from checker.logconfig import LogPipeline
from checker.model import Finding
from checker.report.coverage import told
from checker.report.escape import json_text, well_formed

NAME = "json"


def render(coverage: Coverage, pipelines: Sequence[LogPipeline]) -> str:
    """One document."""
    return json_text(
        {
            "tool": {"name": "logproof", "version": coverage.version},
            "date": coverage.today,
            "packs": list(coverage.packs),
            "paths": list(map(well_formed, coverage.paths)),
            "files": coverage.files,
            "summary": {verdict.value: coverage.count(verdict) for verdict in Verdict},
            "requirements": [_requirement(one) for one in coverage.judged],
            "notes": list(map(well_formed, coverage.notes)),
        }
    )


def _requirement(judged: Judged) -> dict[str, Any]:
    return {
        "id": judged.requirement.id,
        "text": judged.requirement.text,
        "verdict": judged.verdict.value,
        "rules": list(judged.rules),
        "limits": judged.requirement.beyond,
        "reasons": list(map(well_formed, judged.reasons)),
        "examined": [
            {
                "subject": one.subject,
                "count": one.count,
                "places": [
                    {
                        "path": well_formed(seen.span.path),
                        "line": seen.span.line,
                        "what": well_formed(seen.told),
                        "open": well_formed(seen.open),
                    }
                    for seen in one.seen
                ],
            }
            for one in judged.examined
        ],
        "findings": list(map(_finding, judged.findings)),
        "accepted": [{**_finding(found), "by": well_formed(told.accepted(found))} for found in judged.accepted],
    }


def _finding(found: Finding) -> dict[str, Any]:
    return {
        "code": found.code,
        "rule": found.rule,
        "path": well_formed(found.span.path),
        "line": found.span.line,
        "message": well_formed(found.message),
        "severity": found.severity.label,
        "fingerprint": found.fingerprint,
    }
