"""Bodies of log entries: what Rekor's versions record of each kind of content and its signer."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.release.sigstore.content import Content, Envelope, canonical
from tests.release.sigstore.keys import DETAILS, algorithm, encoded


@dataclass(frozen=True, slots=True)
class Verifier:
    """Who made a signature, as a log records it."""

    pem: str
    """Certificate or public key."""
    der: bytes
    certificate: bool
    kind: str
    """The key's."""

    def v2(self) -> dict[str, Any]:
        """Rekor 2's form."""
        field = "x509Certificate" if self.certificate else "publicKey"
        return {field: {"rawBytes": encoded(self.der)}, "keyDetails": DETAILS[self.kind]}


def _sha256(data: bytes) -> dict[str, str]:
    return {"algorithm": "sha256", "value": hashlib.sha256(data).hexdigest()}


def hashedrekord_1(content: Content, signer: Verifier) -> dict[str, Any]:
    """Rekor 1: an artifact's digest and signature."""
    digest = {"algorithm": content.digest, "value": content.hashed.hex()}
    public = {"content": encoded(signer.pem.encode())}
    return {"data": {"hash": digest}, "signature": {"content": encoded(content.signature), "publicKey": public}}


def hashedrekord_2(content: Content, signer: Verifier) -> dict[str, Any]:
    """Rekor 2: the digest of what was signed, also where that is an envelope."""
    data = {"algorithm": algorithm(content.digest), "digest": encoded(content.hashed)}
    return {"hashedRekordV002": {"data": data, "signature": {"content": encoded(content.signature), "verifier": signer.v2()}}}


def dsse_1(content: Content, signer: Verifier) -> dict[str, Any]:
    """Rekor 1: hashes of envelope and payload, and the signature."""
    assert isinstance(content, Envelope)
    signature = {"signature": encoded(content.signature), "verifier": encoded(signer.pem.encode())}
    envelope = _sha256(canonical(content.envelope))
    return {"envelopeHash": envelope, "payloadHash": _sha256(content.payload), "signatures": [signature]}


def dsse_2(content: Content, signer: Verifier) -> dict[str, Any]:
    """Rekor 2's short-lived kind for envelopes."""
    assert isinstance(content, Envelope)
    payload = {"algorithm": "SHA2_256", "digest": encoded(hashlib.sha256(content.payload).digest())}
    return {"dsseV002": {"payloadHash": payload, "signatures": [{"content": encoded(content.signature), "verifier": signer.v2()}]}}


def intoto_1(content: Content, signer: Verifier) -> dict[str, Any]:
    """Rekor 1's first kind for attestations: it keeps hashes and the signer, and no signature."""
    assert isinstance(content, Envelope)
    hashed = {"hash": _sha256(canonical(content.envelope)), "payloadHash": _sha256(content.payload)}
    return {"content": hashed, "publicKey": encoded(signer.pem.encode())}


def intoto_2(content: Content, signer: Verifier) -> dict[str, Any]:
    """Rekor 1's second kind, npm's: the envelope without its payload, its signature encoded twice."""
    assert isinstance(content, Envelope)
    signature = {"publicKey": encoded(signer.pem.encode()), "sig": encoded(encoded(content.signature).encode())}
    envelope = {"payloadType": content.kind, "signatures": [signature]}
    hashed = {"hash": _sha256(canonical(content.envelope)), "payloadHash": _sha256(content.payload)}
    return {"content": {"envelope": envelope, **hashed}}


SPECS: dict[tuple[str, str], Callable[[Content, Verifier], dict[str, Any]]] = {
    ("hashedrekord", "0.0.1"): hashedrekord_1,
    ("hashedrekord", "0.0.2"): hashedrekord_2,
    ("dsse", "0.0.1"): dsse_1,
    ("dsse", "0.0.2"): dsse_2,
    ("intoto", "0.0.1"): intoto_1,
    ("intoto", "0.0.2"): intoto_2,
}


def body(kind: tuple[str, str], content: Content, signer: Verifier) -> bytes:
    """The entry's canonical body."""
    return canonical({"apiVersion": kind[1], "kind": kind[0], "spec": SPECS[kind](content, signer)})
