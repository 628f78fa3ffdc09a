"""What a release folder proves under a policy: from evidence to claims, in one pass. Imports sigstore."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timezone
from pathlib import Path

import msgspec

from checker.errors import LogproofError, Problem
from checker.model import Checked, Finding, Proven, Report, Span
from checker.policy.effective import Effective
from checker.release import judge as judging
from checker.release.ancestry import not_before
from checker.release.artifacts import check_unchanged
from checker.release.claims import Claim, broken
from checker.release.evidence import Asked, Evidence, gather
from checker.release.judge import Judge
from checker.release.oneness import one_release
from checker.release.refusal import Refused
from checker.release.trust import Trust, read_root, shipped, stale
from checker.release.verifier import Attestation, Verifier
from checker.release.wanted import Release
from checker.run_facts import UnreadFile

_LARGEST = 1_000_000
"""Bytes of a key's or a root's file."""


class Proof(msgspec.Struct, frozen=True):
    """Everything that was looked at, and every claim."""

    claims: tuple[Claim, ...]
    """Sorted by path; those that hold and those that do not."""
    evidence: Evidence
    attestations: dict[str, list[Attestation]]
    """What is authentic, by artifact."""
    trust: Trust

    def placed(self, place: str) -> Iterator[Claim | UnreadFile]:
        """The facts for the rules; ``place`` is the folder as seen from the project's root, and a claim's place begins with it."""
        for claim in self.claims:
            yield msgspec.structs.replace(claim, place=place)
        for path, reason in self.evidence.unread:
            yield UnreadFile(Span(f"{place}{path}", 1, 1, 1, 1), reason)


def asked_of(wanted: Release | None, expected: Mapping[str, str], *, whole: bool) -> Release:
    """What is wanted, with what the command line adds. Raises LogproofError where that is nothing."""
    if wanted is None or not (wanted.signers and wanted.artifacts):
        what = (
            "the policy does not say who may sign" if wanted and not wanted.signers else "nothing says what is released and who may sign it"
        )
        hint = "give --policy FILE with `release`, or --identity and --issuer (or --key)"
        raise LogproofError(Problem(what, hint=hint))
    made = msgspec.structs.replace(wanted, whole=whole)
    if root := expected.get("root"):
        most = made.max_age_days if root in ("public-good", "staging") else None
        made = msgspec.structs.replace(made, root=root, root_sha256="", root_as_of=None, max_age_days=most)
    said = {name: value for name, value in expected.items() if name != "root" and value}
    return msgspec.structs.replace(
        made,
        version=said.get("version", made.version),
        commit=said.get("commit", made.commit),
        ref=said.get("ref", made.ref),
        sums=said.get("sums", made.sums),
        sums_required=made.sums_required or "sums" in said,
    )


def prove(asked: Asked, release: Release, now: datetime) -> Proof:
    """Raises LogproofError where it cannot be judged: no trusted root, no key, nothing to look at."""
    trust = trusted(release)
    keys = {signer.name: _file(signer.key, "key") for signer in release.signers if signer.key}
    judge = Judge(release, Verifier(trust, now), keys)
    try:
        evidence = gather(asked, release)
    except (Refused, OSError) as error:
        told = error.strerror or str(error) if isinstance(error, OSError) else str(error)
        raise LogproofError(Problem(told, asked.folder or None)) from error
    attestations, claims = judge.attestations(evidence)
    claims = [*evidence.claims, *claims, *_judged(judge, evidence, attestations, claims)]
    too_old = stale(trust, release.max_age_days, now) if release.max_age_days else None
    if too_old:
        claims.append(broken(".", too_old))
    claims += _changed(evidence)
    if not evidence.artifacts and not evidence.unread and all(claim.holds for claim in claims):
        raise LogproofError(Problem("there is nothing to verify", asked.folder or None))
    return Proof(tuple(sorted(claims, key=lambda claim: claim.path)), evidence, attestations, trust)


def trusted(release: Release) -> Trust:
    """The policy's root, held against its pin."""
    try:
        if release.root in ("public-good", "staging"):
            return shipped(release.root)
        return read_root(_file(release.root, "trusted root"), Path(release.root).name, sha256=release.root_sha256, as_of=release.root_as_of)
    except Refused as refused:
        raise LogproofError(Problem(str(refused), release.root)) from refused
    except OSError as error:
        raise LogproofError(Problem(f"the trusted root cannot be read: {error.strerror or error}", release.root)) from error


def _file(path: str, what: str) -> bytes:
    try:
        with Path(path).open("rb") as stream:
            data = stream.read(_LARGEST + 1)
    except OSError as error:
        raise LogproofError(Problem(f"the {what} cannot be read: {error.strerror or error}", path)) from error
    if not 0 < len(data) <= _LARGEST:
        raise LogproofError(Problem(f"the {what} is {'empty' if not data else 'too large'}", path))
    return data


def _judged(judge: Judge, evidence: Evidence, attestations: dict[str, list[Attestation]], claims: list[Claim]) -> Iterator[Claim]:
    """Claims about each artifact, then those about all of them."""
    release = judge.release
    bad = {claim.path for claim in claims if not claim.holds} | _with_unread_bundles(evidence)
    vouched = _vouched(release, evidence, attestations)
    for artifact in evidence.artifacts:
        yield from judge.artifact(artifact, attestations[artifact.path], bad=artifact.path in bad, vouched=artifact.path in vouched)
    yield from one_release(release, evidence, attestations)
    if release.minimum_commit:
        yield from not_before(release.minimum_commit, evidence.checkout, attestations)
    yield from judging.sums(release, evidence)
    if release.whole:
        yield from judging.expected(release, evidence)
        yield from judging.subjects(evidence, [(path, made) for path, several in attestations.items() for made in several])


def _with_unread_bundles(evidence: Evidence) -> set[str]:
    """Artifacts whose bundle is reported already."""
    from checker.release.evidence import stem

    return {stem(claim.path) for claim in evidence.claims if claim.rule == "unreadable-bundle"}


def _vouched(release: Release, evidence: Evidence, attestations: dict[str, list[Attestation]]) -> set[str]:
    """Artifacts whose digest stands in a sums file that is itself authentic and by one that may sign them."""
    from checker.release.signers import by

    signed = attestations.get(release.sums, ())
    if not signed or evidence.sums is None:
        return set()
    found, given = set(), evidence.sums.digests
    for one in evidence.artifacts:
        may = judging.signers_of(release, one.path)
        right = given.get(one.path) in (one.digests.sha256, one.digests.sha512 or one.digests.sha256)
        if right and any(by(made, signer) for made in signed for signer in may):
            found.add(one.path)
    return found


def _changed(evidence: Evidence) -> Iterator[Claim]:
    for artifact in evidence.artifacts:
        if not artifact.real:
            continue
        try:
            check_unchanged(artifact.real, artifact.path, artifact.hashed)
        except Refused as refused:
            yield broken(artifact.path, refused)


def _digest(policy: Path | None, wanted: Release, trust: Trust) -> str:
    """Of the policy's file; without one, of what was asked, which is the same wherever the root and the keys lie."""
    if policy is not None:
        with contextlib.suppress(OSError):
            return hashlib.sha256(policy.read_bytes()).hexdigest()
    signers = tuple(
        msgspec.structs.replace(one, key=hashlib.sha256(_file(one.key, "key")).hexdigest() if one.key else "") for one in wanted.signers
    )
    asked = msgspec.structs.replace(wanted, root=trust.sha256, signers=signers)
    return hashlib.sha256(msgspec.json.encode(asked, order="deterministic")).hexdigest()


def report(
    proven: Proof,
    root: str,
    place: str,
    now: datetime,
    policy: Effective,
    wanted: Release,
    shown: Sequence[Finding],
    suppressed: Sequence[Finding],
) -> Report:
    """All that there is to say."""
    label = (policy.settings or policy.policies[-1]) if policy.release is not None and wanted.predicates else ""
    digest = _digest(Path(root, label) if label else None, wanted, proven.trust)
    notes = [f"Trusted root: {proven.trust.label}, SHA-256 {proven.trust.sha256}."]
    if not wanted.predicates and any(made.statement for several in proven.attestations.values() for made in several):
        notes.append("What the statement says of the build was not looked at: that takes a policy.")
    artifacts = tuple((one.path, one.digests.sha256) for one in proven.evidence.artifacts)
    checked = tuple(Checked(f"{place}{claim.path}", claim.sentence, claim.holds) for claim in proven.claims)
    time = now.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    passed = bool(artifacts) and not shown and not proven.evidence.unread
    return Report(
        tuple(shown),
        tuple(suppressed),
        files=len(artifacts),
        unread=len(proven.evidence.unread),
        notes=tuple(notes),
        proven=Proven(checked, artifacts, ((label or "command line", digest),), time, passed, tuple(proven.evidence.inputs)),
    )
