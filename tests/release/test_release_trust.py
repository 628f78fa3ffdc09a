"""Whom a release gate must not trust: ended, rogue and odd authorities, logs and certificates, and roots that are not the pinned one."""

from __future__ import annotations

import contextlib
import hashlib
import json

import pytest
from sigstore.errors import VerificationError

from checker.release.bundle import read_bundles
from checker.release.reasons import refusal
from checker.release.refusal import Refused
from checker.release.statement import Digests
from checker.release.trust import read_root
from checker.release.verifier import Verifier
from tests.release.gate import ARTIFACT, PUBLISHER, SDIST, Gate
from tests.release.sigstore import FLAWS, Signed, Sigstore, fitting, person, slsa_1, subject

KINDS = [(log, content) for log in ("v1", "v2") for content in ("message", "envelope")]


def made(sigstore: Sigstore, flaw: str, log: str = "", content: str = "") -> Signed:
    """The artifact with a flaw, of the first kind that the flaw makes sense of unless one is given."""
    first = next((kind for kind in KINDS if flaw in fitting(log=kind[0], content=kind[1])), ("v2", "envelope"))
    log, content = log or first[0], content or first[1]
    if content == "message":
        return sigstore.sign(ARTIFACT, name=SDIST, log=log, flaw=flaw)
    return sigstore.attest(ARTIFACT, slsa_1([subject(SDIST, ARTIFACT)]), name=SDIST, log=log, flaw=flaw)


@pytest.mark.parametrize("flaw", FLAWS)
def test_flawed(gate: Gate, flaw: str) -> None:
    """Every flaw of a bundle or its root is refused, and the sentence says what is wrong."""
    gate.release(made(gate.sigstore, flaw))
    gate.policy()
    gate.refuses(gate.verify())


@pytest.mark.parametrize("root", ["hXKRtOxV/Cy7hRqfSCTuSXq5BwvMbGPkeyUsage6JFA=", "leaf" * 16])
def test_values_are_no_words(root: str) -> None:
    """What the hash in a message of the library happens to spell tells nothing of what is wrong."""
    proof = f"hashes=['{root}'] log_index=3 root_hash='{root}' tree_size=7"
    error = VerificationError(f"inclusion proof contains invalid root hash: expected {proof}, calculated {root}")
    assert refusal(error, "demo.sigstore.json").rule == "unproven-log-entry"


@pytest.mark.parametrize(("log", "content"), KINDS)
def test_flawed_in_every_kind(sigstore: Sigstore, log: str, content: str) -> None:
    """Every flaw is refused in each kind of log and content that it makes sense of."""
    for flaw in fitting(log=log, content=content):
        signed = made(sigstore, flaw, log, content)
        trust = read_root(json.dumps(signed.root).encode(), "root.json")
        accepted = [flaw]
        with contextlib.suppress(Refused):
            (bundle,) = read_bundles(json.dumps(signed.bundle).encode(), "bundle")
            Verifier(trust, signed.now).verify(bundle, Digests(hashlib.sha256(ARTIFACT).hexdigest()))
            accepted.append("is accepted")
        assert accepted == [flaw]


@pytest.mark.integration
@pytest.mark.parametrize("flaw", [flaw for flaw in FLAWS if flaw != "identity-missing"])
def test_flawed_without_a_policy(gate: Gate, flaw: str) -> None:
    """Every flaw is refused by ``--identity`` and ``--issuer`` alone, too."""
    printed = gate.without_policy(made(gate.sigstore, flaw))
    assert printed.endswith("[1]\n"), printed


@pytest.mark.parametrize(("log", "content"), KINDS)
def test_good_release(gate: Gate, log: str, content: str) -> None:
    """The same without a flaw is accepted: what the other tests refuse, they refuse for the flaw."""
    signed = gate.sigstore.sign(ARTIFACT, log=log) if content == "message" else gate.attested(log=log)
    gate.release(signed)
    gate.policy()
    gate.accepts(gate.verify())
    gate.accepts(gate.without_policy(signed))


def test_root_missing(gate: Gate) -> None:
    """A policy whose root file is not there verifies nothing."""
    gate.release(gate.attested())
    gate.policy()
    (gate.folder / "trusted_root.json").unlink()
    gate.refuses(gate.verify(), 2)


def test_root_empty(gate: Gate) -> None:
    """An empty root file verifies nothing."""
    gate.release(gate.attested())
    gate.policy(trust_root={"file": "trusted_root.json", "sha256": hashlib.sha256(b"").hexdigest()})
    (gate.folder / "trusted_root.json").write_bytes(b"")
    gate.refuses(gate.verify(), 2)


def test_root_is_not_the_pinned_one(gate: Gate) -> None:
    """Another root than the pinned one is refused, also where it would do."""
    gate.release(gate.attested())
    gate.policy()
    (gate.folder / "trusted_root.json").write_text(json.dumps(gate.root) + "\n", encoding="utf-8")
    gate.refuses(gate.verify(), 2)


def test_root_without_a_pin(gate: Gate) -> None:
    """A policy that does not pin its root file is refused."""
    gate.release(gate.attested())
    gate.policy(trust_root={"file": "trusted_root.json"})
    gate.refuses(gate.verify(), 2)


@pytest.mark.parametrize(("as_of", "days"), [("2025-01-01", 90), ("2025-07-01", 90)])
def test_root_stale(gate: Gate, as_of: str, days: int) -> None:
    """A root that is older than the policy lets it be is refused, and so is one of a day that has not come."""
    gate.release(gate.attested())
    gate.policy()
    digest = hashlib.sha256((gate.folder / "trusted_root.json").read_bytes()).hexdigest()
    gate.policy(trust_root={"file": "trusted_root.json", "sha256": digest, "as-of": as_of, "max-age-days": days})
    gate.refuses(gate.verify())


def test_root_without_what_is_empty(gate: Gate) -> None:
    """A root whose writer left out empty names and lists, as protobuf's JSON does, is read as if they were there."""
    gate.release(gate.attested())
    authority, log = gate.root["certificateAuthorities"][0], gate.root["tlogs"][0]
    del authority["subject"]["commonName"], log["baseUrl"], gate.root["timestampAuthorities"]
    gate.policy()
    gate.accepts(gate.verify())


def test_root_of_known_age(gate: Gate) -> None:
    """A root that is not too old is taken."""
    gate.release(gate.attested())
    gate.policy()
    digest = hashlib.sha256((gate.folder / "trusted_root.json").read_bytes()).hexdigest()
    gate.policy(trust_root={"file": "trusted_root.json", "sha256": digest, "as-of": "2025-06-01", "max-age-days": 90})
    gate.accepts(gate.verify())


def test_public_good_root_knows_nothing_of_a_private_one(gate: Gate) -> None:
    """Held against the root that comes with logproof a private instance's release is refused."""
    gate.release(gate.attested())
    gate.policy(trust_root=None)
    gate.refuses(gate.verify())


def test_rogue_instance_with_the_same_names(gate: Gate) -> None:
    """A whole instance with the same names and other keys counts for nothing."""
    gate.release(Sigstore().sign(ARTIFACT, name=SDIST))
    gate.root = gate.sigstore.root
    gate.policy()
    gate.refuses(gate.verify())


def test_issuer_alone_is_not_asked_for_by_the_old_extension(gate: Gate) -> None:
    """A certificate with only the deprecated issuer extension is judged by it."""
    identity = person().but(_8=None)
    gate.release(gate.sigstore.sign(ARTIFACT, identity=identity))
    gate.policy(signers={"publisher": {"issuer": identity.issuer, "identity": identity.san}})
    gate.accepts(gate.verify())
    gate.policy(signers={"publisher": PUBLISHER})
    gate.refuses(gate.verify())
