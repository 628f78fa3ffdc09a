"""Who of the policy's signers made an attestation, and which claim the nearest of them lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from checker.release.entries import read_key
from checker.release.identity import Identity
from checker.release.refusal import Refused, listed, quoted
from checker.release.verifier import Attestation
from checker.release.wanted import Signer, matches


def by(attestation: Attestation, signer: Signer) -> bool:
    """Whether all of the signer's claims hold."""
    return next(_lacking(attestation, signer), None) is None


def _lacking(attestation: Attestation, signer: Signer) -> Iterator[Refused]:
    made_by = attestation.signer
    if not isinstance(made_by, Identity):
        if made_by.name != signer.name:
            yield Refused("wrong-signer", "the signer", _called(signer), f"the managed key {quoted(made_by.name)}")
        return
    if signer.key:
        yield Refused("wrong-signer", "the signer", _called(signer), told(attestation))
        return
    for claim, patterns in signer.claims:
        found = made_by.name if claim == "identity" else made_by.claims.get(claim)
        if found is None or not any(matches(pattern, found) for pattern in patterns):
            name = "the signer's identity" if claim == "identity" else f"the signer's {claim}"
            yield Refused("wrong-signer", name, listed(patterns), "none" if found is None else quoted(found))


def _called(signer: Signer) -> str:
    return f"the managed key {quoted(signer.name)}" if signer.key else f"a certificate of {quoted(signer.name)}"


def nearest(attestation: Attestation, signers: Iterable[Signer]) -> list[Refused]:
    """The claims that the signer with the fewest missing ones lacks."""
    return min((list(_lacking(attestation, signer)) for signer in signers), key=len, default=[])


def told(attestation: Attestation) -> str:
    """An authentic signer in words."""
    made_by = attestation.signer
    if isinstance(made_by, Identity):
        return f"{quoted(made_by.name)} (issuer {quoted(made_by.issuer)})"
    return f"the managed key {quoted(made_by.name)}"


def distinct(attestation: Attestation) -> tuple[str, ...]:
    """What tells signers apart: two workflows or people, or two keys, whatever the policy calls them and however it writes them."""
    made_by = attestation.signer
    if isinstance(made_by, Identity):
        return (made_by.name.partition("@refs/")[0], made_by.issuer)
    key = read_key(made_by.pem, made_by.name)
    return ("key", key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo).hex())
