"""SARIF's rule descriptors, and the CWE as a taxonomy that they refer to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from checker.model import Confidence, RuleInfo, Severity
from checker.report.sarif.places import plain

LEVEL = {Severity.LOW: "note", Severity.MEDIUM: "warning", Severity.HIGH: "error", Severity.CRITICAL: "error"}
SECURITY_SEVERITY = {Severity.LOW: "2.5", Severity.MEDIUM: "5.5", Severity.HIGH: "8.0", Severity.CRITICAL: "9.5"}
"""In the middle of GitHub's ranges: above 9.0 is critical, 7.0 high, 4.0 medium, 0.1 low."""
_PROBLEM = {Severity.LOW: "recommendation", Severity.MEDIUM: "warning", Severity.HIGH: "error", Severity.CRITICAL: "error"}
_PRECISION = {Confidence.LOW: "low", Confidence.MEDIUM: "medium", Confidence.HIGH: "high"}
CWE_TAXONOMY = {"name": "CWE", "index": 0}
"""The reference to the taxonomy."""


def numbers(rules: Iterable[RuleInfo]) -> list[int]:
    """Every CWE that a rule names, sorted; the place in it is the taxon's index."""
    return sorted({number for rule in rules for number in rule.cwe})


def descriptor(rule: RuleInfo, taxa: list[int]) -> dict[str, Any]:
    """One rule; ``rule.page`` is its help."""
    made: dict[str, Any] = {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": sentence(rule.title or rule.name)},
        "fullDescription": {"text": sentence(rule.why or rule.title or rule.name)},
        "help": {"text": rule.page or rule.name, "markdown": rule.page or rule.name},
        "defaultConfiguration": {"level": LEVEL[rule.severity]},
        "properties": _properties(rule),
    }
    if rule.cwe:
        made["relationships"] = [
            {"target": {"id": str(number), "index": taxa.index(number), "toolComponent": dict(CWE_TAXONOMY)}, "kinds": ["superset"]}
            for number in rule.cwe
        ]
    return made


def _properties(rule: RuleInfo) -> dict[str, Any]:
    tags = ["security", *(f"external/cwe/cwe-{number:03}" for number in rule.cwe)]
    tags += [f"external/owasp/owasp-{re.sub(r'[^a-z0-9]+', '-', name.lower())}" for name in rule.owasp]
    tags += [f"external/asvs/{name}" for name in rule.asvs] + [f"external/pci-dss/{name}" for name in rule.pci]
    return {
        "tags": tags,
        "precision": _PRECISION[rule.confidence],
        "problem.severity": _PROBLEM[rule.severity],
        "security-severity": SECURITY_SEVERITY[rule.severity],
        "logproof/name": rule.name,
    }


def taxonomy(taxa: list[int]) -> dict[str, Any]:
    """The part of MITRE's CWE that the rules refer to."""
    return {
        "name": "CWE",
        "organization": "MITRE",
        "shortDescription": {"text": "The MITRE Common Weakness Enumeration."},
        "informationUri": "https://cwe.mitre.org/",
        "isComprehensive": False,
        "taxa": [{"id": str(number), "helpUri": f"https://cwe.mitre.org/data/definitions/{number}.html"} for number in taxa],
    }


def sentence(text: str) -> str:
    """Plain text that ends as a sentence does."""
    shown = plain(text).strip()
    return shown if shown.endswith((".", "!", "?")) else f"{shown}."
