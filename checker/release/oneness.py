"""Whether all artifacts are of one version, one commit and one ref, and not of an older release."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timezone

from packaging.version import Version

from checker.release.claims import Claim
from checker.release.evidence import Evidence
from checker.release.identity import Identity
from checker.release.provenance import read_provenance
from checker.release.refusal import Refused, quoted
from checker.release.verifier import Attestation
from checker.release.versions import parsed, version_of, version_of_tag
from checker.release.wanted import Release

Found = tuple[str, str]
"""Path of an artifact, and a value that it has."""


def one_release(release: Release, evidence: Evidence, attestations: Mapping[str, Sequence[Attestation]]) -> Iterator[Claim]:
    """Claims about what the artifacts have in common."""
    versions = [found for artifact in evidence.artifacts for found in _versions(artifact.path, attestations.get(artifact.path, ()))]
    yield from _same_versions(versions, release.version, one="version" in release.one)
    for name, wanted in (("commit", release.commit), ("ref", release.ref)):
        values = [(path, value) for path, made in attestations.items() for value in values_of(name, made)]
        if wanted or name in release.one:
            yield from _all_have(name, attestations, {path for path, _ in values})
        yield from _same(name, values, wanted, one=name in release.one)
    if release.minimum_version:
        yield from _not_older(release.minimum_version, versions)
    if release.signed_since:
        for path, made in attestations.items():
            for one in made:
                day = min(one.times).astimezone(timezone.utc).date()
                wanted = f"{release.signed_since.isoformat()} or later"
                holds = day >= release.signed_since
                yield Claim("rolled-back-release", path, "the day of the signature", wanted, day.isoformat(), holds=holds)


def values_of(name: str, attestations: Sequence[Attestation]) -> list[str]:
    """Each value once: what the certificate of an attestation says, else what its authentic provenance does."""
    return list(dict.fromkeys(value for made in attestations if (value := _value(name, made))))


def _value(name: str, made: Attestation) -> str:
    if isinstance(made.signer, Identity) and name in made.signer.claims:
        return made.signer.claims[name]
    try:
        provenance = read_provenance(made.statement, made.label) if made.statement else None
    except Refused:
        return ""
    return provenance.claims.get(name, "") if provenance else ""


def _versions(path: str, attestations: Sequence[Attestation]) -> Iterator[tuple[str, Version, str]]:
    """Path, a version, and what tells it: the file's name, and what was signed and tells another, which a new name does not change."""
    own = version_of(path)
    if own is not None:
        yield path, own, ""
    for made in attestations:
        ref = _value("ref", made)
        for version, where in ((version_of(made.subject), f"the subject {quoted(made.subject)}"), (version_of_tag(ref, path), quoted(ref))):
            if version not in (None, own):
                yield path, version, f" by {where}"


def _all_have(name: str, attestations: Mapping[str, Sequence[Attestation]], having: set[str]) -> Iterator[Claim]:
    for path, made in attestations.items():
        if made and path not in having:
            yield Claim("mixed-release", path, f"the {name}", "one that a certificate or provenance names", "none", holds=False)


def _same(name: str, values: Sequence[Found], wanted: str, *, one: bool) -> Iterator[Claim]:
    if not wanted and (not one or not values):
        return
    if not values:
        yield Claim("mixed-release", ".", f"the {name}", quoted(wanted), "none", holds=False)
    for path, value in values:
        reference = wanted or values[0][1]
        found = quoted(value) if wanted or value == reference else f"{quoted(value)} beside {quoted(reference)}"
        asked = quoted(wanted) if wanted else "one for all artifacts"
        yield Claim("mixed-release", path, f"the {name}", asked, found, holds=value == reference)


def _same_versions(versions: Sequence[tuple[str, Version, str]], wanted: str, *, one: bool) -> Iterator[Claim]:
    if not wanted and (not one or not versions):
        return
    asked = quoted(wanted) if wanted else "one for all artifacts"
    reference = parsed(wanted) if wanted else versions[0][1]
    if not versions:
        yield Claim("mixed-release", ".", "the version", asked, "none", holds=False)
    for path, version, where in versions:
        beside = "" if wanted or version == reference else f" beside {quoted(reference)}"
        yield Claim("mixed-release", path, "the version", asked, f"{quoted(version)}{where}{beside}", holds=version == reference)


def _not_older(minimum: str, versions: Sequence[tuple[str, Version, str]]) -> Iterator[Claim]:
    least = parsed(minimum)
    if not versions:
        yield Claim("rolled-back-release", ".", "the version", f"at least {minimum}", "none in the files' names", holds=False)
    for path, version, where in versions:
        holds = least is not None and version >= least
        yield Claim("rolled-back-release", path, "the version", f"at least {minimum}", f"{version}{where}", holds=holds)
