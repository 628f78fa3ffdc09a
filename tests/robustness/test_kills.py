"""A run that is killed costs the next one nothing but time."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.robustness import kills
from tests.robustness.scratch import HEAD


def test_the_run_after_a_killed_one_says_the_same(tmp_path: Path) -> None:
    """Three runs are killed, workers and all, and what the next one prints is what one without a cache prints."""
    for number in range(30):
        (tmp_path / f"m{number}.py").write_text(f"{HEAD}from m{number + 1} import get\n\ndef get(password):\n    log.info(get(password))\n")
    made = list(kills.kills(tmp_path, 3, 2))
    assert any(kill.hit for kill in made)
    assert all(kill.same for kill in made)


def test_a_difference_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """The command ends with 1 and says which run it was where a cache changes what is printed, otherwise with 0."""
    printed = iter((b"", b"one", b"two", b"", b"one", b"one", b"one"))
    monkeypatch.setattr(kills, "_printed", lambda *asked: next(printed))
    (tmp_path / "m.py").write_text(HEAD)
    assert kills.main(["--count", "1", "--source", str(tmp_path)]) == 1
    assert "DIFFERS" in capsys.readouterr().out
    assert kills.main(["--count", "1", "--source", str(tmp_path)]) == 0
