"""What a release must be, as plain data; `checker.policy` reads it from YAML or TOML."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from msgspec import Struct


class Signer(Struct, frozen=True):
    """Somebody who may sign: all of its claims must hold."""

    name: str
    """What the policy calls it."""
    claims: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """``identity``, ``issuer`` and names of `checker.release.identity.CLAIMS`, each with the patterns of which one must match."""
    key: str = ""
    """Path of a managed key's PEM; then there are no claims."""
    start: date | None = None
    end: date | None = None
    """The key's last day."""


class Attested(Struct, frozen=True):
    """A statement that must be there for each artifact."""

    type: str
    """The predicate type, exact."""
    signers: tuple[str, ...] = ()
    """Names; empty: those of the artifact."""
    claims: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Of SLSA provenance: ``builder``, ``source``, ``ref``, ``commit``, ``entry-point``, ``build-type`` with patterns."""
    inputs: tuple[tuple[str, tuple[str, ...]], ...] | None = None
    """Workflow inputs that may be set, with their values; ``None``: not looked at."""
    fields: tuple[tuple[str, str], ...] = ()
    """Dotted path in the predicate, and the text that must stand there."""


class Artifacts(Struct, frozen=True):
    """Files of one kind."""

    files: str
    """A pattern for the path below the folder."""
    at_least: int = 1
    at_most: int | None = None
    signers: tuple[str, ...] = ()
    """Names; empty: every signer of the policy."""
    distinct_signers: int = 1
    distinct_logs: int = 1
    attestations: tuple[Attested, ...] = ()


class Release(Struct, frozen=True):
    """One release."""

    signers: tuple[Signer, ...] = ()
    artifacts: tuple[Artifacts, ...] = ()
    root: str = "public-good"
    """``public-good``, ``staging``, or a path."""
    root_sha256: str = ""
    root_as_of: date | None = None
    max_age_days: int | None = None
    sums: str = ""
    """Path of the sums file below the folder."""
    sums_required: bool = False
    extra_files: tuple[str, ...] = ()
    one: tuple[str, ...] = ()
    """What all artifacts must share: ``version``, ``commit``, ``ref``."""
    version: str = ""
    commit: str = ""
    ref: str = ""
    minimum_version: str = ""
    minimum_commit: str = ""
    """Full SHA: every artifact's commit must be this one or come after it, as a clone at hand knows."""
    signed_since: date | None = None
    log_configuration: str = ""
    """Severity from which on nothing may be found in the logging configuration of the source that is released; ``""`` asks for nothing."""
    predicates: bool = True
    """Whether what statements say beyond the file is held against certificates and policy, or only who signed which file."""
    whole: bool = True
    """Whether what is looked at is the whole release, so that nothing may be missing or extra."""


def matches(pattern: str, value: str) -> bool:
    """Whether the whole value matches; ``*`` is any characters but ``/``, ``@``, blanks and control, everything else is itself."""
    return _compiled(pattern).fullmatch(value) is not None


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(r"[^/@\x00-\x20\x7f]*".join(map(re.escape, pattern.split("*"))), re.DOTALL)
