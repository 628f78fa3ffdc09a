"""Plain data that every part shares: places, steps, edits, findings and reports."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

import msgspec


class Severity(IntEnum):
    """How bad it is if the finding is true."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3
    CRITICAL = 4

    @property
    def label(self) -> str:
        """The lower-case word that settings and reports use."""
        return self.name.lower()


class Confidence(IntEnum):
    """How sure the rule is; only medium and high are shown by default."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3

    @property
    def label(self) -> str:
        """The lower-case word that settings and reports use."""
        return self.name.lower()


class Span(msgspec.Struct, frozen=True, order=True):
    """A range of text in one file."""

    path: str
    """Relative to the project root, with ``/`` between the parts."""
    line: int
    """1-based."""
    column: int
    """1-based, in characters (not bytes)."""
    end_line: int
    """1-based, inclusive."""
    end_column: int
    """1-based, the column after the last character."""


class Step(msgspec.Struct, frozen=True):
    """One hop of a flow, or a related place."""

    span: Span
    text: str


class Edit(msgspec.Struct, frozen=True):
    """Replace the text of ``span`` by ``replacement``; an empty span inserts."""

    span: Span
    replacement: str


class Fix(msgspec.Struct, frozen=True):
    """A change that removes the finding."""

    description: str
    edits: tuple[Edit, ...]
    safe: bool
    """Whether behaviour stays the same but for the finding itself."""


class Suppression(msgspec.Struct, frozen=True):
    """Why a finding is not shown: a comment in the source, a waiver of the policy, or the baseline."""

    kind: str
    """``comment``, ``waiver`` or ``baseline``."""
    reason: str
    span: Span | None = None
    until: str | None = None
    """ISO date after which it no longer holds."""
    owner: str | None = None
    ticket: str | None = None
    """Where it is followed up."""


class Finding(msgspec.Struct, frozen=True):
    """One thing found, whatever evidence it came from."""

    code: str
    """``LP101``."""
    rule: str
    """``secret-in-log``."""
    message: str
    """One sentence that names what leaks and where to."""
    severity: Severity
    confidence: Confidence
    span: Span
    """The exact range: the statement's or call's, as the CST has it."""
    why: str
    """Why it matters, from the rule's page: one or two sentences."""
    help: str
    """How to fix it, from the rule's page or the message itself."""
    steps: tuple[Step, ...] = ()
    """The flow, from birth to sink, in order; empty where nothing flows."""
    related: tuple[Step, ...] = ()
    fix: Fix | None = None
    function: str = ""
    """Qualified name of the function it stands in, ``""`` for module level."""
    statement: str = ""
    """The statement on one line in a form that no formatter changes (`checker.source.cst.normal`)."""
    via: tuple[str, ...] = ()
    """Qualified names of the other functions that the flow comes through, from birth on."""
    fingerprint: str = ""
    """Hex, of what the finding is (`checker.identity`) and not of where: equal findings share it."""
    properties: tuple[tuple[str, str], ...] = ()
    suppressed: Suppression | None = None


class RuleInfo(msgspec.Struct, frozen=True):
    """What a report says of a rule; a plain copy of the rule's metadata and page."""

    code: str
    name: str
    title: str
    """The page's first line."""
    why: str
    """Plain text."""
    page: str
    """The whole page, Markdown."""
    severity: Severity
    confidence: Confidence
    cwe: tuple[int, ...] = ()
    owasp: tuple[str, ...] = ()
    """``A09:2021``, ``A09:2025``."""
    asvs: tuple[str, ...] = ()
    pci: tuple[str, ...] = ()


class Checked(msgspec.Struct, frozen=True):
    """One claim about one file of a release."""

    path: str
    """As in `Span`."""
    sentence: str
    """Artifact, claim, what was wanted and what was found."""
    holds: bool


class Proven(msgspec.Struct, frozen=True):
    """What a release run adds to a report."""

    checked: tuple[Checked, ...]
    """Sorted by path."""
    artifacts: tuple[tuple[str, str], ...]
    """Path below the folder, and SHA-256 in hex."""
    policy: tuple[tuple[str, str], ...]
    """Label of what the release was held against, and SHA-256: of the policy's file, else of what was asked."""
    time: str
    """ISO 8601, in UTC: the clock that it was judged by."""
    passed: bool
    inputs: tuple[tuple[str, str], ...] = ()
    """Path below the folder, and SHA-256 in hex, of each bundle file that was read."""


class Report(msgspec.Struct, frozen=True):
    """All that one run has to say."""

    findings: tuple[Finding, ...]
    """Shown ones, sorted by path, line, column, code."""
    suppressed: tuple[Finding, ...] = ()
    """Suppressed ones, for reports that are asked for them."""
    rules: tuple[RuleInfo, ...] = ()
    """Every rule that ran, sorted by code."""
    sources: dict[str, str] = msgspec.field(default_factory=dict)
    """Text of each file that a finding or a step names, for code frames; by path."""
    files: int = 0
    """Files read."""
    lines: int = 0
    hidden: int = 0
    """Findings below the confidence asked for."""
    notes: tuple[str, ...] = ()
    """Plain sentences for the end of a text report."""
    unread: int = 0
    """Files that could not be analysed (exit code 3)."""
    baseline: str = ""
    """The baseline in force as a user would name it; ``""`` where there is none."""
    root: str = "."
    """Absolute path of the project root."""
    version: str = ""
    """The tool's version."""
    proven: Proven | None = None
    """Of a release alone."""


Parameters = dict[str, Any]
"""A rule's parameters as the policy in force gives them."""
