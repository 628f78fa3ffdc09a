"""What is signed: an artifact's bytes, or a DSSE envelope around a statement; each as bundles and logs have it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from tests.release.sigstore.keys import Key, algorithm, encoded

IN_TOTO = "application/vnd.in-toto+json"


def pae(kind: str, payload: bytes) -> bytes:
    """DSSE's pre-authentication encoding, version 1."""
    return b" ".join([b"DSSEv1", str(len(kind.encode())).encode(), kind.encode(), str(len(payload)).encode(), payload])


@dataclass(frozen=True, slots=True)
class Message:
    """An artifact signed as it is."""

    artifact: bytes
    signature: bytes
    digest: str = "sha256"
    """hashlib's name."""

    @property
    def hashed(self) -> bytes:
        """The digest that a log records."""
        return hashlib.new(self.digest, self.artifact).digest()

    def document(self) -> dict[str, Any]:
        """The bundle's part."""
        digest = {"algorithm": algorithm(self.digest), "digest": encoded(self.hashed)}
        return {"messageSignature": {"messageDigest": digest, "signature": encoded(self.signature)}}


@dataclass(frozen=True, slots=True)
class Envelope:
    """A statement in its envelope."""

    payload: bytes
    signature: bytes
    kind: str = IN_TOTO
    keyid: str | None = None
    digest: str = "sha256"
    """hashlib's name: what a log of version 2 records of the pre-authentication encoding."""

    @property
    def hashed(self) -> bytes:
        """The digest of what was signed."""
        return hashlib.new(self.digest, pae(self.kind, self.payload)).digest()

    @property
    def envelope(self) -> dict[str, Any]:
        """The envelope alone."""
        signature = {"sig": encoded(self.signature), **({} if self.keyid is None else {"keyid": self.keyid})}
        return {"payload": encoded(self.payload), "payloadType": self.kind, "signatures": [signature]}

    def document(self) -> dict[str, Any]:
        """The bundle's part."""
        return {"dsseEnvelope": self.envelope}


Content = Message | Envelope


def signed_message(artifact: bytes, key: Key) -> Message:
    """The artifact, signed."""
    return Message(artifact, key.sign(artifact), key.digest)


def signed_envelope(payload: bytes, key: Key, kind: str = IN_TOTO) -> Envelope:
    """The statement, signed."""
    return Envelope(payload, key.sign(pae(kind, payload)), kind, digest=key.digest)


def canonical(document: Any) -> bytes:
    """RFC 8785 for documents of texts, booleans and small integers."""
    return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
