"""The index of all rules as a Markdown page, ``docs/rules.md``; ``python -m checker.rules`` prints it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from checker.rule import Rule

_FAMILIES = {
    "LP0": "The run itself",
    "LP1": "Leaks: what must not be in a log",
    "LP2": "Audit: what must be in a log",
    "LP3": "Errors: what must not be swallowed",
    "LP4": "Noise",
    "LP5": "Logging configuration",
    "LP6": "Monitoring configuration",
    "LP7": "Workflows",
    "LP8": "Releases",
}
"""Heading of each family, by the beginning of its codes."""
_HEAD = """\
# The rules

Made by `python -m checker.rules`; a test fails when this page and the rules differ.
`logproof rule NAME` shows a rule's page: why it matters, how to fix it, and examples.
"""
_STANDARDS: tuple[tuple[str, Callable[[Rule], Iterable[str]]], ...] = (
    ("OWASP Top 10", lambda rule: rule.owasp),
    ("ASVS 5.0", lambda rule: rule.asvs),
    ("PCI DSS 4", lambda rule: rule.pci),
    ("CWE", lambda rule: (f"CWE-{number}" for number in rule.cwe)),
)


def index_page(rules: Iterable[Rule]) -> str:
    """The page: a table for each family, and which rules serve which requirement."""
    ordered = sorted(rules, key=lambda rule: rule.code)
    parts = [_HEAD]
    for beginning, title in _FAMILIES.items():
        family = [rule for rule in ordered if rule.code.startswith(beginning)]
        if family:
            parts.append("\n".join([f"## {title}\n", *_table(family)]) + "\n")
    parts.append("\n".join(["## By requirement\n", *_requirements(ordered)]) + "\n")
    return "\n".join(parts)


def _table(family: Iterable[Rule]) -> Iterator[str]:
    yield "| Code | Name | What it finds | Severity | Confidence |"
    yield "| --- | --- | --- | --- | --- |"
    for rule in family:
        source = f"../{rule.module.replace('.', '/')}.py"
        state = "" if rule.enabled else " (off by default)"
        cells = (rule.code, f"[{rule.name}]({source})", rule.page.title + state, rule.severity.label, rule.confidence.label)
        yield f"| {' | '.join(cells)} |"


def _requirements(ordered: Iterable[Rule]) -> Iterator[str]:
    rules = tuple(ordered)
    yield "| Standard | Requirement | Rules |"
    yield "| --- | --- | --- |"
    for standard, requirements in _STANDARDS:
        serving: dict[str, list[str]] = {}
        for rule in rules:
            for requirement in requirements(rule):
                serving.setdefault(requirement, []).append(rule.code)
        for requirement in sorted(serving, key=_natural):
            yield f"| {standard} | {requirement} | {', '.join(serving[requirement])} |"


def _natural(requirement: str) -> tuple[tuple[int, str], ...]:
    """Sorts 3.5.1 before 10.3.2."""
    parts = requirement.replace("-", ".").replace(":", ".").split(".")
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)
