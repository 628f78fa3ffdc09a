"""in-toto statements and the predicates that releases carry, as their specifications and real builders write them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

STATEMENT_01, STATEMENT_1 = "https://in-toto.io/Statement/v0.1", "https://in-toto.io/Statement/v1"
SLSA_02, SLSA_1 = "https://slsa.dev/provenance/v0.2", "https://slsa.dev/provenance/v1"
PUBLISH = "https://docs.pypi.org/attestations/publish/v1"
VSA = "https://slsa.dev/verification_summary/v1"
BUILD_TYPE = "https://actions.github.io/buildtypes/workflow/v1"
BUILDER = "https://github.com/actions/runner/github-hosted"
GENERATOR = "https://github.com/slsa-framework/slsa-github-generator/.github/workflows/generator_generic_slsa3.yml@refs/tags/v2.0.0"
COMMIT = "1f" * 20

Subject = tuple[str, Mapping[str, str]]


def subject(name: str, artifact: bytes, *digests: str) -> Subject:
    """A file and its digests, by hashlib's names; SHA-256 where none is named."""
    return name, {digest: hashlib.new(digest, artifact).hexdigest() for digest in digests or ("sha256",)}


def statement(subjects: Sequence[Subject], predicate_type: str, predicate: Any, kind: str = STATEMENT_1) -> dict[str, Any]:
    """The statement; no predicate where it is None."""
    listed = [{"name": name, "digest": dict(digests)} for name, digests in subjects]
    said = {"_type": kind, "subject": listed, "predicateType": predicate_type}
    return said if predicate is None else {**said, "predicate": predicate}


def publish(subjects: Sequence[Subject]) -> dict[str, Any]:
    """What a trusted publisher of PyPI signs: it says no more than the subject."""
    return statement(subjects, PUBLISH, None)


def slsa_1(
    subjects: Sequence[Subject],
    *,
    repository: str = "acme/demo",
    ref: str = "refs/tags/v1.2.0",
    commit: str = COMMIT,
    path: str = ".github/workflows/release.yml",
    builder: str = BUILDER,
    build_type: str = BUILD_TYPE,
    inputs: Mapping[str, str] | None = None,
    run: str = "100/attempts/1",
) -> dict[str, Any]:
    """SLSA provenance 1.0 as GitHub's own attestations have it."""
    source = f"https://github.com/{repository}"
    external: dict[str, Any] = {"workflow": {"ref": ref, "repository": source, "path": path}}
    if inputs is not None:
        external["inputs"] = dict(inputs)
    definition = {
        "buildType": build_type,
        "externalParameters": external,
        "internalParameters": {"github": {"event_name": "push", "repository_id": "4711", "repository_owner_id": "42"}},
        "resolvedDependencies": [{"uri": f"git+{source}@{ref}", "digest": {"gitCommit": commit}}],
    }
    details = {"builder": {"id": builder}, "metadata": {"invocationId": f"{source}/actions/runs/{run}"}}
    return statement(subjects, SLSA_1, {"buildDefinition": definition, "runDetails": details})


def slsa_02(
    subjects: Sequence[Subject],
    *,
    repository: str = "acme/demo",
    ref: str = "refs/tags/v1.2.0",
    commit: str = COMMIT,
    path: str = ".github/workflows/release.yml",
    builder: str = GENERATOR,
    inputs: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """SLSA provenance 0.2 as slsa-github-generator writes it, in a statement of version 0.1."""
    source = {"uri": f"git+https://github.com/{repository}@{ref}", "digest": {"sha1": commit}}
    event = {"inputs": dict(inputs)} if inputs else {}
    predicate = {
        "builder": {"id": builder},
        "buildType": "https://github.com/slsa-framework/slsa-github-generator/generic@v1",
        "invocation": {
            "configSource": {**source, "entryPoint": path},
            "parameters": {},
            "environment": {"github_event_name": "push", "github_ref": ref, "github_sha1": commit, "github_event_payload": event},
        },
        "metadata": {"completeness": {"parameters": True, "environment": False, "materials": False}, "reproducible": False},
        "materials": [source],
    }
    return statement(subjects, SLSA_02, predicate, STATEMENT_01)


def vsa(subjects: Sequence[Subject], *, verifier: str = "https://example.org/verifier", result: str = "PASSED") -> dict[str, Any]:
    """A verification summary of SLSA."""
    predicate = {
        "verifier": {"id": verifier},
        "timeVerified": "2025-06-12T12:00:00Z",
        "resourceUri": "pkg:pypi/demo@1.2.0",
        "policy": {"uri": "https://example.org/policy"},
        "verificationResult": result,
        "verifiedLevels": ["SLSA_BUILD_LEVEL_3"],
        "slsaVersion": "1.0",
    }
    return statement(subjects, VSA, predicate)
