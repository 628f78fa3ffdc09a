"""A release folder or a list of files -> artifacts, bundles and which belongs to which; nothing is trusted yet."""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from msgspec import Struct, field

from checker.release.artifacts import Entry, Hashed, hash_file, list_folder, read_small
from checker.release.bundle import SignedBundle, read_bundles
from checker.release.claims import Claim, broken
from checker.release.refusal import Refused, quoted
from checker.release.statement import Digests, read_statement
from checker.release.strict_json import LARGEST
from checker.release.sums import LARGEST as LARGEST_SUMS
from checker.release.sums import Sums, read_sums
from checker.release.wanted import Release, matches

SUFFIXES = (
    ".publish.attestation", ".slsa.attestation", ".attestation", ".provenance", ".sigstore.json", ".sigstore", ".intoto.jsonl", ".jsonl",
)  # fmt: skip
"""What bundle files end in; before it stands the artifact's name."""
_MANY = (".intoto.jsonl", ".jsonl")
"""Files that may also hold bundles for several artifacts, found by their digests."""
MOST_BUNDLES = 256_000_000
"""Bytes of all bundle files together."""


class Artifact(Struct, frozen=True):
    """A file that must be signed."""

    path: str
    real: str
    hashed: Hashed

    @property
    def digests(self) -> Digests:
        """Its digests."""
        return self.hashed.digests


class Evidence(Struct):
    """What there is."""

    artifacts: list[Artifact] = field(default_factory=list)
    bundles: list[tuple[SignedBundle, str]] = field(default_factory=list)
    """Each with the artifact's path, as the file's name or its digests say: a hint."""
    inputs: list[tuple[str, str]] = field(default_factory=list)
    """Path and SHA-256 (hex) of each bundle file that could be read."""
    sums: Sums | None = None
    summed: list[Artifact] = field(default_factory=list)
    """Files that are no artifacts, signatures for instance, and that the sums file names all the same."""
    claims: list[Claim] = field(default_factory=list)
    """What is wrong already."""
    unread: list[tuple[str, str]] = field(default_factory=list)
    """Path and reason of files that could not be read."""
    extra: list[str] = field(default_factory=list)
    """Files that nothing names."""
    checkout: str = "."
    """A folder of the clone in which commits are looked up."""


class Asked(Struct, frozen=True):
    """What is to be looked at."""

    folder: str = ""
    """Absolute; ``""`` where files are named."""
    files: tuple[Entry, ...] = ()
    bundles: tuple[Entry, ...] = ()
    """Bundle files that are named instead of found beside the artifacts."""
    digest: str = ""
    """SHA-256 in hex of an artifact that is not at hand."""
    checkout: str = "."
    """A folder of the clone in which commits are looked up."""


def gather(asked: Asked, release: Release) -> Evidence:
    """Raises `Refused` where the folder is no release folder, and OSError."""
    evidence = Evidence(checkout=asked.checkout)
    listed = list_folder(asked.folder) if asked.folder else None
    entries = listed.entries if listed else asked.files
    evidence.claims += [broken(path, refused) for path, refused in (listed.odd if listed else ())]
    given = {entry.path for entry in asked.bundles}
    beside = list(_beside(asked))
    if listed:
        beside = [entry for entry in entries if stem(entry.path) and entry.path not in given and not _meant(entry.path, release)]
    bundle_paths = {entry.path for entry in beside} | given
    plain = [entry for entry in entries if entry.path not in bundle_paths]
    files = _bundle_files((*beside, *asked.bundles), evidence)
    _hash(plain, release, _needs_sha512(files), evidence, whole=listed is not None)
    _hash_summed(entries, release.sums, evidence)
    if asked.digest:
        evidence.artifacts.append(Artifact(f"sha256:{asked.digest}", "", Hashed(Digests(asked.digest), ())))
    paths = {artifact.path for artifact in evidence.artifacts} | set(evidence.extra) | {path for path, _ in evidence.unread}
    for entry, bundles in files:
        _pair(entry.path, bundles, paths, evidence, given=entry.path in given)
    return evidence


def stem(path: str) -> str:
    """The artifact that a bundle file's name speaks of; ``""`` for any other file."""
    return next((path[: -len(suffix)] for suffix in SUFFIXES if path.endswith(suffix) and len(path) > len(suffix)), "")


def _meant(path: str, release: Release) -> bool:
    """Whether the policy means a file with a bundle's ending as an artifact: a pattern has the same ending, ``*.jsonl`` for data."""
    suffix = path[len(stem(path)) :]
    return any(kind.files.endswith(suffix) and matches(kind.files, path) for kind in release.artifacts)


def _beside(asked: Asked) -> Iterator[Entry]:
    """Bundle files beside named files, where none are given."""
    if asked.bundles:
        return
    named = {entry.path for entry in asked.files}
    for entry in asked.files:
        for suffix in SUFFIXES:
            if os.path.lexists(entry.real + suffix):
                yield Entry(entry.path + suffix, entry.real + suffix)
        if (of := stem(entry.path)) and of in named:
            yield entry


def _bundle_files(entries: Iterable[Entry], evidence: Evidence) -> list[tuple[Entry, tuple[SignedBundle, ...]]]:
    files: list[tuple[Entry, tuple[SignedBundle, ...]]] = []
    left = MOST_BUNDLES
    for entry in dict.fromkeys(entries):
        with _noted(entry.path, evidence):
            data = read_small(entry.real, entry.path, min(LARGEST, left), "unreadable-bundle")
            left -= len(data)
            files.append((entry, read_bundles(data, entry.path)))
            evidence.inputs.append((entry.path, hashlib.sha256(data).hexdigest()))
    return files


@contextmanager
def _noted(path: str, evidence: Evidence) -> Iterator[None]:
    """Keep what is wrong with a file, and go on with the next."""
    try:
        yield
    except Refused as refused:
        evidence.claims.append(broken(path, refused))
    except OSError as error:
        evidence.unread.append((path, error.strerror or str(error)))


def _needs_sha512(files: Sequence[tuple[Entry, tuple[SignedBundle, ...]]]) -> bool:
    return any(b'"sha512"' in (bundle.payload or b"") for _, bundles in files for bundle in bundles)


def _hash(plain: Sequence[Entry], release: Release, sha512: bool, evidence: Evidence, *, whole: bool) -> None:
    """Sort the files that are no bundles: the sums file, artifacts, expected extras, the rest."""
    artifacts = []
    for entry in plain:
        if entry.path == release.sums:
            with _noted(entry.path, evidence):
                evidence.sums = read_sums(read_small(entry.real, entry.path, LARGEST_SUMS, "wrong-sums"), entry.path)
                sha512 = sha512 or any(len(digest) == 128 for digest in evidence.sums.digests.values())
        if not whole or any(matches(kind.files, entry.path) for kind in release.artifacts):
            artifacts.append(entry)
        elif entry.path != release.sums and not any(matches(pattern, entry.path) for pattern in release.extra_files):
            evidence.extra.append(entry.path)
    for entry in artifacts:
        with _noted(entry.path, evidence):
            evidence.artifacts.append(Artifact(entry.path, entry.real, hash_file(entry.real, entry.path, sha512=sha512)))


def _hash_summed(entries: Sequence[Entry], sums: str, evidence: Evidence) -> None:
    hashed = {artifact.path for artifact in evidence.artifacts} | {sums}
    given = evidence.sums.digests if evidence.sums else {}
    for entry in entries:
        if entry.path in given and entry.path not in hashed:
            with _noted(entry.path, evidence):
                found = hash_file(entry.real, entry.path, sha512=len(given[entry.path]) == 128)
                evidence.summed.append(Artifact(entry.path, entry.real, found))


def _pair(file: str, bundles: Sequence[SignedBundle], paths: set[str], evidence: Evidence, *, given: bool) -> None:
    """Tie a file's bundles to artifacts: by the file's name, else by the digests that they speak of."""
    of = stem(file)
    if given and len(evidence.artifacts) == 1:
        of = evidence.artifacts[0].path
    if of in paths:
        evidence.bundles += [(bundle, of) for bundle in bundles]
        return
    if not given and not file.endswith(_MANY):
        evidence.claims.append(_orphan(file, f"the file {quoted(of)} beside it"))
        return
    for bundle in bundles:
        named = _named(bundle)
        owners = [one.path for one in evidence.artifacts if {one.digests.sha256, one.digests.sha512} & named - {""}]
        evidence.bundles += [(bundle, owner) for owner in owners]
        if not owners:
            evidence.claims.append(_orphan(file, f"an artifact that {quoted(bundle.label)} speaks of"))


def _orphan(file: str, wanted: str) -> Claim:
    return Claim("orphan-bundle", file, "the bundle's artifact", wanted, "none", holds=False)


def _named(bundle: SignedBundle) -> set[str]:
    """The digests that a bundle speaks of, unverified: enough to know what to hold it against."""
    payload = bundle.payload
    if payload is None:
        given: Any = bundle.document["messageSignature"]
        digest = given.get("messageDigest") if isinstance(given, dict) else None
        raw = digest.get("digest") if isinstance(digest, dict) else None
        return {base64.b64decode(raw).hex()} if isinstance(raw, str) else set()
    try:
        statement = read_statement(payload, bundle.label)
    except Refused:
        return set()
    return {subject.digests[name] for subject in statement.subjects for name in ("sha256", "sha512") if name in subject.digests}
