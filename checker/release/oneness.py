"""Whether all artifacts are of one version, one commit and one ref, and not of an older release."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timezone

from checker.release.claims import Claim
from checker.release.evidence import Evidence
from checker.release.identity import Identity
from checker.release.provenance import read_provenance
from checker.release.refusal import Refused, quoted
from checker.release.verifier import Attestation
from checker.release.versions import parsed, version_of
from checker.release.wanted import Release


def one_release(release: Release, evidence: Evidence, attestations: Mapping[str, Sequence[Attestation]]) -> Iterator[Claim]:
    """Claims about what the artifacts have in common."""
    versions = {artifact.path: str(found) for artifact in evidence.artifacts if (found := version_of(artifact.path)) is not None}
    yield from _same("version", versions, release.version and str(parsed(release.version) or release.version), "version" in release.one)
    for name, wanted in (("commit", release.commit), ("ref", release.ref)):
        values = {path: value for path, made in attestations.items() if (value := _value(name, made))}
        if wanted or name in release.one:
            yield from _all_have(name, attestations, values)
        yield from _same(name, values, wanted, name in release.one)
    if release.minimum_version:
        yield from _not_older(release.minimum_version, versions)
    if release.signed_since:
        for path, made in attestations.items():
            for one in made:
                day = min(one.times).astimezone(timezone.utc).date()
                wanted = f"{release.signed_since.isoformat()} or later"
                holds = day >= release.signed_since
                yield Claim("rolled-back-release", path, "the day of the signature", wanted, day.isoformat(), holds=holds)


def _value(name: str, attestations: Sequence[Attestation]) -> str:
    """What certificates say, else what authentic provenance does."""
    for made in attestations:
        if isinstance(made.signer, Identity) and name in made.signer.claims:
            return made.signer.claims[name]
    for made in attestations:
        try:
            provenance = read_provenance(made.statement, made.label) if made.statement else None
        except Refused:
            continue
        if provenance and name in provenance.claims:
            return provenance.claims[name]
    return ""


def _all_have(name: str, attestations: Mapping[str, Sequence[Attestation]], values: Mapping[str, str]) -> Iterator[Claim]:
    for path, made in attestations.items():
        if made and path not in values:
            yield Claim("mixed-release", path, f"the {name}", "one that a certificate or provenance names", "none", holds=False)


def _same(name: str, values: Mapping[str, str], wanted: str, one: bool) -> Iterator[Claim]:
    if not wanted and (not one or not values):
        return
    reference = wanted or next(iter(values.values()))
    if wanted and not values:
        yield Claim("mixed-release", ".", f"the {name}", quoted(wanted), "none", holds=False)
    for path, value in values.items():
        found = quoted(value) if wanted or value == reference else f"{quoted(value)} beside {quoted(reference)}"
        yield Claim(
            "mixed-release", path, f"the {name}", quoted(wanted) if wanted else "one for all artifacts", found, holds=value == reference
        )


def _not_older(minimum: str, versions: Mapping[str, str]) -> Iterator[Claim]:
    least = parsed(minimum)
    if not versions:
        yield Claim("rolled-back-release", ".", "the version", f"at least {minimum}", "none in the files' names", holds=False)
    for path, text in versions.items():
        version = parsed(text)
        holds = least is not None and version is not None and version >= least
        yield Claim("rolled-back-release", path, "the version", f"at least {minimum}", text, holds=holds)
