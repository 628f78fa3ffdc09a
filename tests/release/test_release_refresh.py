"""What a renewed trusted root says of itself, and what happens without a network."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from checker.errors import LogproofError
from checker.release import refresh
from checker.release.trust import Trust, read_root, shipped
from tests.release.sigstore import Sigstore


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
