"""Signers that are not the wanted one: no issuer, loose patterns, look-alikes, forks, pull requests, own runners, new repositories."""

from __future__ import annotations

from typing import Any

import pytest

from tests.release.gate import ARTIFACT, IDENTITY, PUBLISHER, SDIST, Gate
from tests.release.sigstore import GITHUB, GOOGLE, Identity, person, workflow

SHARED = "https://github.com/acme/builders/.github/workflows/build.yml@refs/tags/v1"
SOURCE = {
    "repository": "https://github.com/acme/demo", "repository-id": "4711", "owner-id": "42", "ref": "refs/tags/v*",
    "trigger": ["push"], "runner": "github-hosted",
}  # fmt: skip


def refuse(gate: Gate, who: Identity, **claims: Any) -> None:
    """A release by this signer is refused under the usual policy with more claims."""
    gate.release(gate.sigstore.sign(ARTIFACT, name=SDIST, identity=who))
    gate.policy(signers={"publisher": {**PUBLISHER, **claims}})
    gate.refuses(gate.verify())


def refuse_policy(gate: Gate, **signer: Any) -> None:
    """A policy with this signer is none."""
    gate.release(gate.sigstore.sign(ARTIFACT, name=SDIST))
    gate.policy(signers={"publisher": signer})
    gate.refuses(gate.verify(), 2)


def test_issuer_missing_in_the_policy(gate: Gate) -> None:
    """A policy without an issuer is refused: anybody could vouch for the identity."""
    refuse_policy(gate, identity=IDENTITY)


@pytest.mark.parametrize("issuer", ["*", "https://*", ""])
def test_issuer_is_a_pattern(gate: Gate, issuer: str) -> None:
    """An issuer is exact: a policy with a pattern for it is refused."""
    refuse_policy(gate, identity=IDENTITY, issuer=issuer)


@pytest.mark.parametrize(
    "identity",
    ["*", "**", "*@example.org*", "*/demo/*", "https://*", "https://github.com/*", "https://github.com/*/demo/.github/workflows/release.yml@refs/tags/v1",
     ".*", "^https://github.com/acme/.*$", "https://github.com/acme/(demo|other)"],
)  # fmt: skip
def test_identity_patterns_that_are_not_anchored(gate: Gate, identity: str) -> None:
    """A policy whose identity could be anybody's, or that is written as a regular expression, is refused."""
    refuse_policy(gate, identity=identity, issuer=GITHUB)


@pytest.mark.parametrize(
    "san",
    [
        "https://github.com/acme/demo/.github/workflows/release.yml@refs/tags/v1/x",
        "https://github.com/acme/demo/.github/workflows/release.yml@refs/tags/v1@refs/tags/v2",
        "https://github.com/acme/demo/.github/workflows/release.yml@refs/tags/",
        "https://github.com/acme/demo/.github/workflows/release.yml@refs/tags/v1.2.0\n",
        "https://github.com/acme/demo/.github/workflows/release.yml@refs/tags/x/v1",
        "https://github.com/acme/demo/.github/workflows/RELEASE.yml@refs/tags/v1",
        "https://github.com.evil.example/acme/demo/.github/workflows/release.yml@refs/tags/v1",
        "x https://github.com/acme/demo/.github/workflows/release.yml@refs/tags/v1",
    ],
)
def test_patterns_are_anchored_and_cross_nothing(gate: Gate, san: str) -> None:
    """A ``*`` does not cross ``/`` or ``@``, and what stands around it must be there to the letter."""
    refuse(gate, workflow().but(san=san))


def test_another_issuer(gate: Gate) -> None:
    """The right identity by another issuer is somebody else."""
    refuse(gate, workflow().but(_1=GOOGLE, _8=GOOGLE))


def test_issuers_that_disagree(gate: Gate) -> None:
    """A certificate whose old and new issuer differ is refused, whichever is wanted."""
    refuse(gate, workflow().but(_1=GOOGLE))


@pytest.mark.parametrize(
    ("old", "new"), [("_2", "workflow_dispatch"), ("_3", "ab" * 20), ("_5", "mallory/demo"), ("_6", "refs/heads/main")]
)
def test_extensions_that_disagree(gate: Gate, old: str, new: str) -> None:
    """A certificate whose deprecated extension says something else than the current one is refused."""
    refuse(gate, workflow().but(**{old: new}))


def test_another_workflow_of_the_repository(gate: Gate) -> None:
    """The right repository with another workflow is refused."""
    refuse(gate, workflow(file=".github/workflows/test.yml"), **SOURCE)


def test_pull_request(gate: Gate) -> None:
    """The right workflow on a pull request's ref is refused."""
    refuse(gate, workflow(ref="refs/pull/7/merge", trigger="pull_request"), **SOURCE)


def test_branch_instead_of_a_tag(gate: Gate) -> None:
    """The right workflow on a branch is refused."""
    refuse(gate, workflow(ref="refs/heads/main"), **SOURCE)


def test_trigger(gate: Gate) -> None:
    """The right workflow started by hand is refused where a push is wanted."""
    refuse(gate, workflow(trigger="workflow_dispatch"), **SOURCE)


def test_fork_that_calls_the_reusable_workflow(gate: Gate) -> None:
    """A fork that calls the trusted reusable workflow has the right signer and another repository: it is refused."""
    refuse(gate, workflow("mallory/demo", called=SHARED, repository_id="666", owner_id="13"), **{**SOURCE, "identity": SHARED})


def test_reusable_workflow_for_the_right_repository(gate: Gate) -> None:
    """The trusted reusable workflow called by the right repository holds."""
    gate.release(gate.sigstore.sign(ARTIFACT, name=SDIST, identity=workflow(called=SHARED)))
    gate.policy(signers={"publisher": {**PUBLISHER, **SOURCE, "identity": SHARED}})
    gate.accepts(gate.verify())


def test_repository_that_was_made_anew(gate: Gate) -> None:
    """A repository of the same name with another number is another one."""
    refuse(gate, workflow(repository_id="9999"), **SOURCE)


def test_owner_that_was_made_anew(gate: Gate) -> None:
    """An owner of the same name with another number is another one."""
    refuse(gate, workflow(owner_id="9999"), **SOURCE)


def test_self_hosted_runner(gate: Gate) -> None:
    """A self-hosted runner is refused where a hosted one is wanted."""
    refuse(gate, workflow(runner="self-hosted"), **SOURCE)


def test_claim_that_the_certificate_does_not_make(gate: Gate) -> None:
    """A person's certificate says nothing of a repository: where one is wanted it is refused."""
    refuse(gate, person(issuer=GITHUB).but(san=workflow().san), repository="https://github.com/acme/demo")


def test_person_instead_of_workflow(gate: Gate) -> None:
    """A person is not the workflow."""
    refuse(gate, person())


def test_without_a_policy_the_identity_is_exact(gate: Gate) -> None:
    """``--identity`` is compared to the letter."""
    gate.refuses(gate.without_policy(gate.sigstore.sign(ARTIFACT, name=SDIST), identity=workflow().san + "x"))


@pytest.mark.parametrize(
    "arguments", [["--issuer", GITHUB], ["--identity", "releaser@example.org"], ["--identity", "*", "--issuer", GITHUB]], ids="".join
)
def test_without_a_policy_both_are_needed(gate: Gate, arguments: list[str]) -> None:
    """``--identity`` without ``--issuer``, the other way around, or with a pattern, is a mistake of use."""
    gate.sigstore.sign(ARTIFACT, name=SDIST).write(gate.dist)
    gate.refuses(gate.verify(f"dist/{SDIST}", *arguments, "--trust-root", "trusted_root.json", policy=False), 2)
