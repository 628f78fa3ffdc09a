"""What is done to a finished bundle: parts taken out, or put in from another one that is good by itself."""

from __future__ import annotations

import base64
import copy
from collections.abc import Callable
from typing import Any

from tests.release.sigstore import keys, merkle
from tests.release.sigstore.keys import encoded
from tests.release.sigstore.rekor import Entry

Edit = Callable[[dict[str, Any], Entry | None], dict[str, Any]]
Inside = Callable[[dict[str, Any], Entry], None]


def _of_entry(change: Inside) -> Edit:
    """An edit of the first log entry."""

    def edit(document: dict[str, Any], entry: Entry | None) -> dict[str, Any]:
        assert entry is not None
        changed = copy.deepcopy(document)
        change(changed["verificationMaterial"]["tlogEntries"][0], entry)
        return changed

    return edit


def _of_document(change: Callable[[dict[str, Any]], None]) -> Edit:
    """An edit of the whole."""

    def edit(document: dict[str, Any], _: Entry | None) -> dict[str, Any]:
        changed = copy.deepcopy(document)
        change(changed)
        return changed

    return edit


def _another_kind(said: dict[str, Any], entry: Entry) -> None:
    said["kindVersion"] = {"kind": "dsse" if entry.kind[0] == "hashedrekord" else "hashedrekord", "version": entry.kind[1]}


def _checkpoint_by_another(said: dict[str, Any], entry: Entry) -> None:
    root, size = merkle.root(entry.leaves), len(entry.leaves)
    by = keys.new(entry.log.key.kind)
    said["inclusionProof"]["checkpoint"]["envelope"] = entry.log.checkpoint(size, root, entry.at, by)


def _checkpoint_of_another(said: dict[str, Any], entry: Entry) -> None:
    before = entry.leaves[:-1]
    said["inclusionProof"]["checkpoint"]["envelope"] = entry.log.checkpoint(len(before), merkle.root(before), entry.at)


def _proof_of_another(said: dict[str, Any], entry: Entry) -> None:
    said["inclusionProof"] |= {"logIndex": "0", "hashes": [encoded(one) for one in merkle.proof(entry.leaves, 0)]}


def _promise_by_another(said: dict[str, Any], entry: Entry) -> None:
    said["inclusionPromise"]["signedEntryTimestamp"] = encoded(entry.promise(keys.new("p256")))


def _another_time(said: dict[str, Any], entry: Entry) -> None:
    said["integratedTime"] = str(int(entry.at.timestamp()) + 60)


def _another_digest(document: dict[str, Any]) -> None:
    document["messageSignature"]["messageDigest"]["digest"] = encoded(bytes(32))


def _both_contents(document: dict[str, Any]) -> None:
    document.setdefault("messageSignature", {"messageDigest": {"algorithm": "SHA2_256", "digest": encoded(bytes(32))}, "signature": "MAA="})
    document.setdefault("dsseEnvelope", {"payload": encoded(b"{}"), "payloadType": "application/json", "signatures": [{"sig": "MAA="}]})


def _certificate_garbage(document: dict[str, Any]) -> None:
    material = document["verificationMaterial"]
    place = material["certificate"] if "certificate" in material else material["x509CertificateChain"]["certificates"][0]
    place["rawBytes"] = encoded(base64.b64decode(place["rawBytes"])[:60])


def _two_signatures(document: dict[str, Any]) -> None:
    document["dsseEnvelope"]["signatures"] *= 2


def _twice(document: dict[str, Any]) -> None:
    document["verificationMaterial"]["timestampVerificationData"]["rfc3161Timestamps"] *= 2


EDITS: dict[str, Edit] = {
    "no-entry": _of_document(lambda document: document["verificationMaterial"].update(tlogEntries=[])),
    "another-kind": _of_entry(_another_kind),
    "no-proof": _of_entry(lambda said, _: said.pop("inclusionProof") and None),
    "no-checkpoint": _of_entry(lambda said, _: said["inclusionProof"].pop("checkpoint") and None),
    "checkpoint-by-another": _of_entry(_checkpoint_by_another),
    "checkpoint-of-another": _of_entry(_checkpoint_of_another),
    "proof-of-another": _of_entry(_proof_of_another),
    "no-promise": _of_entry(lambda said, _: said.pop("inclusionPromise") and None),
    "promise-by-another": _of_entry(_promise_by_another),
    "another-time": _of_entry(_another_time),
    "timestamp-twice": _of_document(_twice),
    "another-digest": _of_document(_another_digest),
    "both-contents": _of_document(_both_contents),
    "two-signatures": _of_document(_two_signatures),
    "media-type": _of_document(lambda document: document.update(mediaType="application/vnd.dev.sigstore.bundle.v0.9+json")),
    "certificate-garbage": _of_document(_certificate_garbage),
}
