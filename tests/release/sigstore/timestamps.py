"""A timestamp authority: RFC 3161 responses, signed as RFC 5652 and RFC 5035 have it."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass, field
from datetime import datetime

from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID

from tests.release.sigstore import der
from tests.release.sigstore.authority import Authority

_SHA256, _ECDSA_SHA384 = "2.16.840.1.101.3.4.2.1", "1.2.840.10045.4.3.3"
_SHA384 = "2.16.840.1.101.3.4.2.2"
_SIGNED_DATA, _TST_INFO = "1.2.840.113549.1.7.2", "1.2.840.113549.1.9.16.1.4"
_CONTENT_TYPE, _MESSAGE_DIGEST, _SIGNING_TIME = (f"1.2.840.113549.1.9.{last}" for last in (3, 4, 5))
_SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47"
_POLICY = "1.3.6.1.4.1.57264.2"


@dataclass(frozen=True, slots=True)
class TimestampAuthority:
    """One authority with its own chain."""

    now: datetime
    address: str = "https://timestamp.sigstore.test/api/v1/timestamp"
    ended: bool = False
    embed: bool = False
    """Whether responses carry the authority's certificate."""
    authority: Authority = field(init=False)

    def __post_init__(self) -> None:
        """Make the chain."""
        made = Authority(self.now, common="sigstore-tsa-selfsigned", leaf_for=ExtendedKeyUsageOID.TIME_STAMPING, ended=self.ended)
        object.__setattr__(self, "authority", made)

    def stamp(self, message: bytes, at: datetime) -> bytes:
        """A granted response (DER) that the message was there at a time."""
        info = der.sequence(
            der.integer(1),
            der.oid(_POLICY),
            der.sequence(_digest_algorithm(_SHA256), der.octets(hashlib.sha256(message).digest())),
            der.integer(secrets.randbits(158)),
            der.generalized_time(at),
            der.sequence(der.integer(1)),
        )
        token = der.sequence(der.oid(_SIGNED_DATA), der.tagged(0, self._signed_data(info, at)))
        return der.sequence(der.sequence(der.integer(0)), token)

    def _signed_data(self, info: bytes, at: datetime) -> bytes:
        certificate = self.authority.issuer
        attributes = self._attributes(info, at)
        signature = self.authority.key.sign(der.set_of(*attributes))
        signer = der.sequence(
            der.integer(1),
            der.sequence(certificate.issuer.public_bytes(), der.integer(certificate.serial_number)),
            _digest_algorithm(_SHA384),
            der.tagged(0, *sorted(attributes)),
            der.sequence(der.oid(_ECDSA_SHA384)),
            der.octets(signature),
        )
        return der.sequence(
            der.integer(3),
            der.set_of(_digest_algorithm(_SHA384)),
            der.sequence(der.oid(_TST_INFO), der.tagged(0, der.octets(info))),
            *([der.tagged(0, certificate.public_bytes(Encoding.DER))] if self.embed else []),
            der.set_of(signer),
        )

    def _attributes(self, info: bytes, at: datetime) -> list[bytes]:
        certificate = hashlib.sha256(self.authority.issuer.public_bytes(Encoding.DER)).digest()
        utc_time = der.element(0x17, at.strftime("%y%m%d%H%M%SZ").encode())
        values = {
            _CONTENT_TYPE: der.oid(_TST_INFO),
            _SIGNING_TIME: utc_time,
            _MESSAGE_DIGEST: der.octets(hashlib.sha384(info).digest()),
            _SIGNING_CERTIFICATE_V2: der.sequence(der.sequence(der.sequence(der.octets(certificate)))),
        }
        return [der.sequence(der.oid(kind), der.set_of(value)) for kind, value in values.items()]


def _digest_algorithm(oid: str) -> bytes:
    return der.sequence(der.oid(oid), der.NULL)
