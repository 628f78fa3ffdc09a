"""Signature files of every kind -> Sigstore bundles in one form, each still unverified."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from checker.release.fields import check_base64, check_fields
from checker.release.refusal import Refused, quoted
from checker.release.strict_json import loads

IN_TOTO = "application/vnd.in-toto+json"
MEDIA_TYPES = (
    "application/vnd.dev.sigstore.bundle+json;version=0.1",
    "application/vnd.dev.sigstore.bundle+json;version=0.2",
    "application/vnd.dev.sigstore.bundle+json;version=0.3",
    "application/vnd.dev.sigstore.bundle.v0.3+json",
)
MOST = 1_000
"""Bundles in one file."""
_RULE = "unreadable-bundle"
_ENVELOPE = {"payloadType", "payload", "signatures"}
"""What a DSSE envelope is made of, as slsa-github-generator writes it without a bundle around it."""
_NUMBER = re.compile(r"0|[1-9][0-9]{0,18}")


class SignedBundle(Struct, frozen=True):
    """One bundle, unverified."""

    label: str
    """The file's name, with the number of the bundle where it holds several."""
    document: dict[str, Any]
    """Bundle JSON in the form that sigstore reads: what proto3 JSON leaves out is there, numbers are text."""

    @property
    def key_hint(self) -> bool:
        """Whether it names a managed key instead of a certificate."""
        return "publicKey" in self.document["verificationMaterial"]

    @property
    def payload(self) -> bytes | None:
        """The envelope's payload, unverified; ``None`` for a plain signature."""
        envelope = self.document.get("dsseEnvelope")
        return base64.b64decode(envelope["payload"]) if envelope else None


def read_bundles(data: bytes, label: str) -> tuple[SignedBundle, ...]:
    """Every bundle of a file: a Sigstore bundle, one a line, a PEP 740 attestation or provenance file, or what npm's and GitHub's
    attestations endpoints answer. Raises `Refused`.
    """
    documents = list(_documents(data, label))
    if not 0 < len(documents) <= MOST:
        raise Refused(_RULE, f"the file {quoted(label)}", f"1 to {MOST:,} bundles", f"{len(documents):,}")
    names = [label] if len(documents) == 1 else [f"{label}#{number}" for number in range(1, len(documents) + 1)]
    return tuple(SignedBundle(name, _normal(document, name)) for name, document in zip(names, documents, strict=True))


def _documents(data: bytes, label: str) -> Iterator[Any]:
    what = f"the bundle {quoted(label)}"
    lines = [line for line in data.split(b"\n") if line.strip()]
    if len(lines) > 1 and lines[0].strip().endswith(b"}") and lines[0].lstrip().startswith(b"{") and len(lines[0].strip()) > 2:
        yield from (loads(line, f"{what}, line {number}") for number, line in enumerate(lines, 1))
        return
    document = loads(data, what)
    if isinstance(document, dict) and "attestation_bundles" in document:
        _only(document, {"version", "attestation_bundles"}, what)
        _version(document, f"{what}, the provenance file's version")
        for bundle in _typed(document, "attestation_bundles", list, what):
            if isinstance(bundle, dict):
                _only(bundle, {"publisher", "attestations"}, what)
            yield from _typed(bundle, "attestations", list, what)
    elif isinstance(document, dict) and "attestations" in document and "mediaType" not in document:
        _only(document, {"attestations"}, what)
        # what stands beside a bundle (predicateType, repository_id) is the index's word, and signed by nobody
        yield from (_typed(one, "bundle", dict, what) for one in _typed(document, "attestations", list, what))
    else:
        yield document


def _typed(document: Any, key: str, kind: type, what: str) -> Any:
    """A member that must be there and of its kind."""
    value = document.get(key) if isinstance(document, dict) else None
    if not isinstance(value, kind):
        names = {dict: "an object", list: "a list", str: "text", int: "a number"}
        raise Refused(_RULE, what, f"{names[kind]} {quoted(key)}", "nothing" if value is None else "something else")
    return value


def _version(document: dict[str, Any], what: str) -> None:
    if document.get("version") != 1 or type(document["version"]) is not int:
        raise Refused(_RULE, what, "1", quoted(document.get("version")))


def _only(document: dict[str, Any], known: set[str], what: str) -> None:
    unknown = sorted(document.keys() - known)
    if unknown:
        raise Refused(_RULE, what, f"only {', '.join(sorted(known))}", f"the unknown field {quoted(unknown[0])}")


def _normal(document: Any, label: str) -> dict[str, Any]:
    """The bundle with zeros that proto3 JSON leaves out, and checked as far as the library reads it leniently."""
    what = f"the bundle {quoted(label)}"
    if isinstance(document, dict) and "verification_material" in document:
        document = _converted(document, what)
    if isinstance(document, dict) and document.keys() >= _ENVELOPE:
        raise Refused(_RULE, what, "a Sigstore bundle", "a bare envelope without a log entry: nothing shows when it was signed")
    media = _typed(document, "mediaType", str, what)
    if media not in MEDIA_TYPES:
        raise Refused(_RULE, f"{what}, its media type", "one of Sigstore bundle 0.1 to 0.3", quoted(media))
    if ("messageSignature" in document) == ("dsseEnvelope" in document):
        both = "both" if "dsseEnvelope" in document else "neither"
        raise Refused(_RULE, what, "either a message signature or an envelope", both)
    material = _typed(document, "verificationMaterial", dict, what)
    ways = [name for name in ("certificate", "x509CertificateChain", "publicKey") if name in material]
    if len(ways) != 1:
        raise Refused(_RULE, what, "one certificate, certificate chain or key hint", f"{len(ways)} of them")
    if ways == ["publicKey"]:
        _typed(material, "publicKey", dict, what).setdefault("hint", "")
    material.setdefault("tlogEntries", [])
    for entry in _typed(material, "tlogEntries", list, what):
        _entry(entry, what)
    if "dsseEnvelope" in document:
        _typed(document, "dsseEnvelope", dict, what).setdefault("payload", "")
        _typed(document["dsseEnvelope"], "payload", str, what)
    check_fields(document, what, _RULE)
    made: dict[str, Any] = document
    return made


def _entry(entry: Any, what: str) -> None:
    """Fill in what a log entry leaves out for zero; 64-bit numbers become text, as the library reads them."""
    _number(entry, "logIndex", what)
    if isinstance(entry, dict) and "integratedTime" in entry:
        _number(entry, "integratedTime", what)
    proof = entry.get("inclusionProof")
    if proof is not None:
        _number(proof, "logIndex", what)
        _number(proof, "treeSize", what)
        for number, value in enumerate(_typed({"hashes": [], **proof}, "hashes", list, what)):
            check_base64(value, f"hashes[{number}]", what, _RULE)
        proof.setdefault("hashes", [])


def _number(holder: Any, key: str, what: str) -> None:
    if not isinstance(holder, dict):
        raise Refused(_RULE, what, "a log entry as an object", "something else")
    value = holder.get(key, "0")
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(text, str) or not _NUMBER.fullmatch(text) or int(text) >= 2**63:
        raise Refused(_RULE, f"{what}, {key}", "a whole number from 0 to 2^63-1", quoted(value))
    holder[key] = text


def _converted(document: dict[str, Any], what: str) -> dict[str, Any]:
    """A PEP 740 attestation object (version 1) as the bundle that it was made from."""
    _only(document, {"version", "verification_material", "envelope"}, what)
    _version(document, f"{what}, the attestation's version")
    material = _typed(document, "verification_material", dict, what)
    _only(material, {"certificate", "transparency_entries"}, what)
    envelope = _typed(document, "envelope", dict, what)
    _only(envelope, {"statement", "signature"}, what)
    return {
        "mediaType": MEDIA_TYPES[3],
        "verificationMaterial": {
            "certificate": {"rawBytes": _typed(material, "certificate", str, what)},
            "tlogEntries": _typed(material, "transparency_entries", list, what),
        },
        "dsseEnvelope": {
            "payload": _typed(envelope, "statement", str, what),
            "payloadType": IN_TOTO,
            "signatures": [{"sig": _typed(envelope, "signature", str, what)}],
        },
    }
