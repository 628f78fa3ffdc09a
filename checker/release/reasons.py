"""What sigstore-python says, in our words: which rule is broken, what was wanted, what was found.

Its verdict is never changed here; a message that is not known keeps its own words. The hashes and signatures that it quotes are left
out before its words are read: one in some thousands of them has "SCT" in its base64.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from checker.release.refusal import Refused, quoted


class _Reason(NamedTuple):
    """Our words for a message of the library."""

    pattern: str
    rule: str
    claim: str
    wanted: str
    found: str


_CERTIFICATE, _ENTRY, _TIME, _SIGNATURE = "untrusted-certificate", "unproven-log-entry", "untrusted-time", "bad-signature"
_SCT = "the certificate's entry in a certificate log"
_KNOWN = (
    _Reason(r"Signature is invalid for input", _SIGNATURE, "the signature", "one over this file", "one over other bytes"),
    _Reason(r"Bundle message digest mismatch", _SIGNATURE, "the digest in the bundle", "this file's", "another file's"),
    _Reason(r"DSSE: invalid signature", _SIGNATURE, "the envelope's signature", "one by the certificate's key", "one that does not match"),
    _Reason(r"DSSE: exactly 1|envelope must contain", _SIGNATURE, "the envelope's signatures", "exactly one", "another number"),
    _Reason(r"envelope signature must be", _SIGNATURE, "the envelope's signature", "one", "none"),
    _Reason(
        r"certificate chain: .*(expired|not valid at)",
        _CERTIFICATE, "the signing certificate", "one valid when it signed", "one that was not",
    ),
    _Reason(r"failed to build timestamp certificate", _CERTIFICATE, "the signing certificate", "one by a trusted CA", "one that is not"),
    _Reason(r"does not contain a signed certificate timestamp", _CERTIFICATE, _SCT, "one", "none"),
    _Reason(r"certificate timestamp, found|SCT", _CERTIFICATE, _SCT, "one by a trusted log for this certificate", "none that is"),
    _Reason(
        r"[Kk]ey usage|KeyUsage|Extended usage|digital signature usage|keyUsage|leaf",
        _CERTIFICATE, "the certificate's purpose", "signing code", "another",
    ),
    _Reason(r"expired at time of signing", _CERTIFICATE, "the signing certificate", "one valid when it signed", "one that was not"),
    _Reason(
        r"invalid X\.509|X\.509 version|asn1|ParseError|InvalidVersion|certificate chain",
        _CERTIFICATE, "the signing certificate", "an X.509 certificate of Sigstore's profile", "something else",
    ),
    _Reason(
        r"not enough sources of verified time|inclusion promise or signed timestamp",
        _TIME, "the time of the signature", "a promise of the log or a trusted timestamp", "neither",
    ),
    _Reason(
        r"Timestamp Authorities|signed timestamp|duplicate timestamp|Timestamp Response",
        _TIME, "the signed timestamps", "distinct ones by a trusted authority", "others",
    ),
    _Reason(r"SET: ", _ENTRY, "the log's promise", "one by a trusted log for this entry", "one that is not"),
    _Reason(r"must contain an inclusion promise", _ENTRY, "the log's promise", "one", "none"),
    _Reason(
        r"inclusionProof\s+Field required|must contain inclusion proof",
        _ENTRY, "the log's proof", "one that leads to this entry", "none, and a promise alone does not show that the entry is in the log",
    ),
    _Reason(
        r"[Ii]nclusion[ _]?[Pp]roof|checkpoint|LogCheckpoint|malformed Note|note must",
        _ENTRY, "the log's proof", "one that a trusted log signed and that leads to this entry", "none that does",
    ),
    _Reason(r"exactly one log entry", _ENTRY, "the log entries", "exactly one", "another number"),
    _Reason(
        r"inconsistent with other materials|log entry payload hash|log entry signatures|Expected entry type|Unsupported|DSSE log entry",
        _ENTRY, "the log entry", "the entry of this signature", "another one",
    ),
)  # fmt: skip


_VALUE = re.compile(r"[A-Za-z0-9+/=_-]{40,}")
"""A hash or a signature in hex or base64; the longest word of the messages has 24 letters."""


def refusal(error: Exception, label: str) -> Refused:
    """The library's message as ours."""
    text = " ".join(str(argument) for argument in error.args) if error.args else str(error)
    words = _VALUE.sub("", text)
    for reason in _KNOWN:
        if re.search(reason.pattern, words):
            return Refused(reason.rule, f"{reason.claim} in {quoted(label)}", reason.wanted, reason.found)
    told = _first(error) if hasattr(error, "errors") else f"{type(error).__name__}: {text}".split("\n", 1)[0]
    return Refused("unreadable-bundle", f"the bundle {quoted(label)}", "a bundle of the known form", quoted(told))


def _first(error: Exception) -> str:
    """Pydantic's first complaint."""
    first = error.errors()[0]  # type: ignore[attr-defined]  # asked for above
    return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
