"""A policy drafted from a release that is there: who signed it, and what its files are called. Whether that is right, a person must say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from checker.release.identity import Identity
from checker.release.verifier import Attestation
from checker.release.versions import version_of

_STABLE = ("repository", "repository-id", "runner")
"""Claims that stay the same from release to release."""


def draft(attestations: Mapping[str, Sequence[Attestation]], trust_root: Mapping[str, Any]) -> dict[str, Any]:
    """The section ``release`` for a policy: every signer, every kind of file, every kind of statement."""
    signers = _signers(made for several in attestations.values() for made in several)
    return {
        "trust-root": dict(trust_root),
        "signers": signers,
        "artifacts": [_artifacts(files, attestations) for files in _kinds(attestations)],
        "one": ["version"],
    }


def _signers(made: Iterable[Attestation]) -> dict[str, Any]:
    found: dict[str, dict[str, Any]] = {}
    for one in made:
        signer = one.signer
        if isinstance(signer, Identity):
            claims = {"identity": _without_version(signer.name), "issuer": signer.issuer}
            claims |= {name: signer.claims[name] for name in _STABLE if name in signer.claims}
            if claims not in found.values():
                found[f"signer-{len(found) + 1}"] = claims
    return found


def _without_version(identity: str) -> str:
    """``...@refs/tags/v1.2.0`` holds for one release; ``...@refs/tags/v*`` for each."""
    workflow, mark, tag = identity.partition("@refs/tags/")
    return f"{workflow}{mark}{'v' if tag.startswith('v') else ''}*" if mark else identity


def _kinds(attestations: Mapping[str, Sequence[Attestation]]) -> dict[str, list[str]]:
    """Pattern to the files that it stands for."""
    kinds: dict[str, list[str]] = {}
    for path in attestations:
        version = version_of(path)
        pattern = path.replace(f"-{version}", "-*", 1) if version is not None else path
        kinds.setdefault(pattern, []).append(path)
    return kinds


def _artifacts(pattern: str, attestations: Mapping[str, Sequence[Attestation]]) -> dict[str, Any]:
    files = _kinds(attestations)[pattern]
    types = [{one.statement.predicate_type for one in attestations[path] if one.statement} for path in files]
    common = sorted(set.intersection(*types)) if types else []
    wanted: dict[str, Any] = {"files": pattern, "count": len(files)}
    return wanted | ({"attestations": [{"type": kind} for kind in common]} if common else {})
