"""An older release again: below the version, before the day, or not behind the commit that the policy names."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from checker import tree
from tests.release.gate import SDIST, Gate
from tests.release.sigstore import person, workflow

FORMAT = "tree {tree}\n{parents}author a <a@b.c> {when} +0000\ncommitter a <a@b.c> {when} +0000\n\n{text}\n"


def git(folder: Path, *arguments: str, given: str = "") -> str:
    """What git prints."""
    done = subprocess.run(["git", *arguments], cwd=folder, input=given, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def commit(folder: Path, text: str, *parents: str) -> str:
    """A commit of an empty tree, the same for the same text and parents."""
    empty = git(folder, "hash-object", "-w", "-t", "tree", "--stdin")
    body = FORMAT.format(tree=empty, parents="".join(f"parent {one}\n" for one in parents), when=1_700_000_000, text=text)
    return git(folder, "hash-object", "-w", "-t", "commit", "--stdin", given=body)


@pytest.fixture
def clone(gate: Gate) -> Path:
    """A repository in the project's folder."""
    git(gate.folder, "init", "--quiet")
    return gate.folder


def verified(gate: Gate, signed: str, minimum: str, *arguments: str) -> str:
    """What is printed of a release of one commit under a policy that names another."""
    gate.release(gate.attested(commit=signed, identity=workflow(commit=signed)))
    gate.policy(minimum_commit=minimum)
    return gate.verify("dist", *arguments)


def test_the_commit_itself_and_later_ones(gate: Gate, clone: Path) -> None:
    """The policy's commit and each that comes after it are accepted, through merges as well."""
    first = commit(clone, "first")
    second, side = commit(clone, "second", first), commit(clone, "side", first)
    for signed in (first, second, commit(clone, "merge", second, side)):
        gate.accepts(verified(gate, signed, first))


def test_an_older_commit(gate: Gate, clone: Path) -> None:
    """A commit before the policy's is a rollback, whatever version it claims."""
    first = commit(clone, "first")
    gate.refuses(verified(gate, first, commit(clone, "second", first)))


def test_a_commit_beside(gate: Gate, clone: Path) -> None:
    """A commit of another branch does not come after the policy's."""
    first = commit(clone, "first")
    gate.refuses(verified(gate, commit(clone, "side", first), commit(clone, "second", first)))


def test_a_commit_that_the_clone_does_not_know(gate: Gate, clone: Path) -> None:
    """What cannot be looked up is no later commit, on either side."""
    first = commit(clone, "first")
    gate.refuses(verified(gate, "a" * 40, first))
    assert "does not know the policy's commit" in verified(gate, first, "b" * 40)


def test_no_clone_at_hand(gate: Gate) -> None:
    """Without a clone nothing is later than the policy's commit."""
    gate.refuses(verified(gate, "a" * 40, "b" * 40))


def test_another_folder_is_the_clone(gate: Gate, tmp_path_factory: pytest.TempPathFactory) -> None:
    """``--checkout`` says where the clone is."""
    clone = tmp_path_factory.mktemp("clone")
    git(clone, "init", "--quiet")
    first = commit(clone, "first")
    gate.accepts(verified(gate, commit(clone, "second", first), first, "--checkout", str(clone)))
    assert "does not know" in verified(gate, commit(clone, "second", first), first)


def test_replaced_parents_are_not_believed(gate: Gate, clone: Path) -> None:
    """What a replacement says of a commit's parents is not what the commit says."""
    first = commit(clone, "first")
    side = commit(clone, "side")
    git(clone, "replace", side, commit(clone, "side", first))
    assert git(clone, "merge-base", side, first) == first
    gate.refuses(verified(gate, side, first))


def test_a_name_is_no_commit(gate: Gate, clone: Path) -> None:
    """A certificate that names a branch, or an option of git's, is not looked up."""
    first = commit(clone, "first")
    git(clone, "update-ref", "refs/heads/later", commit(clone, "second", first))
    for name in ("later", "--help"):
        assert "which is no whole commit" in verified(gate, name, first)


@pytest.mark.parametrize("minimum", ["abc123", "HEAD", "A" * 40])
def test_the_policy_names_a_whole_commit(gate: Gate, minimum: str) -> None:
    """A short commit, a name or capitals are a mistake of the policy."""
    printed = verified(gate, "a" * 40, minimum)
    assert "must be a whole commit" in printed
    assert printed.endswith("[2]\n")


def test_a_signature_that_names_no_commit(gate: Gate, clone: Path) -> None:
    """What says nothing of its commit is not later than any."""
    gate.release(gate.sigstore.sign(b"x", name=SDIST, identity=person()))
    signers = {"person": {"issuer": person().issuer, "identity": person().san}}
    gate.policy(minimum_commit=commit(clone, "first"), signers=signers)
    gate.refuses(gate.verify())


def test_git_that_hangs_is_no_later_commit(gate: Gate, clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A clone that does not answer is told in a sentence."""

    def hang(*_: object, **__: object) -> None:
        raise TimeoutError("git does not answer within 120 seconds")

    first = commit(clone, "first")
    later = commit(clone, "second", first)
    gate.release(gate.attested(commit=later, identity=workflow(commit=later)))
    gate.policy(minimum_commit=first)
    monkeypatch.setattr(tree, "git", hang)
    gate.refuses(gate.verify())
