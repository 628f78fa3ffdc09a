"""Source that nobody wrote breaks nothing: two thousand mutants of real files, the same in every run."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from benchmarks.wheels import NotToBeHadError, Pin
from tests.robustness import analysis, effort, fuzz
from tests.robustness.effort import Effort, TooLongError, counted
from tests.robustness.mutants import mutant

SEED = 20
COUNT = 1920
PARTS = 8
"""So many tests, so that several workers can share them."""
WALK_EVERY = 4
SMALL = ["--own", "--seed", "5"]


@pytest.mark.parametrize("part", range(PARTS))
def test_mutants_are_analysed(part: int) -> None:
    """Every mutant ends in facts and messages, or in a reason why it is unread; twice the same, with places that lie in their files."""
    size = COUNT // PARTS
    broken = list(fuzz.Run(fuzz.own_files(), SEED, WALK_EVERY).failures(range(part * size, (part + 1) * size)))
    assert not broken, "\n".join(f"mutants {one.numbers} of {one.made.path} ({one.made.how}):\n{one.wrong}" for one in broken[:3])


def test_mutants_reach_the_rules() -> None:
    """Most mutants still parse and many still leak; a mutation that only makes broken files would test the parser alone."""
    files = fuzz.own_files()
    made = [mutant(files, SEED, number) for number in range(400)]
    facts = [analysis.index(one.path, one.data) for one in made]
    assert sum(not one.unread for one in facts) > 160
    assert sum(bool(list(analysis.suspects([one]))) for one in facts) > 30
    assert len({one.data for one in made}) > 380
    assert mutant(files, SEED, 3) == made[3]


def test_a_failure_is_told_with_its_seed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The fuzz command names the seed and number of what broke and ends with 1, otherwise with 0; a run of many names the one."""
    assert fuzz.main([*SMALL, "--count", "2"]) == 0
    assert capsys.readouterr().out.startswith("2 mutants of ")
    marked = mutant(fuzz.own_files(), 5, 1).data
    index = analysis.index
    monkeypatch.setattr(analysis, "index", lambda path, data: 1 / 0 if data == marked else index(path, data))
    assert fuzz.main([*SMALL, "--count", "3", "--keep", str(tmp_path)]) == 1
    said = capsys.readouterr().out
    assert "--seed 5 --start 1 --count 1: " in said
    assert "ZeroDivisionError" in said
    assert (tmp_path / "5-1.py").read_bytes() == marked


def test_places_outside_of_their_files_are_noticed() -> None:
    """A line or column that no file has counts as broken."""
    text = {"a.py": ["x = 1", ""]}
    good = analysis.Span("a.py", 1, 6, 1, 6)
    assert analysis.points(good, text)
    for bad in (("b.py", 1, 1), ("a.py", 0, 1), ("a.py", 3, 1), ("a.py", 1, 0), ("a.py", 1, 7), ("a.py", 2, 2)):
        assert not analysis.points(analysis.Span(*bad, *bad[1:]), text)


def test_work_out_of_proportion_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """More calls than the bytes read are worth count as broken, and so does what never ends."""
    monkeypatch.setattr(effort, "FIXED", 1000)

    def work(count: int) -> None:
        for _ in range(count):
            analysis.inside(analysis.Span("a.py", 1, 1, 1, 1), [""])

    def measured(count: int, size: int, *, only_time: bool = False) -> None:
        with counted(Effort(), size, only_time=only_time):
            work(count)

    measured(2000, 100)
    measured(2000, 1, only_time=True)
    with pytest.raises(TooLongError, match="calls of functions for 1 bytes"):
        measured(2000, 1)
    monkeypatch.setattr(effort, "_PATIENCE", 0.01)
    with pytest.raises(TooLongError, match="does not end"):
        measured(10**9, 1, only_time=True)


def test_files_of_pinned_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Mutants are made of the Python sources in the wheels, those beyond the bound left out; a wheel that is not to be had is told."""
    with zipfile.ZipFile(tmp_path / "x.whl", "w") as archive:
        for name, text in {"x/a.py": "a = 1\n", "x/b.txt": "b", "x/c.py": "c" * 50, "x/empty.py": ""}.items():
            archive.writestr(name, text)
    monkeypatch.setattr("benchmarks.wheels.wheels", lambda wanted, folder: {wanted[0]: tmp_path / "x.whl"})
    assert fuzz.pinned_files([fuzz.PINS], tmp_path, largest=20) == [("x/a.py", b"a = 1\n")]

    def refuse(wanted: list[Pin], folder: Path) -> dict[Pin, Path]:
        raise NotToBeHadError("no network")

    monkeypatch.setattr("benchmarks.wheels.wheels", refuse)
    with pytest.raises(NotToBeHadError, match="no network"):
        fuzz.main(["--count", "1", "--wheels", str(tmp_path)])
