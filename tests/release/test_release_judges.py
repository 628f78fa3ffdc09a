"""The private Sigstore is a real one: others' verifiers take its good bundles and refuse its bad ones."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from tests.release.judges import sigstore_command, sigstore_js
from tests.release.sigstore import FLAWS, Signed, Sigstore, fitting, merkle, person, slsa_1, subject

ARTIFACT = b"an artifact of the release\n"
NAME = "demo-1.2.0.tar.gz"
STATEMENT = slsa_1([subject(NAME, ARTIFACT)])
ENTRIES = [("v1", "dsse", "0.0.1"), ("v1", "intoto", "0.0.2"), ("v2", "dsse", "0.0.2")]
"""Kinds of entry for envelopes that sigstore-js reads."""
JAVASCRIPT_TAKES = {
    "certificate-of-two-days": "it does not ask how long a certificate lives",
    "usage-server": "it does not read the extended key usage",
    "usage-missing": "it does not read the extended key usage",
    "usage-no-signature": "it does not read the key usage",
    "leaf-is-authority": "it does not ask what the leaf says of itself",
    "issuers-disagree": "it reads the newer issuer alone",
    "entry-of-another-signer": "it does not compare the signer of the entry",
    "signed-in-future": "it has no clock",
    "payload-type-not-intoto": "that is for its caller to check",
    "both-contents": "of the two it reads the one that stands first in the specification",
    "media-type-unknown": "it takes any number of a version",
    "log-key-ended": "it holds a log's key against the promise's time alone, and version 2 gives none",
    "log-key-not-begun": "it holds a log's key against the promise's time alone, and version 2 gives none",
}
"""Flaws that sigstore-js lets pass, and why; ours must not (`tests.release.test_release_flaws`)."""
V1_KEYS = frozenset({"log-key-ended", "log-key-not-begun"})
"""Of these, what it does refuse where the log gives a time."""
KINDS = [(log, content) for log in ("v1", "v2") for content in ("message", "envelope")]


@pytest.fixture(scope="module")
def sigstore() -> Sigstore:
    """One instance for all."""
    return Sigstore()


def good(sigstore: Sigstore) -> list[Signed]:
    """Bundles without a flaw, of each kind that the judge knows."""
    bundles = [
        sigstore.sign(ARTIFACT, log=log, version=version, key=key)
        for log in ("v1", "v2")
        for version in ("0.1", "0.2", "0.3")
        for key in ("p256", "p384", "rsa2048")
        if (log, version) != ("v2", "0.1")
    ]
    bundles += [sigstore.attest(ARTIFACT, STATEMENT, log=log, kind=kind, kind_version=number) for log, kind, number in ENTRIES]
    bundles += [sigstore.sign(ARTIFACT, log=log, managed=True, key=key) for log in ("v1", "v2") for key in ("p256", "rsa2048")]
    return [*bundles, sigstore.sign(ARTIFACT, identity=person()), sigstore.sign(ARTIFACT, stamped=True)]


@pytest.mark.integration
def test_javascript_takes_what_is_good(sigstore: Sigstore) -> None:
    """sigstore-js accepts bundles of each version, log, kind of entry and key, with their identity."""
    verdicts = sigstore_js(good(sigstore))
    assert [verdict.why for verdict in verdicts if not verdict.accepted] == []


def flawed(sigstore: Sigstore, log: str, content: str) -> dict[str, Signed]:
    """Each flaw that makes sense of the kind, in a bundle that is good otherwise."""
    kind = "dsse" if log == "v2" else ""
    made = {}
    for name in fitting(log=log, content=content):
        if content == "message":
            made[name] = sigstore.sign(ARTIFACT, log=log, flaw=name)
        else:
            made[name] = sigstore.attest(ARTIFACT, STATEMENT, log=log, flaw=name, **({"kind": kind} if kind else {}))
    return made


@pytest.mark.integration
@pytest.mark.parametrize(("log", "content"), KINDS)
def test_javascript_refuses_what_is_flawed(sigstore: Sigstore, log: str, content: str) -> None:
    """sigstore-js refuses every flaw but those that it is known not to look for."""
    made = flawed(sigstore, log, content)
    verdicts = dict(zip(made, sigstore_js(made.values()), strict=True))
    known = set(JAVASCRIPT_TAKES) - (V1_KEYS if log == "v1" else set()) - ({"both-contents"} if content == "envelope" else set())
    assert {name for name, verdict in verdicts.items() if verdict.accepted} == known & set(made)


@pytest.mark.integration
def test_javascript_compares_identities(sigstore: Sigstore) -> None:
    """Held against somebody else's identity a good bundle is refused: the judge is awake."""
    signed = sigstore.sign(ARTIFACT, identity=person())
    (verdict,) = sigstore_js([replace(signed, identity=person("mallory@example.org"))])
    assert "UNTRUSTED_SIGNER" in verdict.why


@pytest.mark.integration
@pytest.mark.parametrize("log", ["v1", "v2"])
def test_the_command_takes_what_is_good(sigstore: Sigstore, log: str, tmp_path: Path) -> None:
    """The real `sigstore` command verifies artifact and statement by the files and the root alone."""
    for number, signed in enumerate((sigstore.sign(ARTIFACT, log=log, version="0.2"), sigstore.attest(ARTIFACT, STATEMENT, log=log))):
        verdict = sigstore_command(signed, tmp_path / str(number))
        assert verdict.accepted, verdict.why


@pytest.mark.integration
@pytest.mark.parametrize("flaw", ["rogue-authority", "sct-of-unknown-log", "checkpoint-of-unknown-log", "signed-by-another-key"])
def test_the_command_refuses_what_is_flawed(sigstore: Sigstore, flaw: str, tmp_path: Path) -> None:
    """The real `sigstore` command refuses one flaw of each part."""
    assert not sigstore_command(sigstore.sign(ARTIFACT, flaw=flaw), tmp_path).accepted


def test_every_flaw_says_what_is_wrong() -> None:
    """There are at least forty flaws, each with words of its own."""
    assert len({flaw.says for flaw in FLAWS.values()}) == len(FLAWS) >= 40
    assert set(JAVASCRIPT_TAKES) <= set(FLAWS)


def test_instances_are_independent() -> None:
    """Two instances share no key, and a log's entries are proven to a root that others' entries are part of."""
    first, second = Sigstore(), Sigstore()
    assert not {one["logId"]["keyId"] for one in first.root["tlogs"]} & {one["logId"]["keyId"] for one in second.root["tlogs"]}
    bundle = first.sign(ARTIFACT).bundle
    assert bundle["verificationMaterial"]["tlogEntries"][0]["inclusionProof"]["hashes"]


@pytest.mark.parametrize("count", range(1, 18))
def test_proofs_lead_to_the_root(count: int) -> None:
    """Each leaf's proof, followed as RFC 6962 has it, gives the tree's root."""
    leaves = [merkle.leaf(bytes([number])) for number in range(count)]
    for index in range(count):
        assert followed(leaves[index], index, count, merkle.proof(leaves, index)) == merkle.root(leaves)


def followed(node: bytes, index: int, size: int, proof: list[bytes]) -> bytes:
    """RFC 9162, 2.1.3.2."""
    first, last = index, size - 1
    for other in proof:
        if first & 1 or first == last:
            node = hashlib.sha256(b"\x01" + other + node).digest()
            while not first & 1 and first:
                first, last = first >> 1, last >> 1
        else:
            node = hashlib.sha256(b"\x01" + node + other).digest()
        first, last = first >> 1, last >> 1
    assert last == 0
    return node
