"""What a renewed trusted root says of itself, and what happens without a network."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from checker.cli import run
from checker.errors import LogproofError
from checker.release import refresh
from checker.release.trust import Trust, read_root, shipped
from tests.release.sigstore import Sigstore
from tests.release.tuf_repository import Repository, in_days, served


def read(document: dict[str, object]) -> Trust:
    """The root of a document."""
    return read_root(json.dumps(document).encode(), "root")


def test_what_came_and_went_is_told() -> None:
    """Another instance's root: each of its keys is new, and each of the old ones is gone."""
    told = list(refresh.changes(read(Sigstore().root), read(Sigstore().root)))
    assert sum(line.startswith("New: ") for line in told) == sum(line.startswith("Gone: ") for line in told) == len(told) // 2
    assert any("a CA" in line for line in told)


def test_an_ended_log_is_told() -> None:
    """A log whose time was closed is one change, with the time before and after."""
    root = Sigstore().root
    ended = json.loads(json.dumps(root))
    ended["tlogs"][0]["publicKey"]["validFor"]["end"] = (Sigstore().now - timedelta(days=1)).isoformat().replace("+00:00", "Z")
    (line,) = refresh.changes(read(root), read(ended))
    assert line.startswith("Changed: a log")
    assert "until 2025-06-11" in line


def test_the_same_root_changes_nothing() -> None:
    """A root that was fetched again says so, with its digest."""
    trust = shipped("public-good")
    assert list(refresh.changes(trust, trust)) == [f"Nothing changed: SHA-256 {trust.sha256}."]


def test_without_a_network_it_is_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A root that cannot be fetched is told, and TUF begins with the metadata of the library and in a folder of its own."""
    seen = {}

    def updater(**given: object) -> None:
        seen.update(given)
        raise OSError("no network")

    monkeypatch.setattr(refresh, "Updater", updater)
    with pytest.raises(LogproofError, match="cannot be fetched"):
        refresh.fetch("public-good")
    assert json.loads(seen["bootstrap"])["signed"]["_type"] == "root"
    assert "logproof-" in seen["metadata_dir"]


@pytest.fixture
def repository(tmp_path: Path, sigstore: Sigstore, monkeypatch: pytest.MonkeyPatch) -> Iterator[Repository]:
    """A TUF repository with the private Sigstore's root, which stands in for the public-good one."""
    made = Repository(tmp_path / "tuf", json.dumps(sigstore.root).encode())
    with served(made.folder) as address:
        monkeypatch.setattr(refresh, "_ADDRESSES", {"public-good": address, "staging": address})
        first = made.first
        monkeypatch.setattr(refresh, "read_embedded", lambda name, url: first)
        monkeypatch.chdir(tmp_path)
        yield made


def renewed(capsys: pytest.CaptureFixture[str], path: str = "root.json") -> tuple[int, str, str]:
    """Exit code, output and errors of the command."""
    capsys.readouterr()
    code = run(["verify", "--refresh-trust", path])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_the_newest_root_is_fetched(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """It is written byte for byte, and nothing else is; what is new and what is gone beside the shipped one is said, and so is its pin."""
    code, out, err = renewed(capsys)
    assert (code, err) == (0, "")
    assert Path("root.json").read_bytes() == repository.content
    assert "New: a CA, " in out
    assert "Gone: a log, " in out
    assert f"sha256: {hashlib.sha256(repository.content).hexdigest()}, as-of: {in_days(0).date()}" in out
    assert sorted(path.name for path in Path().iterdir()) == ["root.json", "tuf"]


def test_a_second_time_nothing_changed(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """The root that is there is what the new one is compared with."""
    renewed(capsys)
    assert f"Nothing changed: SHA-256 {hashlib.sha256(repository.content).hexdigest()}." in renewed(capsys)[1]


def test_what_changed_since_the_last_time(repository: Repository, sigstore: Sigstore, capsys: pytest.CaptureFixture[str]) -> None:
    """A log that was ended since is the one thing that is told."""
    renewed(capsys)
    ended = json.loads(json.dumps(sigstore.root))
    ended["tlogs"][0]["publicKey"]["validFor"]["end"] = "2025-06-11T00:00:00Z"
    repository.publish(json.dumps(ended).encode())
    told = renewed(capsys)[1].splitlines()
    assert told[0].startswith("Changed: a log, ")
    assert told[1].startswith("Written to root.json.")


def test_keys_that_were_exchanged(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """New keys of TUF are taken where the old ones sign for them, one root after the other."""
    repository.rotate()
    repository.rotate()
    assert renewed(capsys)[0] == 0
    assert Path("root.json").read_bytes() == repository.content


def refused(repository: Repository, capsys: pytest.CaptureFixture[str], why: str) -> None:
    """Nothing is written, and one sentence says why."""
    code, out, err = renewed(capsys)
    assert (code, out) == (2, "")
    assert err.startswith("logproof: the trusted root cannot be fetched from http://127.0.0.1:")
    assert why in err
    assert "internal error" not in err
    assert not Path("root.json").exists()


def test_keys_that_nobody_signed_for(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """A new root that the old keys did not sign is refused."""
    repository.rotate(signed_by_the_old=False)
    refused(repository, capsys, "not what the keys of TUF signed")


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets"])
def test_metadata_that_is_over(role: str, repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """Metadata past its day is refused: somebody may hold newer ones back."""
    repository.publish(**{role: -1})
    refused(repository, capsys, "somebody may hold newer metadata back")


def test_another_file_under_the_same_name(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """A trusted root that the metadata do not mean is refused, also where it is one."""
    repository.file.write_bytes(json.dumps(Sigstore().root, indent=1).encode())
    refused(repository, capsys, "hint: ")


def test_a_changed_byte(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """A trusted root of the right length with another digest is refused."""
    repository.file.write_bytes(repository.content[:-1] + b" ")
    refused(repository, capsys, "not what the keys of TUF signed")


def test_metadata_that_are_changed(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """Metadata whose signature does not hold are refused."""
    path = repository.folder / "1.targets.json"
    path.write_text(re.sub(r'("length": *)', r"\g<1>1", path.read_text(encoding="utf-8")), encoding="utf-8")
    refused(repository, capsys, "not what the keys of TUF signed")


def test_the_network_is_gone(repository: Repository, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Without anybody who answers it is a sentence with a hint, and nothing is written."""
    with served(repository.folder) as address:
        gone = address
    monkeypatch.setattr(refresh, "_ADDRESSES", {"public-good": gone})
    refused(repository, capsys, "hint: this needs a network")


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff", b"my notes\n"])
def test_what_is_no_root_is_not_written_over(content: bytes, repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is something else stays, and nothing is fetched."""
    Path("root.json").write_bytes(content)
    code, out, err = renewed(capsys)
    assert (code, out) == (2, "")
    assert "is not written over" in err
    assert Path("root.json").read_bytes() == content


def test_what_is_fetched_must_be_a_root(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """What TUF proves and is no trusted root all the same is not written."""
    repository.publish(b"{}")
    code, _, err = renewed(capsys)
    assert code == 2
    assert "is no trusted root" in err
    assert not Path("root.json").exists()
