"""Keys of every kind that Sigstore's algorithm registry names and cryptography can sign with."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

DETAILS = {
    "p256": "PKIX_ECDSA_P256_SHA_256",
    "p384": "PKIX_ECDSA_P384_SHA_384",
    "rsa2048": "PKIX_RSA_PKCS1V15_2048_SHA256",
    "rsa3072": "PKIX_RSA_PKCS1V15_3072_SHA256",
    "ed25519": "PKIX_ED25519",
}
"""Kind to its name in Sigstore's common protobuf, ``PublicKeyDetails``."""
_CURVES = {"p256": ec.SECP256R1, "p384": ec.SECP384R1}
_NAMES = {"sha256": "SHA2_256", "sha384": "SHA2_384", "sha512": "SHA2_512"}


@dataclass(frozen=True, slots=True)
class Key:
    """A private key and what others call its public half."""

    kind: str
    private: Any

    @property
    def spki(self) -> bytes:
        """The public key, DER SubjectPublicKeyInfo."""
        return self.private.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)  # type: ignore[no-any-return]

    @property
    def pem(self) -> str:
        """The public key, PEM."""
        return self.private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()  # type: ignore[no-any-return]

    @property
    def id(self) -> bytes:
        """RFC 6962's key id: SHA-256 of the public key."""
        return hashlib.sha256(self.spki).digest()

    @property
    def hint(self) -> str:
        """What a bundle without a certificate calls the key."""
        return base64.b64encode(self.id).decode()

    @property
    def digest(self) -> str:
        """hashlib's name of the digest that goes with the key."""
        return "sha384" if self.kind == "p384" else "sha256"

    def sign(self, message: bytes) -> bytes:
        """The signature over a message, as the registry has it for this kind."""
        if self.kind == "ed25519":
            return self.private.sign(message)  # type: ignore[no-any-return]
        algorithm = hashes.SHA384() if self.digest == "sha384" else hashes.SHA256()
        if self.kind in _CURVES:
            return self.private.sign(message, ec.ECDSA(algorithm))  # type: ignore[no-any-return]
        return self.private.sign(message, padding.PKCS1v15(), algorithm)  # type: ignore[no-any-return]


def new(kind: str) -> Key:
    """A fresh key; an RSA one is made once in a run, because it takes a tenth of a second."""
    if kind in _CURVES:
        return Key(kind, ec.generate_private_key(_CURVES[kind]()))
    return Key(kind, ed25519.Ed25519PrivateKey.generate()) if kind == "ed25519" else _rsa(kind)


@lru_cache
def _rsa(kind: str) -> Key:
    return Key(kind, rsa.generate_private_key(65537, int(kind.removeprefix("rsa"))))


def algorithm(digest: str) -> str:
    """Sigstore's name of a digest of hashlib's."""
    return _NAMES[digest]


def encoded(data: bytes) -> str:
    """Base 64."""
    return base64.b64encode(data).decode()
