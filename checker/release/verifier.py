"""One bundle held against one artifact: sigstore-python decides, on a root narrowed to the signature's time."""

from __future__ import annotations

import base64
import contextlib
import hashlib
import json
import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta, timezone
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509 import load_der_x509_certificate
from msgspec import Struct
from rfc3161_client import decode_timestamp_response
from sigstore import dsse
from sigstore._internal.rekor.checkpoint import SignedNote
from sigstore._internal.trust import KeyringPurpose
from sigstore.errors import Error
from sigstore.hashes import Hashed
from sigstore.models import Bundle, TransparencyLogEntry, VerificationMaterial
from sigstore.verify import Verifier as LibraryVerifier
from sigstore_models.bundle.v1 import Bundle as BundleModel
from sigstore_models.common.v1 import HashAlgorithm

from checker.release.bundle import IN_TOTO, SignedBundle
from checker.release.entries import check_body, key_kind, pae, read_key, signature_holds
from checker.release.identity import Identity, read_identity
from checker.release.reasons import refusal
from checker.release.refusal import Refused, quoted
from checker.release.statement import Digests, Statement, named, read_statement
from checker.release.trust import Moment, Root, Trust, check_names

_OF_THE_LIBRARY = {("hashedrekord", "0.0.1"), ("hashedrekord", "0.0.2"), ("dsse", "0.0.1")}
_PARTS = {
    "certificate_authorities": ("untrusted-certificate", "the CA of the certificate"),
    "tlogs": ("unproven-log-entry", "the key of the log"),
    "ctlogs": ("untrusted-certificate", "the key of the certificate log"),
    "timestamp_authorities": ("untrusted-time", "the timestamp authority"),
    "": ("untrusted-certificate", "the CA and the logs"),
}
"""Part of a trusted root (``""``: all of it), the rule that it breaks and what it is called."""
_SKEW = timedelta(minutes=5)
"""How far clocks may be apart."""
logging.getLogger("sigstore").addHandler(logging.NullHandler())  # what it has to say is said by our sentences


class ManagedKey(Struct, frozen=True):
    """A key that its owner keeps, with the days on which it may sign."""

    name: str
    pem: bytes
    start: date | None = None
    end: date | None = None
    """The last day."""


class Attestation(Struct, frozen=True):
    """What is authentic: everything in it was verified."""

    label: str
    signer: Identity | ManagedKey
    times: tuple[datetime, ...]
    """When it was signed, by each source of time."""
    log: str
    """Hex, the SHA-256 of the key of the log that has its entry."""
    statement: Statement | None = None
    """``None`` for a plain signature."""
    subject: str = ""
    """What the statement calls the artifact; a hint."""


class _Strict(LibraryVerifier):
    """The library's verifier, told to take every source of time or none, and the entries of npm and slsa-github-generator."""

    times: tuple[datetime, ...] = ()
    """Those of the last bundle."""

    def _establish_time(self, bundle: Any) -> list[Any]:
        material, entry = bundle.verification_material.timestamp_verification_data, bundle.log_entry._inner
        stamps = material.rfc3161_timestamps if material else []
        integrated = bool(entry.integrated_time and entry.inclusion_promise)
        kind = entry.kind_version
        other = integrated and (kind.kind, kind.version) not in _OF_THE_LIBRARY
        if other:  # the library reads the same promise for every kind, but only trusts itself with some
            bundle = _WithKind(bundle)
        results = super()._establish_time(bundle)
        if len(results) != len(stamps) + integrated:
            good = len(results) - integrated
            raise Refused("untrusted-time", "the signed timestamps", f"{len(stamps)} by a trusted authority, for this signature", f"{good}")
        self.times = tuple(result.time for result in results)
        return results

    def log(self, entry: Any) -> str:
        """Hex, of the key that verified the checkpoint. The entry's own log id is a hint: nobody signs it where there is no promise."""
        keyring = self._trusted_root.rekor_keyring(KeyringPurpose.VERIFY)._keyring
        claimed = entry.log_id.key_id
        if claimed in keyring:  # then the library has tried no other
            return str(claimed.hex())
        note = SignedNote.from_text(entry.inclusion_proof.checkpoint.envelope)
        signed = base64.b64decode(next(one.signature for one in note.signatures if one.sig_hash == claimed[:4]))
        for identity, key in keyring.items():
            with contextlib.suppress(InvalidSignature):
                key.verify(signed, note.note.encode())
                return str(identity.hex())
        raise Refused("unproven-log-entry", "the log's checkpoint", "one by a trusted log", "none that is")


class _Anybody:
    """Who signed is read from the certificate, and held against the policy by others."""

    def verify(self, cert: Any) -> None:
        """Nothing."""


class _WithKind:
    """A bundle whose promised time is looked at as if its entry were of a kind that the library knows."""

    def __init__(self, bundle: Any) -> None:
        self.verification_material, self.signature = bundle.verification_material, bundle.signature
        inner = bundle.log_entry._inner
        kind = inner.kind_version.model_copy(update={"kind": "dsse", "version": "0.0.1"})
        self.log_entry = TransparencyLogEntry(inner.model_copy(update={"kind_version": kind}))


class Verifier:
    """Holds bundles against artifacts under one root and one clock; offline, and no file of a user's cache is read."""

    def __init__(self, trust: Trust, now: datetime) -> None:
        self.trust = trust
        self.now = now
        self._verifiers: dict[int, _Strict] = {}

    def verify(self, bundle: SignedBundle, artifact: Digests, key: ManagedKey | None = None) -> Attestation:
        """What the bundle authenticates of the artifact; raises `Refused` where it does not."""
        with _sentences(bundle.label):
            if bundle.key_hint:
                return self._by_key(bundle, artifact, key)
            if key is not None:
                raise Refused("wrong-signer", "the signer", f"the managed key {quoted(key.name)}", "a certificate")
            read = Bundle.from_json(json.dumps(bundle.document))
            moment = _moment(read, read.signing_certificate, self.now)
            try:
                return self._by_certificate(bundle, read, artifact, self._verifier(self.trust.at(moment)))
            except Exception as error:
                self._say_what_had_ended(bundle, read, artifact, moment, error)
                raise

    def _verifier(self, root: Root) -> _Strict:
        if id(root) not in self._verifiers:
            self._verifiers[id(root)] = _Strict(trusted_root=root)
        return self._verifiers[id(root)]

    def _by_certificate(self, bundle: SignedBundle, read: Bundle, artifact: Digests, verifier: _Strict) -> Attestation:
        certificate = read.signing_certificate
        key = certificate.public_key()
        if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, ec.SECP256R1):
            raise Refused("untrusted-certificate", "the signing certificate's key", "ECDSA on P-256", key_kind(key))
        entry = read.log_entry._inner
        kind = (entry.kind_version.kind, entry.kind_version.version)
        statement, subject = None, ""
        if read._inner.dsse_envelope is None:
            verifier.verify_artifact(Hashed(digest=bytes.fromhex(artifact.sha256), algorithm=HashAlgorithm.SHA2_256), read, _Anybody())
        else:
            payload_type, payload = self._envelope(verifier, read, kind)
            statement = _statement(payload_type, payload, bundle.label)
            subject = named(statement, artifact, bundle.label).name
        return Attestation(bundle.label, read_identity(certificate), verifier.times, verifier.log(entry), statement, subject)

    def _envelope(self, verifier: _Strict, read: Bundle, kind: tuple[str, str]) -> tuple[str, bytes]:
        if kind in _OF_THE_LIBRARY:
            return verifier.verify_dsse(read, _Anybody())
        envelope: Any = read._dsse_envelope
        verifier._verify_common_signing_cert(read, _Anybody())
        certificate: Any = read.signing_certificate
        payload = dsse._verify(certificate.public_key(), envelope)
        body = read.log_entry._inner.canonicalized_body
        check_body(body, kind, certificate, envelope.signature, "", (envelope._inner.payload_type, payload))
        return envelope._inner.payload_type, payload

    def _by_key(self, bundle: SignedBundle, artifact: Digests, key: ManagedKey | None) -> Attestation:
        """A signature without a certificate: log, time and body as ever, the key from the policy instead of a CA."""
        if key is None:
            raise Refused("wrong-signer", "the signer", "a certificate", "a managed key that nobody named")
        read = _KeyBundle(bundle)
        moment = _moment(read, None, self.now)
        root = self.trust.at(moment)
        verifier = self._verifier(root)
        times = verifier._establish_time(read)
        if not times:
            raise Refused("untrusted-time", "the time of the signature", "a promise of the log or a signed timestamp", "neither")
        read.log_entry._verify(root.rekor_keyring(KeyringPurpose.VERIFY))
        _within(key, verifier.times)
        public, envelope = read_key(key.pem, key.name), read.envelope
        message = pae(*envelope) if envelope else None
        sha256 = hashlib.sha256(message).hexdigest() if message else artifact.sha256
        if not signature_holds(public, read.signature, message, bytes.fromhex(sha256)):
            raise Refused("bad-signature", "the signature", f"one by the key {quoted(key.name)} over this file", "one that does not match")
        if read.digest is not None and read.digest.hex() != artifact.sha256:
            raise Refused("bad-signature", "the digest in the bundle", artifact.sha256, read.digest.hex())
        entry = read.log_entry._inner
        kind = (entry.kind_version.kind, entry.kind_version.version)
        check_body(entry.canonicalized_body, kind, public, read.signature, artifact.sha256, envelope)
        statement = _statement(*envelope, bundle.label) if envelope else None
        subject = named(statement, artifact, bundle.label).name if statement else ""
        return Attestation(bundle.label, key, verifier.times, verifier.log(entry), statement, subject)

    def _say_what_had_ended(self, bundle: SignedBundle, read: Bundle, artifact: Digests, moment: Moment, error: Exception) -> None:
        """Where the root would have done with one part whole, or with all of them, the reason is that this was not in force then."""
        for part, (rule, name) in _PARTS.items():
            try:
                self._by_certificate(bundle, read, artifact, _Strict(trusted_root=self.trust.at(moment, whole=part)))
            except Exception:  # noqa: BLE001, S112 - then that was not the reason
                continue
            told = moment.certified if part == "ctlogs" and moment.certified else moment.signed[0]
            found = f"one that was not (on {told.isoformat()})"
            raise Refused(rule, f"{name} in {quoted(bundle.label)}", "one that was in force then", found) from error


class _KeyBundle:
    """As much of the library's `Bundle` as it needs, of a bundle without a certificate."""

    def __init__(self, bundle: SignedBundle) -> None:
        model = BundleModel.from_json(json.dumps(bundle.document))
        entries = model.verification_material.tlog_entries
        if len(entries) != 1:
            raise Refused("unproven-log-entry", "the log entries", "exactly one", str(len(entries)))
        self.log_entry = TransparencyLogEntry(entries[0])
        self.verification_material = VerificationMaterial(model.verification_material)
        envelope, message = model.dsse_envelope, model.message_signature
        self.envelope = (envelope.payload_type, envelope.payload) if envelope else None
        self.digest = message.message_digest.digest if message and message.message_digest else None
        self.signature: bytes = dsse.Envelope(envelope).signature if envelope else message.signature  # type: ignore[union-attr]  # one of the two


@contextmanager
def _sentences(label: str) -> Iterator[None]:
    """Whatever the libraries raise becomes one sentence."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # cryptography warns of odd names in certificates, which is no matter of the user's
            yield
    except Refused:
        raise
    except Error as error:
        raise refusal(error, label) from error
    except RecursionError as error:
        raise Refused("unreadable-bundle", f"the bundle {quoted(label)}", "a bundle of the known form", "too deep nesting") from error
    except Exception as error:
        raise refusal(error, label) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # what a library in Rust raises where it should have returned an error
            raise
        raise Refused("unreadable-bundle", f"the bundle {quoted(label)}", "a bundle of the known form", "one that is not") from error


def _moment(read: Any, certificate: Any, now: datetime) -> Moment:
    """When the bundle says that it was signed: still to be proven, by keys that were in force then."""
    entry, material = read.log_entry._inner, read.verification_material._inner.timestamp_verification_data
    stamps = []
    for one in material.rfc3161_timestamps if material else ():
        response = decode_timestamp_response(one.signed_timestamp)
        _check_certificates(response)
        stamps.append(response.tst_info.gen_time)
    if entry.integrated_time and entry.inclusion_promise:
        stamps.append(_utc(entry.integrated_time))
    if entry.inclusion_promise and not entry.integrated_time:
        raise Refused("untrusted-time", "the log's promise", "one with its time", "one without")
    if not stamps:
        raise Refused("untrusted-time", "the time of the signature", "a promise of the log or a signed timestamp", "neither")
    if max(stamps) > now + _SKEW:
        raise Refused("untrusted-time", "the time of the signature", f"not after now ({now.isoformat()})", max(stamps).isoformat())
    if max(stamps) - min(stamps) > timedelta(hours=1):
        found = f"{min(stamps).isoformat()} and {max(stamps).isoformat()}"
        raise Refused("untrusted-time", "the sources of time", "times within an hour of each other", found)
    return Moment(tuple(stamps), certificate.not_valid_before_utc if certificate is not None else None)


def _check_certificates(response: Any) -> None:
    """Those that a timestamp carries are not used, but the library would read them, and end the run over what is none."""
    try:
        check_names(load_der_x509_certificate(der) for der in response.signed_data.certificates)
    except ValueError as error:
        raise Refused("untrusted-time", "the certificates in the signed timestamp", "X.509 certificates", "something else") from error


def _utc(seconds: int) -> datetime:
    if seconds > 253_402_300_799:
        raise Refused("untrusted-time", "the time of the log entry", "a time before the year 10000", f"{seconds} seconds")
    return datetime.fromtimestamp(seconds, tz=timezone.utc)


def _within(key: ManagedKey, times: tuple[datetime, ...]) -> None:
    """The key's days, both included, hold every time."""
    for time in times:
        day = time.astimezone(timezone.utc).date()
        if (key.start and day < key.start) or (key.end and day > key.end):
            wanted = f"{key.start or 'any day'} to {key.end or 'any day'}"
            raise Refused("wrong-signer", f"the day on which the key {quoted(key.name)} signed", wanted, day.isoformat())


def _statement(payload_type: str, payload: bytes, label: str) -> Statement:
    if payload_type != IN_TOTO:
        raise Refused("wrong-subject", f"the payload type in {quoted(label)}", quoted(IN_TOTO), quoted(payload_type))
    return read_statement(payload, label)
