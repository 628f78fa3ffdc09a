"""Source that nobody wrote breaks nothing: two thousand mutants of real files, the same in every run."""

from __future__ import annotations

import pytest

from tests.robustness import analysis, fuzz
from tests.robustness.mutants import mutant

SEED = 20
COUNT = 2000
PARTS = 8
"""So many tests, so that several workers can share them."""
WALK_EVERY = 4


@pytest.mark.parametrize("part", range(PARTS))
def test_mutants_are_analysed(part: int) -> None:
    """Every mutant ends in facts and messages, or in a reason why it is unread; twice the same, with ranges that lie in the file."""
    size = COUNT // PARTS
    broken = list(fuzz.failures(fuzz.own_files(), SEED, range(part * size, (part + 1) * size), WALK_EVERY))
    assert not broken, "\n".join(f"mutant {number} of {made.path} ({made.how}):\n{wrong}" for number, made, wrong in broken[:3])


def test_mutants_reach_the_rules() -> None:
    """Most mutants still parse and many still leak; a mutation that only makes broken files would test the parser alone."""
    files = fuzz.own_files()
    made = [mutant(files, SEED, number) for number in range(200)]
    facts = [analysis.index(one.path, one.data) for one in made]
    assert sum(not one.unread for one in facts) > 80
    assert sum(bool(list(analysis.suspects([one]))) for one in facts) > 20
    assert len({one.data for one in made}) > 190
    assert mutant(files, SEED, 3) == made[3]


def test_a_failure_is_told_with_its_seed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The fuzz command names the seed and number of what broke, and ends with 1; otherwise with 0."""
    assert fuzz.main(["--count", "2", "--seed", "5"]) == 0
    monkeypatch.setattr(analysis, "told", lambda found: object())
    assert fuzz.main(["--count", "1", "--seed", "5", "--start", "1"]) == 1
    assert "--seed 5 --start 1 --count 1" in capsys.readouterr().out
