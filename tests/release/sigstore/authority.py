"""Certificate authorities: one like Fulcio for signers, and the chain of a timestamp authority."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from tests.release.sigstore import keys
from tests.release.sigstore.ctlog import SCTS, CTLog, extension
from tests.release.sigstore.identity import Identity
from tests.release.sigstore.keys import Key

LIFETIME = timedelta(minutes=10)
"""Of Fulcio's certificates."""
TEN_YEARS = timedelta(days=3652)


def name(common: str, organisation: str) -> x509.Name:
    """A distinguished name of two parts."""
    return x509.Name([x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation), x509.NameAttribute(NameOID.COMMON_NAME, common)])


def _usage(*, signs: bool = True, certifies: bool = False) -> x509.KeyUsage:
    return x509.KeyUsage(signs, False, False, False, False, certifies, certifies, False, False)


@dataclass(frozen=True, slots=True)
class Issued:
    """What goes into a signer's certificate beyond its identity and key."""

    at: datetime
    lifetime: timedelta = LIFETIME
    logs: Sequence[CTLog] = ()
    usages: Sequence[x509.ObjectIdentifier] = (ExtendedKeyUsageOID.CODE_SIGNING,)
    signs: bool = True
    """Whether the key usage has digitalSignature."""
    authority: bool = False
    """Whether it says of itself that it may issue others."""
    scts_of: x509.Certificate | None = None
    """Another certificate whose timestamps are put into this one."""


@dataclass(frozen=True, slots=True)
class Authority:
    """A root and an intermediate that issues; its names say nothing of its keys."""

    now: datetime
    organisation: str = "sigstore.test"
    common: str = "sigstore"
    leaf_for: x509.ObjectIdentifier | None = None
    """A timestamp authority's chain ends in a certificate for this purpose instead of an intermediate."""
    ended: bool = False
    """Whether the intermediate's own dates ended an hour before the clock."""
    root_key: Key = field(default_factory=lambda: keys.new("p384"))
    key: Key = field(default_factory=lambda: keys.new("p384"))
    _made: dict[str, x509.Certificate] = field(default_factory=dict, repr=False, compare=False)

    @property
    def root(self) -> x509.Certificate:
        """Self-signed."""
        if "root" not in self._made:
            self._made["root"] = self._certificate(f"{self.common}", self.root_key, 1)
        return self._made["root"]

    @property
    def issuer(self) -> x509.Certificate:
        """The intermediate, or the timestamp authority's own certificate."""
        if "issuer" not in self._made:
            self._made["issuer"] = self._certificate(f"{self.common}-intermediate", self.key, 0)
        return self._made["issuer"]

    @property
    def chain(self) -> list[bytes]:
        """As trusted roots list it: the root last."""
        return [one.public_bytes(Encoding.DER) for one in (self.issuer, self.root)]

    def _certificate(self, common: str, key: Key, depth: int) -> x509.Certificate:
        leaf = self.leaf_for if depth == 0 else None
        end = self.now - timedelta(hours=1) if self.ended and depth == 0 else self.now + TEN_YEARS
        public, top = key.private.public_key(), self.root_key.private.public_key()
        builder = (
            x509.CertificateBuilder(name(self.common, self.organisation), name(common, self.organisation), public)
            .serial_number(x509.random_serial_number())
            .not_valid_before(self.now - TEN_YEARS)
            .not_valid_after(end)
            .add_extension(_usage(signs=leaf is not None, certifies=leaf is None), critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(top), critical=False)
        )
        if leaf is None:
            builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=depth), critical=True)
        else:
            builder = builder.add_extension(x509.ExtendedKeyUsage([leaf]), critical=True)
        return builder.sign(self.root_key.private, hashes.SHA384())

    def issue(self, identity: Identity, public_key: Any, how: Issued) -> x509.Certificate:
        """A signer's certificate with the timestamps of the logs, each over the certificate without them (RFC 6962, 3.2)."""
        builder = self._unstamped(identity, public_key, how)
        if how.scts_of is not None:
            scts = how.scts_of.extensions.get_extension_for_oid(SCTS).value.public_bytes()  # type: ignore[attr-defined]
            value = x509.UnrecognizedExtension(SCTS, scts)
        elif how.logs:
            bare = builder.sign(self.key.private, hashes.SHA384()).tbs_certificate_bytes
            value = extension([log.stamp(bare, self.key.id, how.at) for log in how.logs])
        else:
            return builder.sign(self.key.private, hashes.SHA384())
        return builder.add_extension(value, critical=False).sign(self.key.private, hashes.SHA384())

    def _unstamped(self, identity: Identity, public_key: Any, how: Issued) -> x509.CertificateBuilder:
        builder = (
            x509.CertificateBuilder(self.issuer.subject, x509.Name([]), public_key)
            .serial_number(x509.random_serial_number())
            .not_valid_before(how.at)
            .not_valid_after(how.at + how.lifetime)
            .add_extension(_usage(signs=how.signs, certifies=how.authority), critical=True)
        )
        if how.usages:
            builder = builder.add_extension(x509.ExtendedKeyUsage(how.usages), critical=False)
        if how.authority:
            builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        builder = builder.add_extension(x509.SubjectKeyIdentifier.from_public_key(public_key), critical=False)
        issuer = self.key.private.public_key()
        builder = builder.add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer), critical=False)
        if names := identity.names():
            builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=True)
        for one in identity.extensions():
            builder = builder.add_extension(one, critical=False)
        return builder
