"""Why a mutant may be accepted: each place in which it differs from the good one is one that nothing authenticates and nothing uses.

The list is short on purpose. A mutant that is accepted and differs anywhere else is a hole.
"""

from __future__ import annotations

import fnmatch
import json
from collections.abc import Iterator
from typing import Any

from tests.release.mutants import Path

MORE = "more"
"""The last step to what a list holds beyond the other's items."""
_PEP_740 = "verification_material.transparency_entries.0"
ENTRIES = ("verificationMaterial.tlogEntries.0", _PEP_740, f"attestation_bundles.0.attestations.0.{_PEP_740}")
"""Where a log entry stands in a bundle, an attestation and a provenance file of PEP 740."""
_ENTRY = {
    "logIndex": "a place in a log of version 2 is proven by the proof's own number; reports do not name it",
    "logId*": "a hint which of the root's keys to try",
    "integratedTime": "without a promise it counts for nothing",
    "inclusionPromise*": "beside a signed timestamp it need not be there",
    "inclusionProof.logIndex": "only the way to the root counts, and some numbers share it",
    "inclusionProof.treeSize": "only the way to the root counts, and some sizes share it",
    "inclusionProof.checkpoint.envelope": "lines of other witnesses, names of signatures and how they are encoded",
}
BUNDLE = {f"{entry}.{place}": reason for entry in ENTRIES for place, reason in _ENTRY.items()} | {
    "mediaType": "0.1 and 0.2 have one form, and so have the two names of 0.3",
    "verificationMaterial.timestampVerificationData*": "beside a promise it need not be there; certificates in a token are not used",
    "verificationMaterial.publicKey*": "a hint which key it is; the policy names the key",
    "verificationMaterial.x509CertificateChain.certificates.more": "only the first certificate is used: the chain comes from the root",
    "messageSignature.messageDigest*": "it need not be there: the artifact's own digest is what counts",
    "dsseEnvelope.signatures.0.keyid": "a hint",
    "attestation_bundles.more": "every one of them is verified",
    "attestation_bundles.*.attestations.more": "every one of them is verified",
    "attestation_bundles.*.publisher*": "the index's word, signed by nobody",
}
"""Pattern of a place in a bundle to the reason."""
BUNDLE |= {
    f"attestations.0.bundle.{place}": reason
    for place, reason in BUNDLE.items()
    if place.startswith(("verificationMaterial", "dsse", "media"))
}
BUNDLE |= {
    "attestations.more": "every one of them is verified",
    "attestations.0.[!b]*": "the index's word, signed by nobody",
    "attestations.0.": "the index's word, signed by nobody",
}
STATEMENT = {
    "subject.*.name": "a hint: the digest says which file it is",
    "subject.0.[!d]*": "fields of a resource descriptor that nothing uses",
    "subject.0.": "a field of a resource descriptor that nothing uses",
    "subject.0": "another subject is the file",
    "subject.more": "other files; whether they may be there is for the policy",
    "subject.0.digest.*": "digests of kinds that are not computed; those that are computed must agree",
    "predicate*": "what it says is for the policy",
    "predicateType": "which one it must be is for the policy",
    "_type": "0.1 and 1 have one form",
}
"""The same for a statement that was signed as it is."""
ROOT = {
    "*.baseUrl": "a name for people",
    "*.operator": "a name for people",
    "*.uri": "a name for people",
    "*.hashAlgorithm": "logs have SHA-256 alone",
    "*.subject*": "a name for people; the certificates count",
    "*.logId*": "a hint: the key counts",
    "*.checkpointKeyId*": "a hint: the key counts",
    "*.validFor*": "another range that holds the time of the signature",
    "timestampAuthorities.0.certChain.certificates.1.rawBytes": "the root is trusted as it stands there, whatever it says of itself",
    "certificateAuthorities.0.certChain.certificates.*": "each certificate of the file is trusted as it stands there, whoever signed it",
    "*.more": "one more that is trusted, beside those that are needed",
    "*.keyDetails": "another name of the same kind of key",
}
"""The same for a root; what it holds beyond the keys that the bundle needs is left aside by `explanation` itself."""


def differences(one: Any, other: Any, path: Path = ()) -> Iterator[str]:
    """Places in which two documents differ, dotted; what only one of them has is one place, whatever it holds."""
    if isinstance(one, dict) and isinstance(other, dict):
        for key in sorted({*one, *other}):
            if key in one and key in other:
                yield from differences(one[key], other[key], (*path, key))
            else:
                yield _dotted((*path, key))
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for number, (left, right) in enumerate(zip(one, other, strict=True)):
            yield from differences(left, right, (*path, number))
    elif isinstance(one, list) and isinstance(other, list):
        yield from _of_lists(one, other, path)
    elif one != other or type(one) is not type(other):
        yield _dotted(path)


def _of_lists(one: list[Any], other: list[Any], path: Path) -> Iterator[str]:
    """Lists of different lengths: what stands in both is left aside, and of the rest each is held against the next."""
    gone = [number for number, item in enumerate(one) if item not in other]
    new = [item for item in other if item not in one]
    for number, item in zip(gone, new, strict=False):
        yield from differences(one[number], item, (*path, number))
    yield from (_dotted((*path, number)) for number in gone[len(new) :])
    if len(new) > len(gone) or len(other) > len(one):
        yield _dotted((*path, MORE))


def _dotted(path: Path) -> str:
    return ".".join(map(str, path))


def reasons_for(base: Any, mutant: bytes, known: dict[str, str]) -> tuple[set[str], list[str]]:
    """Patterns that explain why an accepted mutant differs from its base, and those that nothing explains (an empty one: no JSON)."""
    try:
        document = json.loads(mutant)
    except ValueError:
        return set(), [""]
    found, unknown = set(), []
    for place in differences(base, document):
        pattern = next((one for one in known if fnmatch.fnmatchcase(place, one)), None)
        if pattern is None:
            unknown.append(place)
        else:
            found.add(pattern)
    return found or {"the same document"}, unknown
