"""Thresholds: two signatures by one signer are one, two entries of one log are one, and a key has its days."""

from __future__ import annotations

import copy
from typing import Any

from tests.release.gate import ARTIFACT, PUBLISHER, SDIST, Gate
from tests.release.sigstore import Identity, Signed, person, workflow
from tests.release.sigstore.edits import EDITS
from tests.release.sigstore.keys import encoded, new

KEY = {"key": "release.pub"}
TWO = [{"files": "*.tar.gz", "distinct-signers": 2}]
LOGS = [{"files": "*.tar.gz", "distinct-logs": 2}]


def twice(gate: Gate, first: Signed, second: Signed) -> None:
    """An artifact with two bundles."""
    gate.release(first)
    second.write(gate.dist, ".sigstore")


def by(gate: Gate, identity: Identity, **how: Any) -> Signed:
    """The artifact, signed."""
    return gate.sigstore.sign(ARTIFACT, name=SDIST, identity=identity, **how)


def test_two_signatures_by_one_signer(gate: Gate) -> None:
    """Two signatures by one workflow, also at two tags, are by one signer."""
    twice(gate, by(gate, workflow()), by(gate, workflow(ref="refs/tags/v1.2.1")))
    gate.policy(artifacts=TWO)
    gate.refuses(gate.verify())


def test_one_key_under_two_names(gate: Gate) -> None:
    """A key that the policy names twice is one signer."""
    key = new("p256")
    twice(gate, by(gate, workflow(), managed=True, key=key), by(gate, workflow(), managed=True, key=key, log="v2"))
    (gate.folder / "other.pub").write_text(key.pem.replace("\n", "\r\n"), encoding="utf-8")
    gate.policy(signers={"one": KEY, "other": {"key": "other.pub"}}, artifacts=TWO)
    gate.refuses(gate.verify())


def test_one_key_written_in_two_ways(gate: Gate) -> None:
    """A key whose file has other line breaks is the same key."""
    key = new("p256")
    twice(gate, by(gate, workflow(), managed=True, key=key), by(gate, workflow(), managed=True, key=key, log="v2"))
    first, *middle, last = key.pem.splitlines()
    text = "".join(middle)
    wrapped = [text[start : start + 40] for start in range(0, len(text), 40)]
    (gate.folder / "other.pub").write_text("\n".join((first, *wrapped, last, "")), encoding="utf-8")
    gate.policy(signers={"one": KEY, "other": {"key": "other.pub"}}, artifacts=TWO)
    gate.refuses(gate.verify())


def test_who_attests_does_not_sign(gate: Gate) -> None:
    """Who may make one kind of statement has not signed the artifact for those who must, and counts for no threshold of theirs."""
    releaser = {"issuer": person().issuer, "identity": person().san}
    gate.release(gate.attested(identity=person()))
    attested = {"type": "https://slsa.dev/provenance/v1", "signers": ["scanner"]}
    kind = {"files": "*.tar.gz", "signers": ["publisher"], "attestations": [attested]}
    signers = {"publisher": PUBLISHER, "scanner": releaser}
    gate.policy(signers=signers, artifacts=[kind])
    gate.refuses(gate.verify())
    by(gate, workflow()).write(gate.dist, ".sigstore")
    gate.accepts(gate.verify())
    gate.policy(
        signers={"publisher": PUBLISHER, "scanner": releaser}, artifacts=[{**kind, "distinct-signers": 2, "signers": ["publisher"]}]
    )
    assert "distinct signers: wanted at least 2, found 1" in gate.verify()


def test_kinds_that_overlap(gate: Gate) -> None:
    """A file that two patterns name is what both want, whichever stands first."""
    signers = {"publisher": PUBLISHER, "releaser": {"issuer": person().issuer, "identity": person().san}}
    both = [{"files": "*", "signers": ["releaser"]}, {"files": "*.tar.gz", "signers": ["publisher"]}]
    gate.release(by(gate, person()))
    for kinds in (both[::-1], both):
        gate.policy(signers=signers, artifacts=kinds)
        gate.refuses(gate.verify())


def test_two_signers(gate: Gate) -> None:
    """A workflow and a person are two."""
    twice(gate, by(gate, workflow()), by(gate, person()))
    gate.policy(signers={"publisher": PUBLISHER, "releaser": {"issuer": person().issuer, "identity": person().san}}, artifacts=TWO)
    gate.accepts(gate.verify())


def test_two_entries_of_one_log(gate: Gate) -> None:
    """Two entries of one log are in one log."""
    twice(gate, by(gate, workflow()), by(gate, workflow()))
    gate.policy(artifacts=LOGS)
    gate.refuses(gate.verify())


def test_one_log_that_calls_itself_two(gate: Gate) -> None:
    """The log's id in a bundle is signed by nobody where there is no promise: an entry under another id is of the same log."""
    second = by(gate, workflow(), stamped=True)
    bundle = EDITS["no-promise"](copy.deepcopy(second.bundle), _entry_like())
    entry = bundle["verificationMaterial"]["tlogEntries"][0]
    del entry["integratedTime"]
    _renamed(entry)
    twice(gate, by(gate, workflow()), Signed(second.artifact, second.name, bundle, second.root, second.identity, second.now))
    gate.policy(artifacts=LOGS)
    gate.refuses(gate.verify())


def _entry_like() -> Any:
    """What an edit wants to see: it looks at nothing of it."""
    return object()


def _renamed(entry: dict[str, Any]) -> None:
    """Another id for the log, in the entry and in its checkpoint."""
    import base64

    other = bytes(range(32))
    entry["logId"]["keyId"] = encoded(other)
    note, _, line = entry["inclusionProof"]["checkpoint"]["envelope"].rpartition("\n\n")
    mark, name, signature = line.rstrip("\n").split(" ")
    signed = base64.b64decode(signature)
    entry["inclusionProof"]["checkpoint"]["envelope"] = f"{note}\n\n{mark} {name} {encoded(other[:4] + signed[4:])}\n"


def test_two_logs(gate: Gate) -> None:
    """A log of version 1 and one of version 2 are two."""
    twice(gate, by(gate, workflow()), by(gate, workflow(), log="v2"))
    gate.policy(artifacts=LOGS)
    gate.accepts(gate.verify())


def test_managed_key(gate: Gate) -> None:
    """A managed key within its days signs."""
    gate.release(by(gate, workflow(), managed=True))
    gate.policy(signers={"backup": {**KEY, "from": "2025-06-12", "until": "2025-06-12"}})
    gate.accepts(gate.verify())


def test_managed_key_before_its_days(gate: Gate) -> None:
    """A managed key does not sign before its first day."""
    gate.release(by(gate, workflow(), managed=True))
    gate.policy(signers={"backup": {**KEY, "from": "2025-06-13"}})
    gate.refuses(gate.verify())


def test_managed_key_after_its_days(gate: Gate) -> None:
    """A managed key does not sign after its last day."""
    gate.release(by(gate, workflow(), managed=True))
    gate.policy(signers={"backup": {**KEY, "until": "2025-06-11"}})
    gate.refuses(gate.verify())


def test_another_managed_key(gate: Gate) -> None:
    """Another key than the policy's is refused, also under its hint."""
    gate.release(by(gate, workflow(), managed=True))
    (gate.folder / "release.pub").write_text(new("p256").pem, encoding="utf-8")
    gate.policy(signers={"backup": KEY})
    gate.refuses(gate.verify())


def test_key_where_a_certificate_was_wanted(gate: Gate) -> None:
    """A managed key does not stand in for an identity."""
    gate.release(by(gate, workflow(), managed=True))
    gate.policy()
    gate.refuses(gate.verify())


def test_certificate_where_a_key_was_wanted(gate: Gate) -> None:
    """A certificate does not stand in for a managed key."""
    gate.release(by(gate, workflow()))
    (gate.folder / "release.pub").write_text(new("p256").pem, encoding="utf-8")
    gate.policy(signers={"backup": KEY})
    gate.refuses(gate.verify())


def test_kinds_of_keys(gate: Gate) -> None:
    """RSA keys sign artifacts, and Ed25519 and P-384 keys statements."""
    for signed in (
        by(gate, workflow(), managed=True, key="rsa2048"),
        gate.attested(managed=True, key="ed25519"),
        gate.attested(managed=True, key="p384"),
    ):
        gate.release(signed)
        gate.policy(signers={"backup": KEY})
        gate.accepts(gate.verify())


def test_certificates_of_other_kinds_of_keys(gate: Gate) -> None:
    """Certificates for other keys than P-256 are refused by name: nothing that signs with Sigstore makes them."""
    gate.release(by(gate, workflow(), key="p384"))
    gate.policy()
    gate.refuses(gate.verify())


def test_signed_sums_do_not_lend_their_signer(gate: Gate) -> None:
    """A sums file signed by somebody who may sign sums alone does not vouch for an artifact that another must sign."""
    gate.release(by(gate, person()))
    (gate.dist / f"{SDIST}.sigstore.json").unlink()
    from tests.release.gate import sums

    text = sums(gate.dist, [SDIST])
    gate.sigstore.sign(text.encode(), name="SHA256SUMS", identity=person()).write(gate.dist)
    signers = {"publisher": PUBLISHER, "releaser": {"issuer": person().issuer, "identity": person().san}}
    kinds = [{"files": "*.tar.gz", "signers": ["publisher"]}, {"files": "SHA256SUMS", "signers": ["releaser"]}]
    gate.policy(signers=signers, artifacts=kinds, sums={"file": "SHA256SUMS"})
    gate.refuses(gate.verify())
