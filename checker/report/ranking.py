"""Which findings come first where not all can be shown."""

from __future__ import annotations

from collections.abc import Iterable

from checker.model import Finding


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Sorted by severity, then confidence, then as the report has them."""
    return sorted(findings, key=lambda finding: (-finding.severity, -finding.confidence))


def counted(number: int, noun: str, plural: str = "") -> str:
    """``1 file``, ``2 files``, ``12,345 lines``."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
