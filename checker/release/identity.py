"""What a signing certificate says of who signed: read once, after the certificate was verified."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from msgspec import Struct

from checker.release.refusal import Refused, quoted

_FULCIO = "1.3.6.1.4.1.57264.1."
CLAIMS = {
    "issuer": 8,
    "signer": 9,
    "signer-commit": 10,
    "runner": 11,
    "repository": 12,
    "commit": 13,
    "ref": 14,
    "repository-id": 15,
    "owner": 16,
    "owner-id": 17,
    "workflow": 18,
    "workflow-commit": 19,
    "trigger": 20,
    "run": 21,
    "visibility": 22,
}
"""What policies call a claim, and the last number of its object identifier (https://github.com/sigstore/fulcio, docs/oid-info.md)."""
_OLD = {1: 8, 2: 20, 3: 13, 6: 14}
"""Deprecated extensions (raw text) that say the same as a current one; 1.5, the repository, has no address in front."""
_OLD_REPOSITORY = 5
LONGEST_LIFE = timedelta(days=1)


class Identity(Struct, frozen=True):
    """Who signed, as a trusted authority certified it."""

    name: str
    """The one subject alternative name: an e-mail address, or the address of a workflow."""
    claims: dict[str, str]
    """By the names of `CLAIMS`; those that the certificate has."""

    @property
    def issuer(self) -> str:
        """Who vouched for the identity."""
        return self.claims.get("issuer", "")


def read_identity(certificate: Any) -> Identity:
    """From a certificate whose chain was verified; raises `Refused` where it is not of Sigstore's profile or contradicts itself."""
    life = certificate.not_valid_after_utc - certificate.not_valid_before_utc
    if not timedelta(0) < life <= LONGEST_LIFE:
        raise Refused("untrusted-certificate", "the signing certificate's life", "at most a day", str(life))
    raw = {
        int(last): extension.value.value
        for extension in certificate.extensions
        if (dotted := extension.oid.dotted_string).startswith(_FULCIO)
        and (last := dotted[len(_FULCIO) :]).isdigit()
        and hasattr(extension.value, "value")
    }
    claims = {name: _utf8(raw[number], name) for name, number in CLAIMS.items() if number in raw}
    _agree(raw, claims)
    if not claims.get("issuer"):
        raise Refused("untrusted-certificate", "the signing certificate's issuer", "one", "none")
    return Identity(_name(certificate), claims)


def _agree(raw: dict[int, bytes], claims: dict[str, str]) -> None:
    """Old extensions must say what the new ones say; the old issuer stands in where there is no new one."""
    names = {number: name for name, number in CLAIMS.items()}
    for old, new in _OLD.items():
        if old not in raw:
            continue
        text = _plain(raw[old], names[new])
        if claims.setdefault(names[new], text) != text:
            found = f"{quoted(text)} and {quoted(claims[names[new]])}"
            raise Refused("untrusted-certificate", f"the signing certificate's {names[new]}", "one value in all its extensions", found)
    if _OLD_REPOSITORY in raw:
        text = _plain(raw[_OLD_REPOSITORY], "repository")
        if not claims.setdefault("repository", f"https://github.com/{text}").endswith(f"/{text}"):
            found = f"{quoted(text)} and {quoted(claims['repository'])}"
            raise Refused("untrusted-certificate", "the signing certificate's repository", "one value in all its extensions", found)


def _plain(value: bytes, name: str) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused("untrusted-certificate", f"the signing certificate's {name}", "text", "bytes that are none") from error


def _utf8(value: bytes, name: str) -> str:
    """A DER UTF8String, nothing before or behind it."""
    from cryptography.hazmat import asn1

    try:
        return asn1.decode_der(str, value)
    except Exception as error:
        raise Refused("untrusted-certificate", f"the signing certificate's {name}", "one DER text", "something else") from error


def _name(certificate: Any) -> str:
    from cryptography import x509

    try:
        names = list(certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value)
    except x509.ExtensionNotFound:
        names = []
    if len(names) != 1:
        raise Refused("untrusted-certificate", "the signing certificate's identity", "one name", f"{len(names)}")
    name = names[0]
    if isinstance(name, x509.RFC822Name | x509.UniformResourceIdentifier):
        return str(name.value)
    if isinstance(name, x509.OtherName) and name.type_id.dotted_string == f"{_FULCIO}7":
        return _utf8(name.value, "identity")
    raise Refused(
        "untrusted-certificate", "the signing certificate's identity", "an e-mail address, a URI or a user name", "another kind of name"
    )
