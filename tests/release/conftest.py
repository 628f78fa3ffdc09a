"""What tests of releases share: one private Sigstore for a file's tests, and a project folder for each."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.release.gate import GOLDEN, Gate
from tests.release.sigstore import Sigstore


@pytest.fixture(scope="session")
def sigstore() -> Sigstore:
    """One instance."""
    return Sigstore()


@pytest.fixture
def gate(tmp_path: Path, sigstore: Sigstore, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest) -> Gate:
    """A project folder; its golden file is named like the test's file."""
    golden = GOLDEN / f"{request.path.stem.removeprefix('test_release_')}.txt"
    name = request.node.name.removeprefix("test_")
    return Gate(tmp_path, sigstore, capsys, golden, name)
