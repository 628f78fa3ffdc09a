"""What can be wrong with a bundle or with the root it is held against, each under a name.

Each must be refused whatever else is right. Those that only a policy or a statement tells (another workflow, another subject) are no flaws
of the instance: tests make them with other arguments.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from cryptography.x509.oid import ExtendedKeyUsageOID

from tests.release.sigstore import keys, trusted_root
from tests.release.sigstore.authority import Authority
from tests.release.sigstore.content import Content, Envelope, Message, pae
from tests.release.sigstore.ctlog import CTLog
from tests.release.sigstore.edits import EDITS, Edit
from tests.release.sigstore.plan import Plan, Stamp
from tests.release.sigstore.rekor import Log
from tests.release.sigstore.timestamps import TimestampAuthority

if TYPE_CHECKING:
    from tests.release.sigstore.instance import Sigstore

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
Change = Callable[["Sigstore", Plan], Plan]
Trust = Callable[[dict[str, Any], Plan], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing wrong."""

    says: str
    change: Change = lambda _, plan: plan
    """The plan with the other decision."""
    trust: Trust = lambda root, _: root
    """The root with the other decision."""


def _issued(**other: Any) -> Change:
    """Another decision on the certificate."""
    return lambda _, plan: replace(plan, issued=replace(plan.issued, **other))


def _named(**other: str | None) -> Change:
    """Another decision on whom the certificate names."""
    return lambda _, plan: replace(plan, identity=plan.identity.but(**other))


def _rogue(sigstore: Sigstore, plan: Plan) -> Plan:
    return replace(plan, authority=Authority(sigstore.now))


def _resigned(content: Content, key: keys.Key, artifact: bytes | None = None) -> Content:
    """The same content signed once more, with another key or over another artifact or payload."""
    if isinstance(content, Message):
        content = replace(content, artifact=content.artifact if artifact is None else artifact)
        return replace(content, signature=key.sign(content.artifact))
    payload = content.payload if artifact is None else content.payload.replace(b"{", b'{"x": 1, ', 1)
    return replace(content, payload=payload, signature=key.sign(pae(content.kind, payload)))


def _another_content(_: Sigstore, plan: Plan) -> Plan:
    return replace(plan, logged=_resigned(plan.content, plan.key, b"another artifact"))


def _another_signature(_: Sigstore, plan: Plan) -> Plan:
    if plan.key.kind != "p256":
        raise ValueError("only ECDSA signs twice differently")
    return replace(plan, logged=_resigned(plan.content, plan.key))


def _another_signer(sigstore: Sigstore, plan: Plan) -> Plan:
    other = replace(plan, key=keys.new("p256"), identity=plan.identity.but(san="mallory@example.org"))
    signer, _ = other._signer()
    return replace(plan, logged_by=signer)


def _another_key_signed(_: Sigstore, plan: Plan) -> Plan:
    return replace(plan, content=_resigned(plan.content, keys.new(plan.key.kind)))


def _another_artifact_signed(_: Sigstore, plan: Plan) -> Plan:
    signed = _resigned(plan.content, plan.key, b"another artifact")
    return replace(plan, content=replace(plan.content, signature=signed.signature))


def _payload_type(_: Sigstore, plan: Plan) -> Plan:
    if not isinstance(plan.content, Envelope):
        raise TypeError("only an envelope has a payload type")
    other = replace(plan.content, kind="application/json")
    return replace(plan, content=_resigned(other, plan.key))


def _scts_of_another(sigstore: Sigstore, plan: Plan) -> Plan:
    other = replace(plan, identity=plan.identity.but(san="mallory@example.org")).certificate()
    return replace(plan, issued=replace(plan.issued, scts_of=other))


def _scts_of_unknown(sigstore: Sigstore, plan: Plan) -> Plan:
    return _issued(logs=[CTLog()])(sigstore, plan)


def _later(by: timedelta) -> Change:
    """The log took the entry in at another time than its certificate was good for."""
    return lambda _, plan: replace(plan, integrated=plan.integrated + by, stamps=tuple(replace(one, at=one.at + by) for one in plan.stamps))


def _signed_later(_: Sigstore, plan: Plan) -> Plan:
    late = _later(3 * DAY)(_, plan)
    return replace(late, issued=replace(plan.issued, at=plan.issued.at + 3 * DAY))


def _log(make: Callable[[Sigstore, Log], Log]) -> Change:
    return lambda sigstore, plan: replace(plan, log=make(sigstore, plan.log or sigstore.v1))


def _unknown_log(_: Sigstore, log: Log) -> Log:
    return Log(log.version, log.host, keys.new(log.key.kind))


def _stamps(make: Callable[[Sigstore, Plan], tuple[Stamp, ...]]) -> Change:
    return lambda sigstore, plan: replace(plan, stamps=make(sigstore, plan))


def _unknown_stamp(sigstore: Sigstore, plan: Plan) -> tuple[Stamp, ...]:
    return (Stamp(TimestampAuthority(sigstore.now), plan.issued.at),)


def _edit(edit: Edit) -> Change:
    return lambda _, plan: replace(plan, edits=(*plan.edits, edit))


def _ended(part: str, number: int = 0) -> Trust:
    return lambda root, plan: trusted_root.ended(root, part, plan.issued.at - HOUR, _number(root, part, plan, number))


def _not_begun(part: str, number: int = 0) -> Trust:
    return lambda root, plan: trusted_root.begun(root, part, plan.issued.at + HOUR, _number(root, part, plan, number))


def _number(root: dict[str, Any], part: str, plan: Plan, number: int) -> int:
    """Which of a part is the plan's: of the logs, the one that it uses."""
    if part != "tlogs" or plan.log is None:
        return number
    return next(place for place, one in enumerate(root["tlogs"]) if one["logId"]["keyId"] == keys.encoded(plan.log.id))


def _old_intermediate(sigstore: Sigstore, plan: Plan) -> Plan:
    return replace(plan, authority=Authority(plan.issued.at, ended=True, root_key=sigstore.authority.root_key))


def _authority_of(plan_root: dict[str, Any], plan: Plan) -> dict[str, Any]:
    """The root trusts the plan's own authority."""
    authority = plan_root["certificateAuthorities"][0]
    chain = {"certificates": [{"rawBytes": keys.encoded(one)} for one in plan.authority.chain]}
    return {**plan_root, "certificateAuthorities": [{**authority, "certChain": chain}]}


FLAWS: dict[str, Flaw] = {
    "rogue-authority": Flaw("a certificate authority with the same names and other keys", _rogue),
    "authority-ended": Flaw("the authority's time was over when it issued", trust=_ended("certificateAuthorities")),
    "authority-not-begun": Flaw("the authority's time had not begun", trust=_not_begun("certificateAuthorities")),
    "intermediate-expired": Flaw("the intermediate's own dates were over", _old_intermediate, _authority_of),
    "log-key-ended": Flaw("the log's key was no longer to be used", trust=_ended("tlogs")),
    "log-key-not-begun": Flaw("the log's key was not yet to be used", trust=_not_begun("tlogs")),
    "ct-key-ended": Flaw("the CT log's key was no longer to be used", trust=_ended("ctlogs")),
    "ct-key-not-begun": Flaw("the CT log's key was not yet to be used", trust=_not_begun("ctlogs")),
    "certificate-of-two-days": Flaw("the certificate lives longer than a day", _issued(lifetime=2 * DAY)),
    "no-sct": Flaw("no CT log saw the certificate", _issued(logs=())),
    "sct-of-unknown-log": Flaw("only an unknown CT log saw the certificate", _scts_of_unknown),
    "sct-of-another-certificate": Flaw("the CT log saw another certificate", _scts_of_another),
    "usage-server": Flaw("the certificate is one for servers", _issued(usages=(ExtendedKeyUsageOID.SERVER_AUTH,))),
    "usage-missing": Flaw("the certificate does not say what it is for", _issued(usages=())),
    "usage-no-signature": Flaw("the certificate's key is not for signatures", _issued(signs=False)),
    "leaf-is-authority": Flaw("the signer's certificate could issue others", _issued(authority=True)),
    "identity-missing": Flaw("the certificate names nobody", _named(san="")),
    "issuer-missing": Flaw("the certificate does not say who vouched for its identity", _named(_1=None, _8=None)),
    "issuers-disagree": Flaw("the certificate's two issuers differ", _named(_1="https://accounts.google.com")),
    "no-entry": Flaw("no log has it", _edit(EDITS["no-entry"])),
    "entry-of-another-artifact": Flaw("the log has the signature of something else", _another_content),
    "entry-of-another-signature": Flaw("the log has another signature on the same", _another_signature),
    "entry-of-another-signer": Flaw("the log has it from somebody else", _another_signer),
    "entry-says-another-kind": Flaw("the entry is called another kind than it is", _edit(EDITS["another-kind"])),
    "unknown-log": Flaw("a log that nobody trusts, with the same name", _log(_unknown_log)),
    "no-proof": Flaw("the inclusion proof was taken out", _edit(EDITS["no-proof"])),
    "no-checkpoint": Flaw("the proof's checkpoint was taken out", _edit(EDITS["no-checkpoint"])),
    "checkpoint-of-unknown-log": Flaw("somebody else signed the checkpoint", _edit(EDITS["checkpoint-by-another"])),
    "checkpoint-of-another-tree": Flaw("the checkpoint is of another state of the log", _edit(EDITS["checkpoint-of-another"])),
    "proof-of-another-entry": Flaw("the proof leads from another entry", _edit(EDITS["proof-of-another"])),
    "no-promise": Flaw("no promise and no timestamp: no time is proven", _edit(EDITS["no-promise"])),
    "promise-by-another": Flaw("somebody else signed the promise", _edit(EDITS["promise-by-another"])),
    "promise-of-another-time": Flaw("the time is not the promised one", _edit(EDITS["another-time"])),
    "integrated-too-late": Flaw("taken in by the log after the certificate ended", _later(HOUR)),
    "integrated-too-early": Flaw("taken in by the log before the certificate was made", _later(-HOUR)),
    "signed-in-future": Flaw("signed three days from now", _signed_later),
    "no-timestamp": Flaw("a log of version 2 without a timestamp: no time is proven", _stamps(lambda _s, _p: ())),
    "timestamp-by-another": Flaw("an unknown authority with the same names made the timestamp", _stamps(_unknown_stamp)),
    "timestamp-of-another": Flaw("the timestamp is of another signature", _stamps(lambda s, p: (Stamp(s.tsa, p.issued.at, b"another"),))),
    "timestamp-too-late": Flaw("stamped after the certificate ended", _stamps(lambda s, p: (Stamp(s.tsa, p.issued.at + HOUR),))),
    "timestamp-too-early": Flaw("stamped before the certificate was made", _stamps(lambda s, p: (Stamp(s.tsa, p.issued.at - HOUR),))),
    "timestamp-authority-ended": Flaw("the timestamp authority's time was over", trust=_ended("timestampAuthorities")),
    "timestamp-authority-not-begun": Flaw("the timestamp authority's time had not begun", trust=_not_begun("timestampAuthorities")),
    "timestamp-twice": Flaw("the same timestamp counted twice", _edit(EDITS["timestamp-twice"])),
    "signed-by-another-key": Flaw("another key than the certificate's made the signature", _another_key_signed),
    "signature-of-another-artifact": Flaw("the signature is of something else", _another_artifact_signed),
    "digest-of-another-artifact": Flaw("the bundle gives another digest than the artifact's", _edit(EDITS["another-digest"])),
    "payload-type-not-intoto": Flaw("the signed envelope says that it holds something else", _payload_type),
    "both-contents": Flaw("a signature on the artifact and an envelope in one bundle", _edit(EDITS["both-contents"])),
    "two-signatures": Flaw("an envelope with two signatures", _edit(EDITS["two-signatures"])),
    "media-type-unknown": Flaw("a bundle of a version that is not yet known", _edit(EDITS["media-type"])),
    "certificate-garbage": Flaw("what stands in the certificate's place is none", _edit(EDITS["certificate-garbage"])),
}  # fmt: skip
V1_ONLY = frozenset({"no-promise", "promise-by-another", "promise-of-another-time"})
"""Flaws of what only logs of version 1 give."""
STAMPED_ONLY = frozenset(name for name in FLAWS if name.startswith(("timestamp-authority", "timestamp-twice")))
"""Flaws of bundles that have a timestamp."""
V2_ONLY = frozenset({"no-timestamp"})
MESSAGE_ONLY = frozenset({"digest-of-another-artifact"})
ENVELOPE_ONLY = frozenset({"payload-type-not-intoto", "two-signatures"})


def fitting(*, log: str, content: str) -> list[str]:
    """The flaws that make sense of a log's version and a kind of content (``message`` or ``envelope``)."""
    out = (V2_ONLY if log == "v1" else V1_ONLY) | (ENVELOPE_ONLY if content == "message" else MESSAGE_ONLY)
    return [name for name in FLAWS if name not in out and not (log == "v1" and name in STAMPED_ONLY)]
