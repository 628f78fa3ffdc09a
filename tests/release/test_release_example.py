"""The example release is what its README says."""

from __future__ import annotations

from pathlib import Path

from tests.release import example


def test_the_walk_prints_what_the_readme_says() -> None:
    """Every command of the example's README prints what stands there, with the files as they are committed and today's clock."""
    text = (example.FOLDER / "README.md").read_text(encoding="utf-8")
    assert example.replayed(text, example.FOLDER) == text


def test_a_fresh_one_prints_the_same(tmp_path: Path) -> None:
    """Made anew with other keys it says the same."""
    text = (example.FOLDER / "README.md").read_text(encoding="utf-8")
    example.write(tmp_path / "release")
    assert example.replayed(text, tmp_path / "release") == text
