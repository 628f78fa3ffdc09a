"""A certificate transparency log: signed certificate timestamps as RFC 6962 has them (sections 3.2 and 3.3)."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from cryptography import x509

from tests.release.sigstore import der, keys
from tests.release.sigstore.keys import Key

SCTS = x509.ObjectIdentifier("1.3.6.1.4.1.11129.2.4.2")
_PRECERTIFICATE = 1
_SHA256_ECDSA = bytes([4, 3])


@dataclass(frozen=True, slots=True)
class CTLog:
    """One log."""

    address: str = "https://ctfe.sigstore.test/2025"
    key: Key = field(default_factory=lambda: keys.new("p256"))

    def stamp(self, certificate: bytes, issuer_id: bytes, at: datetime) -> bytes:
        """The timestamp over the to-be-signed part of a certificate (DER, without timestamps) and its issuer's key id."""
        milliseconds = int(at.timestamp() * 1000)
        entry = issuer_id + len(certificate).to_bytes(3, "big") + certificate
        signed = struct.pack("!BBQH", 0, 0, milliseconds, _PRECERTIFICATE) + entry + struct.pack("!H", 0)
        signature = self.key.sign(signed)
        return struct.pack("!B32sQH", 0, self.key.id, milliseconds, 0) + _SHA256_ECDSA + struct.pack("!H", len(signature)) + signature


def extension(stamps: Sequence[bytes]) -> x509.UnrecognizedExtension:
    """The extension that holds the timestamps."""
    listed = b"".join(struct.pack("!H", len(stamp)) + stamp for stamp in stamps)
    return x509.UnrecognizedExtension(SCTS, der.octets(struct.pack("!H", len(listed)) + listed))
