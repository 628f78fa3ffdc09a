"""What SLSA provenance v0.2 and v1 say of a build, by one set of names; and whether the certificate says the same.

Forms: https://slsa.dev/spec/v1.0/provenance and https://slsa.dev/spec/v0.2/provenance, as GitHub, npm and slsa-github-generator fill them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct, field

from checker.release.identity import Identity
from checker.release.refusal import Refused, quoted
from checker.release.statement import Statement

SLSA_1 = "https://slsa.dev/provenance/v1"
SLSA_02 = "https://slsa.dev/provenance/v0.2"
PUBLISH = "https://docs.pypi.org/attestations/publish/v1"
VSA = "https://slsa.dev/verification_summary/v1"
_GIT = re.compile(r"(?:git\+)?(?P<repository>https://[^@?#]+?)(?:\.git)?(?:@(?P<ref>[^?#]+))?")
_GITHUB = "https://token.actions.githubusercontent.com"
_DELEGATOR = "https://github.com/slsa-framework/slsa-github-generator/.github/workflows/delegator_"
"""Workflows that build for other builders (for Gradle, Maven and people's own) and sign that these did (their BYOB.md)."""
_RUNNER = "https://github.com/actions/runner"


class Provenance(Struct, frozen=True):
    """Claims by the names that policies use; those that the predicate makes."""

    claims: dict[str, str]
    inputs: dict[str, str] = field(default_factory=dict[str, str])
    """Workflow inputs and other parameters that whoever started the build could choose."""


def read_provenance(statement: Statement, label: str) -> Provenance | None:
    """``None`` for other predicates. Raises `Refused` where the predicate has not the form of its type."""
    reader = {SLSA_1: _slsa_1, SLSA_02: _slsa_02}.get(statement.predicate_type)
    if reader is None:
        return None
    what = f"the predicate in {quoted(label)}"
    try:
        made = reader(statement.predicate)
    except (KeyError, TypeError, AttributeError) as error:
        found = f"no {error}" if isinstance(error, KeyError) else "another form"
        raise Refused("wrong-attestation", what, f"the fields of {statement.predicate_type}", found) from error
    for name, value in made.claims.items():
        if not isinstance(value, str):
            raise Refused("wrong-attestation", f"{what}, its {name}", "text", quoted(value))
    return made


def _slsa_1(predicate: dict[str, Any]) -> Provenance:
    definition = predicate["buildDefinition"]
    external = definition["externalParameters"]
    claims = {"builder": predicate["runDetails"]["builder"]["id"], "build-type": definition["buildType"]}
    workflow = external.get("workflow")
    if isinstance(workflow, dict):
        claims |= {"source": _repository(workflow["repository"]), "ref": workflow["ref"], "entry-point": workflow["path"]}
    source = external.get("source")
    if isinstance(source, dict):
        claims |= _of_source(source)
    for dependency in definition.get("resolvedDependencies") or ():
        if (found := _of_source(dependency)).get("source") and found["source"] == claims.get("source", found["source"]):
            claims = {**found, **claims}
            break
    return Provenance(claims, _inputs(external.get("inputs"), (workflow or {}).get("inputs")))


def _slsa_02(predicate: dict[str, Any]) -> Provenance:
    claims = {"builder": predicate["builder"]["id"], "build-type": predicate["buildType"]}
    invocation = predicate.get("invocation") or {}
    source = invocation.get("configSource")
    if isinstance(source, dict):
        claims |= _of_source(source)
        if "entryPoint" in source:
            claims["entry-point"] = source["entryPoint"]
    event = (invocation.get("environment") or {}).get("github_event_payload") or {}
    parameters = invocation.get("parameters") or {}
    return Provenance(claims, _inputs(event.get("inputs"), parameters.get("event_inputs"), parameters.get("inputs")))


def _inputs(*given: Any) -> dict[str, str]:
    """What stands in any of the places that builders write inputs to; one that differs between two has both values."""
    found: dict[str, str] = {}
    for name, value in ((str(name), _text(value)) for place in given for name, value in (place or {}).items()):
        known = found.setdefault(name, value)
        if known != value:
            found[name] = f"{known} and {value}"
    return found


def _of_source(source: dict[str, Any]) -> dict[str, str]:
    """Repository, ref and commit of a resource descriptor or a ``configSource``."""
    match = _GIT.fullmatch(str(source.get("uri", "")))
    digest = source.get("digest") or {}
    found = {"source": match["repository"] if match else None, "ref": match["ref"] if match else None}
    found["commit"] = digest.get("gitCommit") or digest.get("sha1")
    return {name: value for name, value in found.items() if value}


def _repository(address: str) -> str:
    return address.removeprefix("git+").removesuffix(".git")


def _text(value: Any) -> str:
    return value if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else str(value)


def contradictions(provenance: Provenance, signer: Identity) -> Iterator[tuple[str, str, str]]:
    """Claim, what the certificate says, what the predicate says: where both say something and it is not the same."""
    claims, certified = provenance.claims, signer.claims
    for name, own in (("source", "repository"), ("ref", "ref"), ("commit", "commit")):
        if name in claims and own in certified and not _same(name, claims[name], certified[own]):
            yield name, certified[own], claims[name]
    builder = claims["builder"]
    if "repository" in certified and not _is_builder(builder, signer):
        yield "builder", certified.get("signer", signer.name), builder
    workflow = certified.get("workflow", "")
    entry = claims.get("entry-point", "")
    if workflow and entry.startswith(".github/") and f"/{entry}@" not in workflow:
        yield "entry-point", workflow, entry


def _same(name: str, one: str, other: str) -> bool:
    """GitHub's repositories are the same in any case, refs are not."""
    return one.lower() == other.lower() if name == "source" else one == other


def _is_builder(builder: str, signer: Identity) -> bool:
    """The signing workflow, with or without its ref; a runner of GitHub's, as the certificate names it; or whom a delegator names."""
    if builder.startswith(_RUNNER):
        kind = builder.removeprefix(_RUNNER).removeprefix("/")
        return kind == signer.claims.get("runner") or builder.startswith(f"{_RUNNER}@") or not kind
    signing = (signer.name, signer.claims.get("signer", ""))
    if signing[1].startswith(_DELEGATOR):
        return builder.startswith("https://github.com/")
    foreign = signer.issuer != _GITHUB and not builder.startswith("https://github.com/")  # other issuers' builders have names of their own
    return builder in signing or builder in {one.rpartition("@")[0] for one in signing} or foreign
