"""Everything that the findings hold, as JSON of a stable shape.

Top level: ``format`` (``logproof-report``), ``format_version`` (1; grows only when a field changes its meaning or goes), ``version`` (the
tool's), ``summary`` (``findings``, ``by_severity``, ``suppressed``, ``in_baseline`` (those of the suppressed that the baseline
hides), ``hidden``, ``unread``, ``files``, ``lines``), ``findings``, ``suppressed`` (only where asked for), ``proven`` (of a release:
``checked`` claims, ``artifacts`` and ``policy`` as pairs of name and SHA-256, ``time``, ``passed``), ``rules``, ``notes``. A finding has
the fields of `checker.model.Finding` under their names; a span is ``path``, ``line``, ``column``, ``end_line``, ``end_column``, all
1-based, in characters, the end column behind the last one.
All is ASCII, so no terminal is moved by it.
"""

from __future__ import annotations

from typing import Any

import msgspec

from checker.model import Confidence, Report, Severity
from checker.report.escape import json_text, well_formed
from checker.report.options import Options
from checker.report.summary import by_severity, in_baseline

NAME = "json"
FORMAT_VERSION = 1


def render(report: Report, options: Options) -> str:
    """One JSON object, indented by two."""
    document: dict[str, Any] = {
        "format": "logproof-report",
        "format_version": FORMAT_VERSION,
        "version": report.version,
        "summary": _summary(report),
        "findings": [_plain(finding) for finding in report.findings],
    }
    if options.suppressed:
        document["suppressed"] = [_plain(finding) for finding in report.suppressed]
    if report.proven:
        document["proven"] = _plain(report.proven)
    document["rules"] = [_plain(rule) for rule in report.rules]
    document["notes"] = [_plain(note) for note in report.notes]
    return json_text(document)


def _summary(report: Report) -> dict[str, Any]:
    return {
        "findings": len(report.findings),
        "by_severity": {severity.label: number for severity, number in by_severity(report)},
        "suppressed": len(report.suppressed),
        "in_baseline": in_baseline(report),
        "hidden": report.hidden,
        "unread": report.unread,
        "files": report.files,
        "lines": report.lines,
    }


def _plain(value: Any) -> Any:
    """Structures as objects, enums as their words, ``properties`` as one object."""
    if isinstance(value, Severity | Confidence):
        return value.label
    if isinstance(value, str):
        return well_formed(value)
    if isinstance(value, msgspec.Struct):
        members = ((name, getattr(value, name)) for name in value.__struct_fields__)
        return {name: {key: _plain(text) for key, text in member} if name == "properties" else _plain(member) for name, member in members}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value
