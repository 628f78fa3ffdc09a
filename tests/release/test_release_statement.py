"""Statements that must not count: not in-toto, on other files, contradicting themselves or the certificate, of another type."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

from tests.release.gate import ARTIFACT, PUBLISHER, SDIST, WHEEL, Gate
from tests.release.sigstore import publish, slsa_02, slsa_1, statement, subject, vsa, workflow

SHA256 = hashlib.sha256(ARTIFACT).hexdigest()
SLSA_1, SLSA_02 = "https://slsa.dev/provenance/v1", "https://slsa.dev/provenance/v0.2"
ATTESTED = [{"files": "*.tar.gz", "attestations": [{"type": SLSA_1}]}]


def refuse(gate: Gate, said: Any, **policy: Any) -> None:
    """A release with this statement is refused."""
    gate.release(gate.attested(statement=said))
    gate.policy(**policy)
    gate.refuses(gate.verify())


def test_payload_type_is_not_in_toto(gate: Gate) -> None:
    """An envelope that holds something else than a statement says nothing of the file."""
    gate.release(gate.attested(flaw="payload-type-not-intoto"))
    gate.policy()
    gate.refuses(gate.verify())


def test_no_subject_with_the_digest(gate: Gate) -> None:
    """A statement on another file is refused, though it gives it this one's name."""
    refuse(gate, slsa_1([subject(SDIST, b"another")]))


@pytest.mark.parametrize("digest", ["sha256", "sha512"])
def test_digests_of_a_subject_contradict_each_other(gate: Gate, digest: str) -> None:
    """A subject that is this file by one digest and another by the other is refused."""
    name, digests = subject(SDIST, ARTIFACT, "sha256", "sha512")
    refuse(gate, slsa_1([(name, {**digests, digest: hashlib.new(digest, b"another").hexdigest()})]))


def test_one_name_with_two_digests(gate: Gate) -> None:
    """A statement that calls two files by one name is refused."""
    refuse(gate, slsa_1([subject(SDIST, ARTIFACT), subject(SDIST, b"another")]))


def test_subjects_beyond_the_files_at_hand(gate: Gate) -> None:
    """A statement that also speaks of a file that is not there tells that the release is not whole."""
    refuse(gate, slsa_1([subject(SDIST, ARTIFACT), subject(WHEEL, b"the wheel")]))


@pytest.mark.parametrize(
    "digests", [{}, {"sha256": ""}, {"sha256": SHA256[:32]}, {"sha256": SHA256.upper()}, {"md5": "0" * 32}, {"sha256": 7}]
)
def test_odd_digests(gate: Gate, digests: dict[str, Any]) -> None:
    """Digests that are missing, short, in upper case, weak, or no text do not say which file is meant."""
    refuse(gate, statement([(SDIST, digests)], SLSA_1, {}))


@pytest.mark.parametrize("field", ["_type", "subject", "predicateType"])
def test_fields_missing(gate: Gate, field: str) -> None:
    """A statement without one of its fields is refused."""
    said = slsa_1([subject(SDIST, ARTIFACT)])
    del said[field]
    refuse(gate, said)


def test_statement_of_unknown_version(gate: Gate) -> None:
    """A statement of a version that is not yet known is refused."""
    refuse(gate, {**slsa_1([subject(SDIST, ARTIFACT)]), "_type": "https://in-toto.io/Statement/v2"})


def test_wrong_predicate_type(gate: Gate) -> None:
    """A statement of another type than the policy wants is not enough."""
    refuse(gate, publish([subject(SDIST, ARTIFACT)]), artifacts=ATTESTED)


def test_slsa_02_is_not_slsa_1(gate: Gate) -> None:
    """Provenance 0.2 where 1 is wanted is not enough."""
    refuse(gate, slsa_02([subject(SDIST, ARTIFACT)], builder=workflow().san), artifacts=ATTESTED)


def test_slsa_02_read_with_the_names_of_1(gate: Gate) -> None:
    """Provenance that calls itself 0.2 and has the fields of 1 is refused, whatever those say."""
    said = slsa_1([subject(SDIST, ARTIFACT)])
    refuse(gate, {**said, "predicateType": SLSA_02}, artifacts=[{"files": "*.tar.gz", "attestations": [{"type": SLSA_02}]}])


@pytest.mark.parametrize(
    "other",
    [
        {"repository": "mallory/demo"},
        {"ref": "refs/heads/main"},
        {"ref": "refs/tags/V1.2.0"},
        {"commit": "ab" * 20},
        {"builder": "https://evil.example/builder"},
        {"builder": "https://github.com/mallory/demo/.github/workflows/release.yml@refs/tags/v1.2.0"},
        {"builder": "https://github.com/actions/runner/self-hosted"},
        {"path": ".github/workflows/other.yml"},
    ],
    ids=lambda other: "-".join(f"{name}-{value.rpartition('/')[2]}" for name, value in other.items()),
)
def test_predicate_contradicts_the_certificate(gate: Gate, other: dict[str, str]) -> None:
    """Repository, ref, commit, builder and workflow that are not the certificate's are refused, without a policy on them."""
    refuse(gate, slsa_1([subject(SDIST, ARTIFACT)], **other))


@pytest.mark.parametrize(
    "other", [{"repository": "mallory/demo"}, {"ref": "refs/heads/main"}, {"commit": "ab" * 20}], ids=lambda other: next(iter(other))
)
def test_predicate_02_contradicts_the_certificate(gate: Gate, other: dict[str, str]) -> None:
    """The same for provenance 0.2."""
    refuse(gate, slsa_02([subject(SDIST, ARTIFACT)], **other, builder=workflow().san))


def test_builder_that_a_delegator_names(gate: Gate) -> None:
    """The delegators of slsa-github-generator sign for builders of other names, which is no contradiction."""
    generator = "https://github.com/slsa-framework/slsa-github-generator/.github/workflows"
    signer = f"{generator}/delegator_generic_slsa3.yml@refs/tags/v2.0.0"
    said = slsa_1([subject(SDIST, ARTIFACT)], builder=f"{generator}/builder_gradle_slsa3.yml@refs/tags/v2.0.0")
    gate.release(gate.attested(statement=said, identity=workflow(called=signer)))
    gate.policy(signers={"publisher": {**PUBLISHER, "identity": signer, "repository": "https://github.com/acme/demo"}})
    gate.accepts(gate.verify())


def test_workflow_inputs(gate: Gate) -> None:
    """Workflow inputs that the policy does not allow, or not with that value, are refused."""
    wanted = [{"files": "*.tar.gz", "attestations": [{"type": SLSA_1, "inputs": {"target": ["pypi"]}}]}]
    refuse(gate, slsa_1([subject(SDIST, ARTIFACT)], inputs={"target": "testpypi", "debug": "true"}), artifacts=wanted)


def test_workflow_inputs_that_are_allowed(gate: Gate) -> None:
    """An input with an allowed value holds."""
    gate.release(gate.attested(inputs={"target": "pypi"}))
    gate.policy(artifacts=[{"files": "*.tar.gz", "attestations": [{"type": SLSA_1, "inputs": {"target": ["pypi"]}}]}])
    gate.accepts(gate.verify())


def test_wanted_of_provenance(gate: Gate) -> None:
    """Builder, source, ref, commit, entry point and build type that the policy does not want are refused, each with its own sentence."""
    wanted = {
        "type": SLSA_1, "builder": "https://example.org/builder", "source": "https://github.com/acme/other", "ref": "refs/tags/w*",
        "commit": "ab" * 20, "entry-point": ".github/workflows/other.yml", "build-type": "https://example.org/build",
    }  # fmt: skip
    refuse(gate, slsa_1([subject(SDIST, ARTIFACT)]), artifacts=[{"files": "*.tar.gz", "attestations": [wanted]}])


def test_summary_of_a_verification_that_failed(gate: Gate) -> None:
    """A verification summary whose result is not PASSED is refused."""
    refuse(gate, vsa([subject(SDIST, ARTIFACT)], result="FAILED"))


def test_required_fields(gate: Gate) -> None:
    """A field of a predicate that the policy requires must be there and equal."""
    wanted = {"type": "https://slsa.dev/verification_summary/v1", "fields": {"verifier.id": "https://example.org/other", "no.such": "x"}}
    refuse(gate, vsa([subject(SDIST, ARTIFACT)]), artifacts=[{"files": "*.tar.gz", "attestations": [wanted]}])


@pytest.mark.parametrize(
    "kind", [("v1", "dsse", "0.0.1"), ("v1", "intoto", "0.0.1"), ("v1", "intoto", "0.0.2"), ("v2", "dsse", "0.0.2")], ids="-".join
)
@pytest.mark.parametrize("version", ["0.2", "1"])
def test_good_statements(gate: Gate, kind: tuple[str, str, str], version: str) -> None:
    """Provenance of both versions, logged in each way that is in use, holds."""
    said = slsa_02([subject(SDIST, ARTIFACT)], builder=workflow().san) if version == "0.2" else slsa_1([subject(SDIST, ARTIFACT)])
    gate.release(gate.attested(statement=said, log=kind[0], kind=kind[1], kind_version=kind[2]))
    gate.policy(artifacts=[{"files": "*.tar.gz", "attestations": [{"type": said["predicateType"]}]}])
    gate.accepts(gate.verify())


def test_sha512_alone(gate: Gate) -> None:
    """A subject with SHA-512 alone, as npm writes it, is the file."""
    gate.release(gate.attested(statement=slsa_1([subject(SDIST, ARTIFACT, "sha512")])))
    gate.policy()
    gate.accepts(gate.verify())
