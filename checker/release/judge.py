"""Evidence and policy -> claims: each says what was wanted of one file, what was found, and whether it holds."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from checker.release.bundle import SignedBundle
from checker.release.claims import Claim, broken
from checker.release.evidence import Artifact, Evidence
from checker.release.predicates import judged
from checker.release.refusal import Refused, listed, quoted
from checker.release.signers import by, distinct, nearest, told
from checker.release.verifier import Attestation, ManagedKey, Verifier
from checker.release.versions import distribution
from checker.release.wanted import Artifacts, Attested, Release, Signer, matches


class Judge(Struct, frozen=True):
    """One release under one policy."""

    release: Release
    verifier: Verifier
    keys: Mapping[str, bytes]
    """PEM by the signer's name."""

    def attestations(self, evidence: Evidence) -> tuple[dict[str, list[Attestation]], list[Claim]]:
        """What is authentic of each artifact, and every bundle that is not."""
        found: dict[str, list[Attestation]] = {artifact.path: [] for artifact in evidence.artifacts}
        claims: list[Claim] = []
        artifacts = {artifact.path: artifact for artifact in evidence.artifacts}
        for bundle, path in evidence.bundles:
            if path not in artifacts:
                continue
            try:
                made = self._verified(bundle, artifacts[path])
            except Refused as refused:
                claims.append(broken(path, refused))
                continue
            found[path].append(made)
            when = min(made.times).isoformat()
            claims.append(
                Claim("bad-signature", path, f"the signature in {quoted(bundle.label)}", "a valid one", f"one of {when}", holds=True)
            )
        return found, claims

    def _verified(self, bundle: SignedBundle, artifact: Artifact) -> Attestation:
        """By a certificate, or by the first managed key of the policy that made it."""
        keys = [ManagedKey(one.name, self.keys[one.name], one.start, one.end) for one in self.release.signers if one.key]
        if not bundle.key_hint or not keys:
            return self.verifier.verify(bundle, artifact.digests)
        for key in keys[:-1]:
            with contextlib.suppress(Refused):
                return self.verifier.verify(bundle, artifact.digests, key)
        return self.verifier.verify(bundle, artifact.digests, keys[-1])

    def artifact(self, artifact: Artifact, attestations: list[Attestation], *, bad: bool, vouched: bool) -> Iterator[Claim]:
        """Every claim about one artifact. ``bad``: a bundle of it was refused. ``vouched``: a signed sums file names its digest."""
        if not attestations and not vouched:
            if not bad:
                yield Claim("unsigned-artifact", artifact.path, "the signature", "a valid one", "none", holds=False)
            return
        kinds = kinds_of(self.release, artifact.path)
        claims = (claim for wanted in kinds for claim in self._under(artifact, attestations, wanted))
        yield from dict.fromkeys(claims) if len(kinds) > 1 else claims

    def _under(self, artifact: Artifact, attestations: list[Attestation], wanted: Artifacts) -> Iterator[Claim]:
        """What one kind of files wants of it."""
        good = []
        for made in attestations:
            refusals = list(self._signer(made, wanted))
            yield from (broken(artifact.path, one) for one in refusals)
            if not refusals:
                good.append(made)
                yield Claim("wrong-signer", artifact.path, "the signer", self._allowed(made, wanted), told(made), holds=True)
            yield from self._called(artifact, made)
            if self.release.predicates:
                yield from judged(artifact.path, made, self._of_type(made, wanted))
        own = [one for one in self.release.signers if not wanted.signers or one.name in wanted.signers]
        by_own = [made for made in good if any(by(made, one) for one in own)]
        if good and not by_own:  # only those signed who may make some kind of statement
            names = listed(list(wanted.signers))
            yield Claim("wrong-signer", artifact.path, "the signers", names, " and ".join(map(told, good)), holds=False)
        yield from self._thresholds(artifact.path, wanted, by_own)
        for needed in wanted.attestations:
            yield self._present(artifact.path, needed, good)

    def _called(self, artifact: Artifact, made: Attestation) -> Iterator[Claim]:
        """A wheel or sdist is what its name says: where the statement calls it by such a name too, it must be the same one (PEP 740)."""
        own, digests = distribution(artifact.path), {artifact.digests.sha256, artifact.digests.sha512}
        subjects = [one for one in made.statement.subjects if digests & set(one.digests.values())] if made.statement else []
        names = [one.name for one in subjects if distribution(one.name) is not None]
        if own is not None and names and all(distribution(name) != own for name in names):
            claim = f"the name of the file in {quoted(made.label)}"
            yield Claim("wrong-subject", artifact.path, claim, quoted(artifact.path), listed(names), holds=False)

    def _of_type(self, made: Attestation, wanted: Artifacts) -> Attested | None:
        kind = made.statement.predicate_type if made.statement else ""
        return next((one for one in wanted.attestations if one.type == kind), None)

    def _candidates(self, made: Attestation, wanted: Artifacts) -> list[Signer]:
        of_type = self._of_type(made, wanted)
        names = (of_type.signers if of_type else ()) or wanted.signers
        return [one for one in self.release.signers if not names or one.name in names]

    def _signer(self, made: Attestation, wanted: Artifacts) -> Iterator[Refused]:
        candidates = self._candidates(made, wanted)
        if not any(by(made, one) for one in candidates):
            yield from nearest(made, candidates) or [Refused("wrong-signer", "the signer", "one of the policy's", told(made))]

    def _allowed(self, made: Attestation, wanted: Artifacts) -> str:
        return listed([one.name for one in self._candidates(made, wanted) if by(made, one)])

    def _thresholds(self, path: str, wanted: Artifacts, good: list[Attestation]) -> Iterator[Claim]:
        for name, needed, number in (
            ("distinct signers", wanted.distinct_signers, len({distinct(made) for made in good})),
            ("distinct logs", wanted.distinct_logs, len({made.log for made in good if made.log})),
        ):
            if needed > 1:
                yield Claim("too-few-signers", path, name, f"at least {needed}", str(number), holds=number >= needed)

    def _present(self, path: str, needed: Attested, good: list[Attestation]) -> Claim:
        kinds = [made.statement.predicate_type for made in good if made.statement]
        found = listed(kinds) if kinds else "none by a wanted signer"
        return Claim("wrong-attestation", path, "the attestation", quoted(needed.type), found, holds=needed.type in kinds)


def kinds_of(release: Release, path: str) -> list[Artifacts]:
    """The kinds that a file is of: what each of them wants must hold."""
    return [one for one in release.artifacts if matches(one.files, path)] or [Artifacts("*")]


def signers_of(release: Release, path: str) -> list[Signer]:
    """Who may sign a file."""
    kinds = kinds_of(release, path)
    return [one for one in release.signers if all(not kind.signers or one.name in kind.signers for kind in kinds)]


def expected(release: Release, evidence: Evidence) -> Iterator[Claim]:
    """Whether the folder holds what the policy names, and nothing else."""
    paths = [*(artifact.path for artifact in evidence.artifacts), *(path for path, _ in evidence.unread)]
    for kind in release.artifacts:
        number = sum(matches(kind.files, path) for path in paths)
        most = kind.at_most
        wanted = (
            f"exactly {kind.at_least}"
            if most == kind.at_least
            else f"at least {kind.at_least}" + (f" and at most {most}" if most is not None else "")
        )
        holds = kind.at_least <= number and (most is None or number <= most)
        yield Claim("missing-artifact", ".", f"files that match {quoted(kind.files)}", wanted, str(number), holds=holds)
    for path in evidence.extra:
        yield Claim("unnamed-file", path, "the file", "only files that the policy names", "a file that it does not name", holds=False)


def subjects(evidence: Evidence, attestations: Iterable[tuple[str, Attestation]]) -> Iterator[Claim]:
    """Every file that an authentic statement speaks of must be at hand."""
    digests = {one for artifact in evidence.artifacts for one in (artifact.digests.sha256, artifact.digests.sha512) if one}
    told_of: set[tuple[str, str]] = set()
    for path, made in attestations:
        for subject in made.statement.subjects if made.statement else ():
            known = {subject.digests[name] for name in ("sha256", "sha512") if name in subject.digests}
            key = (subject.name, made.label)
            if known and not known & digests and key not in told_of:
                told_of.add(key)
                claim = f"the subject {quoted(subject.name)} of {quoted(made.label)}"
                yield Claim("missing-artifact", path, claim, "a file of the release", "none with its digest", holds=False)


def sums(release: Release, evidence: Evidence) -> Iterator[Claim]:
    """Whether the sums file names every artifact, rightly, and nothing else."""
    if not release.sums:
        return
    if evidence.sums is None:
        if release.sums_required and not any(claim.path == release.sums for claim in evidence.claims):
            yield Claim("wrong-sums", release.sums, "the sums file", "one", "none", holds=False)
        return
    artifacts = {artifact.path: artifact for artifact in (*evidence.artifacts, *evidence.summed) if artifact.path != release.sums}
    for path, artifact in artifacts.items():
        given = evidence.sums.digests.get(path)
        own = artifact.digests.sha512 if given and len(given) == 128 else artifact.digests.sha256
        yield Claim("wrong-sums", path, f"the digest in {quoted(release.sums)}", own, given or "none", holds=given == own)
    for name in evidence.sums.digests:
        if name not in artifacts:
            yield Claim("wrong-sums", release.sums, f"the file {quoted(name)}", "a file of the folder", "none", holds=False)
