"""What earlier runs found changes nothing, whatever was done to the project in between."""

from __future__ import annotations

import pytest

from tests.robustness import rounds

SEED = 1


@pytest.mark.parametrize("part", range(4))
def test_a_memory_changes_nothing(part: int) -> None:
    """After each step of forty rounds of work, a run with a memory says what one without says, and there is something to say."""
    told: list[int] = []
    assert list(rounds.differences(SEED, range(part * 10, part * 10 + 10), told)) == []
    assert len(told) >= 30
    assert sum(told) > 20


def test_a_difference_is_told_with_its_seed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The command names the seed and number of a round in which the reports differ and ends with 1, otherwise with 0."""
    assert rounds.main(["--seed", "1", "--start", "32", "--count", "1"]) == 0
    report = rounds.report
    monkeypatch.setattr(rounds, "report", lambda root, *paths, memory: b"" if memory else report(root, *paths, memory=memory))
    assert rounds.main(["--seed", "1", "--start", "32", "--count", "1"]) == 1
    assert "--seed 1 --start 32 --count 1: step 0 (begin), asked for all" in capsys.readouterr().out
