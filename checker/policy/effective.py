"""What holds for one run, as plain data: the outcome of packs, settings and command line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

import msgspec

from checker.model import Confidence, Severity
from checker.release.wanted import Release
from checker.trace.wanted import Wanted
from checker.vocabulary import Vocabulary


class KnownRule(Protocol):
    """What the policy needs to know of a rule; `checker.rule.Rule` has it all."""

    @property
    def name(self) -> str:
        """``secret-in-log``."""
        ...

    @property
    def code(self) -> str:
        """``LP101``."""
        ...

    @property
    def severity(self) -> Severity:
        """Where no layer says otherwise."""
        ...

    @property
    def confidence(self) -> Confidence:
        """Where no layer says otherwise."""
        ...

    @property
    def enabled(self) -> bool:
        """Whether it runs where no layer says otherwise."""
        ...

    @property
    def binding(self) -> bool:
        """Whether nothing may silence it, whatever the layers say."""
        ...

    @property
    def about(self) -> str:
        """Dotted name of the type of facts that it judges."""
        ...

    @property
    def defaults(self) -> Mapping[str, Any]:
        """Every parameter with its default."""
        ...


class RuleSetting(msgspec.Struct, frozen=True):
    """How one rule runs."""

    enabled: bool
    severity: Severity
    confidence: Confidence
    parameters: dict[str, Any]
    """Every parameter that the rule knows; lists are tuples."""
    locked: bool = False
    """Whether no comment, waiver or setting of a project may silence it."""
    environments: dict[str, dict[str, Any]] = msgspec.field(default_factory=dict)
    """Name of an environment to the parameters that are others there."""

    def parameters_in(self, environment: str) -> dict[str, Any]:
        """The parameters for what is used in an environment."""
        other = self.environments.get(environment)
        return self.parameters if other is None else {**self.parameters, **other}


class Waiver(msgspec.Struct, frozen=True):
    """Leave to keep a finding for a while; an expired one stays listed, so that it can be reported."""

    rule: str
    """A rule's name."""
    path: str
    """A glob as in .gitignore, from the project root."""
    reason: str
    owner: str
    expires: str
    """ISO date, the last day on which it holds."""
    function: str = ""
    """Qualified name, or its last part; ``""`` for the whole file."""
    file: str = ""
    """Where the waiver is written."""
    line: int = 0
    column: int = 0
    ticket: str = ""
    """Where it is followed up, as written."""


class Requirement(msgspec.Struct, frozen=True):
    """What a standard asks for."""

    id: str
    """With the standard's name before it, as rules' metadata are shown: ``ASVS 16.3.1``, ``OWASP A09:2025``, ``House 4.2``."""
    text: str
    rules: tuple[str, ...] = ()
    """Names of rules that the pack says serve it; those whose metadata name the id are not repeated."""
    needs: tuple[str, ...] = ()
    """Names of `checker.policy.subjects`: what must have been looked at before it counts as met."""
    beyond: str = ""
    """What of it no rule looks at, or why none can."""
    only_violations: bool = False
    """Whether rules can show that it is violated, and never that it is met."""


class Effective(msgspec.Struct, frozen=True):
    """Everything that packs, settings and command line decide."""

    vocabulary: Vocabulary
    rules: dict[str, RuleSetting]
    """By name, in the order of codes; every known rule is there, also the ones that are off."""
    min_confidence: Confidence
    fail_on: Severity
    exclude: tuple[str, ...]
    """Globs as in .gitignore, from the project root."""
    include_tests: bool
    unread_ok: tuple[str, ...]
    """Globs of files that need not be readable."""
    waivers: tuple[Waiver, ...]
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...]
    """Glob and the names of the rules that are off for it."""
    baseline: str
    """The file of accepted findings, from the folder of the settings file; ``""`` where the settings name none."""
    policies: tuple[str, ...]
    """The packs in force, in the order in which they were applied."""
    settings: str
    """The settings file as a user would name it; ``""`` where there is none."""
    origins: dict[str, tuple[Any, str, int]]
    """``min-confidence``, ``rules.secret-in-log.severity`` ... to value, file (or ``command line``, ``built in``) and line (0: none)."""
    vocabulary_digest: str
    """Hex, over the vocabulary alone: what facts of a file depend on."""
    digest: str
    """Hex, over everything that can change a result."""
    environments: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Name and globs of each environment that is stated, in the order of layers."""
    release: Release | None = None
    """What a release must be; ``None`` where nobody says."""
    requirements: tuple[Requirement, ...] = ()
    """Of all packs, in their order; they change no result."""
    events: tuple[Wanted, ...] = ()
    """What must become of events, in the order in which packs and settings name them."""
