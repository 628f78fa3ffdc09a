"""What sigstore-python does not check itself: bodies of log entries of other kinds, and signatures of managed keys.

The library takes ``hashedrekord`` and ``dsse`` 0.0.1, and ``hashedrekord`` 0.0.2, of certificates. npm, slsa-github-generator and the
GitHub CLI also leave ``intoto`` 0.0.1 and 0.0.2 and ``dsse`` 0.0.2 entries, and managed keys sign without a certificate. The forms are
those of https://github.com/sigstore/rekor, pkg/types, and of rekor-tiles' ``Entry``. A body counts only once the log's proof for it was
verified.
"""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key
from cryptography.x509 import load_der_x509_certificate, load_pem_x509_certificate

from checker.release.refusal import Refused, quoted
from checker.release.strict_json import loads

_RULE = "unproven-log-entry"
_SHA2 = {hashes.SHA256: "SHA2_256", hashes.SHA384: "SHA2_384", hashes.SHA512: "SHA2_512"}


def signature_holds(key: Any, signature: bytes, message: bytes | None, sha256: bytes) -> bool:
    """Whether a managed key made it; without ``message`` only its SHA-256 is at hand. Raises `Refused` for other kinds of keys."""
    digest: Any = Prehashed(hashes.SHA256())
    try:
        if isinstance(key, ec.EllipticCurvePublicKey) and isinstance(key.curve, ec.SECP256R1):
            key.verify(signature, sha256, ec.ECDSA(digest))
        elif isinstance(key, ec.EllipticCurvePublicKey) and message is not None:
            key.verify(signature, message, ec.ECDSA(hashes.SHA384() if isinstance(key.curve, ec.SECP384R1) else hashes.SHA512()))
        elif isinstance(key, rsa.RSAPublicKey) and key.key_size >= 2048:
            key.verify(signature, sha256, padding.PKCS1v15(), digest)
        elif isinstance(key, ed25519.Ed25519PublicKey) and message is not None:
            key.verify(signature, message)
        else:
            wanted = "a P-256 or RSA key (at least 2048 bits), or for an envelope also P-384, P-521 or Ed25519"
            raise Refused("wrong-signer", "the kind of the managed key", wanted, key_kind(key))
    except InvalidSignature:
        return False
    return True


def key_kind(key: Any) -> str:
    """What a public key is called."""
    if isinstance(key, ec.EllipticCurvePublicKey):
        return f"ECDSA on {key.curve.name}"
    return f"RSA ({key.key_size} bits)" if isinstance(key, rsa.RSAPublicKey) else type(key).__name__.removesuffix("PublicKey")


def read_key(pem: bytes, label: str) -> Any:
    """A public key in PEM; raises `Refused`."""
    try:
        return load_pem_public_key(pem)
    except Exception as error:
        raise Refused("wrong-signer", f"the key {quoted(label)}", "a public key in PEM", "something else") from error


def check_body(body: bytes, kind: tuple[str, str], signer: Any, signature: bytes, sha256: str, envelope: tuple[str, bytes] | None) -> None:
    """Hold an entry's body against what was signed: the signer, the signature, and the digest of the artifact or the payload.

    ``kind``: the entry's kind and version, as the bundle has them. ``signer``: a certificate or a public key of cryptography. ``envelope``:
    payload type and payload of a DSSE envelope; without it ``sha256`` is the artifact's. Raises `Refused`.
    """
    document = loads(body, "the log entry's body", _RULE)
    try:
        if (document["kind"], document["apiVersion"]) != kind:
            raise Refused(_RULE, "the log entry's kind", quoted(" ".join(kind)), quoted(f"{document['kind']} {document['apiVersion']}"))
        reader = _READERS[kind, envelope is not None]
        signers, signatures, digest = reader(document["spec"])
    except KeyError as error:
        if (kind, envelope is not None) not in _READERS:
            what = "an envelope" if envelope else "a plain signature"
            raise Refused(_RULE, "the log entry's kind", f"one that logs {what}", quoted(" ".join(kind))) from error
        raise Refused(_RULE, "the log entry's body", f"a body of {' '.join(kind)}", f"no {error}") from error
    except (TypeError, ValueError, AttributeError, IndexError) as error:
        raise Refused(_RULE, "the log entry's body", f"a body of {' '.join(kind)}", "something else") from error
    if [_der(one) for one in signers] != [_der(signer)]:
        raise Refused(_RULE, "the log entry's signer", "the one that signed here", "another one")
    if signatures is not None and signatures != [signature]:
        raise Refused(_RULE, "the log entry's signature", "the one in the bundle", "another one")
    wanted = _expected(kind, signer, sha256, envelope)
    if digest != wanted:
        raise Refused(_RULE, "the log entry's digest", wanted[1].hex(), digest[1].hex())


def _expected(kind: tuple[str, str], signer: Any, sha256: str, envelope: tuple[str, bytes] | None) -> tuple[str, bytes]:
    if envelope is None:
        return ("sha256", bytes.fromhex(sha256))
    if kind == ("hashedrekord", "0.0.2"):
        encoded = pae(*envelope)
        size = {"secp384r1": "sha384", "secp521r1": "sha512"}.get(getattr(getattr(signer, "curve", None), "name", ""), "sha256")
        return (size, hashlib.new(size, encoded).digest())
    return ("sha256", hashlib.sha256(envelope[1]).digest())


def pae(payload_type: str, payload: bytes) -> bytes:
    """DSSE's pre-authentication encoding (https://github.com/secure-systems-lab/dsse, protocol.md)."""
    kind = payload_type.encode()
    return b"DSSEv1 %d %s %d %s" % (len(kind), kind, len(payload), payload)


def _der(signer: Any) -> bytes:
    """A certificate's or a key's one encoding."""
    if hasattr(signer, "public_key"):
        certificate: bytes = signer.public_bytes(Encoding.DER)
        return certificate
    key: bytes = signer.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return key


def _pem(text: str) -> Any:
    """The certificate or key of a base64 of PEM."""
    pem = base64.b64decode(text, validate=True)
    return load_pem_x509_certificate(pem) if b"BEGIN CERTIFICATE" in pem else load_pem_public_key(pem)


def _verifier(given: dict[str, Any]) -> Any:
    from cryptography.hazmat.primitives.serialization import load_der_public_key

    if "x509Certificate" in given:
        return load_der_x509_certificate(base64.b64decode(given["x509Certificate"]["rawBytes"], validate=True))
    return load_der_public_key(base64.b64decode(given["publicKey"]["rawBytes"], validate=True))


def _hash(given: dict[str, str]) -> tuple[str, bytes]:
    return given["algorithm"].lower(), bytes.fromhex(given["value"])


def _hash_v2(given: dict[str, str]) -> tuple[str, bytes]:
    names = {"SHA2_256": "sha256", "SHA2_384": "sha384", "SHA2_512": "sha512"}
    return names[given["algorithm"]], base64.b64decode(given["digest"], validate=True)


Body = tuple[list[Any], "list[bytes] | None", tuple[str, bytes]]
"""Signers, signatures (``None`` where the kind logs none), and the digest with its algorithm."""


def _hashedrekord_1(spec: dict[str, Any]) -> Body:
    signature = spec["signature"]
    return [_pem(signature["publicKey"]["content"])], [_bytes(signature["content"])], _hash(spec["data"]["hash"])


def _hashedrekord_2(spec: dict[str, Any]) -> Body:
    inner = spec["hashedRekordV002"]
    signature = inner["signature"]
    return [_verifier(signature["verifier"])], [_bytes(signature["content"])], _hash_v2(inner["data"])


def _dsse_1(spec: dict[str, Any]) -> Body:
    return (
        [_pem(one["verifier"]) for one in spec["signatures"]],
        [_bytes(one["signature"]) for one in spec["signatures"]],
        _hash(spec["payloadHash"]),
    )


def _dsse_2(spec: dict[str, Any]) -> Body:
    inner = spec["dsseV002"]
    return (
        [_verifier(one["verifier"]) for one in inner["signatures"]],
        [_bytes(one["content"]) for one in inner["signatures"]],
        _hash_v2(inner["payloadHash"]),
    )


def _intoto_1(spec: dict[str, Any]) -> Body:
    """It logs no signature; the payload's hash and the signer tie it to the envelope, whose signature was verified."""
    return [_pem(spec["publicKey"])], None, _hash(spec["content"]["payloadHash"])


def _intoto_2(spec: dict[str, Any]) -> Body:
    """Its signatures are base64 of base64 (rekor encodes what was encoded already)."""
    content = spec["content"]
    given = content["envelope"]["signatures"]
    return (
        [_pem(one["publicKey"]) for one in given],
        [_bytes(_bytes(one["sig"]).decode("ascii")) for one in given],
        _hash(content["payloadHash"]),
    )


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)


_READERS = {
    (("hashedrekord", "0.0.1"), False): _hashedrekord_1,
    (("hashedrekord", "0.0.2"), False): _hashedrekord_2,
    (("hashedrekord", "0.0.2"), True): _hashedrekord_2,
    (("dsse", "0.0.1"), True): _dsse_1,
    (("dsse", "0.0.2"), True): _dsse_2,
    (("intoto", "0.0.1"), True): _intoto_1,
    (("intoto", "0.0.2"), True): _intoto_2,
}
"""By kind and whether an envelope was logged."""
