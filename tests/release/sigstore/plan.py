"""How one bundle comes into being: everything that is decided before it is made. A flaw is a plan with another decision in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from tests.release.sigstore.authority import Authority, Issued
from tests.release.sigstore.bodies import Verifier, body
from tests.release.sigstore.content import Content
from tests.release.sigstore.identity import Identity
from tests.release.sigstore.keys import Key, encoded
from tests.release.sigstore.rekor import Entry, Log
from tests.release.sigstore.timestamps import TimestampAuthority

MEDIA_TYPES = {
    "0.1": "application/vnd.dev.sigstore.bundle+json;version=0.1",
    "0.2": "application/vnd.dev.sigstore.bundle+json;version=0.2",
    "0.3": "application/vnd.dev.sigstore.bundle.v0.3+json",
}
SECOND = timedelta(seconds=1)
Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Stamp:
    """A timestamp to be asked for."""

    authority: TimestampAuthority
    at: datetime
    over: bytes | None = None
    """What is stamped, if not the signature."""


@dataclass(frozen=True, slots=True)
class Plan:
    """All decisions on one bundle."""

    content: Content
    identity: Identity
    key: Key
    """The one in the certificate, or the managed one."""
    authority: Authority
    issued: Issued
    log: Log | None
    kind: tuple[str, str]
    """The log entry's kind and version."""
    integrated: datetime
    stamps: tuple[Stamp, ...] = ()
    version: str = "0.3"
    managed: bool = False
    logged: Content | None = None
    """What the log records, if not the content."""
    logged_by: Verifier | None = None
    """Whom the log records as signer, if not the signer."""
    edits: tuple[Callable[[Document, Entry | None], Document], ...] = ()
    """What is done to the finished document, in order."""

    def document(self) -> Document:
        """Carry it out: the bundle."""
        signer, material = self._signer()
        entry = self._entry(signer)
        if entry is not None:
            material["tlogEntries"] = [entry.document()]
        stamps = [stamp.authority.stamp(self._stamped(stamp), stamp.at) for stamp in self.stamps]
        if stamps:
            material["timestampVerificationData"] = {"rfc3161Timestamps": [{"signedTimestamp": encoded(one)} for one in stamps]}
        document = {"mediaType": MEDIA_TYPES[self.version], "verificationMaterial": material, **self.content.document()}
        for edit in self.edits:
            document = edit(document, entry)
        return document

    def _stamped(self, stamp: Stamp) -> bytes:
        return self.content.signature if stamp.over is None else stamp.over

    def certificate(self) -> x509.Certificate:
        """The signer's certificate, another one each time."""
        return self.authority.issue(self.identity, self.key.private.public_key(), self.issued)

    def _signer(self) -> tuple[Verifier, Document]:
        """Who the log is told it is, and what the bundle shows of it."""
        if self.managed:
            return Verifier(self.key.pem, self.key.spki, False, self.key.kind), {"publicKey": {"hint": self.key.hint}}
        certificate = self.certificate()
        der = certificate.public_bytes(Encoding.DER)
        shown = {"rawBytes": encoded(der)}
        material = {"certificate": shown} if self.version == "0.3" else {"x509CertificateChain": {"certificates": [shown]}}
        return Verifier(certificate.public_bytes(Encoding.PEM).decode(), der, True, self.key.kind), material

    def _entry(self, signer: Verifier) -> Entry | None:
        if self.log is None:
            return None
        return self.log.add(body(self.kind, self.logged or self.content, self.logged_by or signer), self.kind, self.integrated)
