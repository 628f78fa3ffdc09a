"""Small real packages: what is shown of them is what was read and judged, no more and no less."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from tests.samples.verdicts import VERDICTS, Judged, Place, differences, load, places, renewed, scan
from tests.samples.wheels import NotToBeHadError, Pin, folder, pins, unpack, wheels

PINS = pins()
A, B = Place("a.py", 1, "secret-in-log", "f"), Place("a.py", 9, "secret-in-log", "f")


@pytest.fixture(scope="module")
def samples() -> dict[Pin, Path]:
    """Each package's wheel."""
    try:
        return wheels()
    except NotToBeHadError as error:
        told = f"the samples cannot be downloaded and {folder()} does not hold them:\n{error}"
        if os.environ.get("CI"):
            pytest.fail(told)
        pytest.skip(told)


@pytest.mark.integration
@pytest.mark.parametrize("pin", PINS, ids=lambda pin: pin.name)
def test_findings_are_as_judged(pin: Pin, samples: dict[Pin, Path], tmp_path: Path) -> None:
    """By default a package shows exactly the findings of expected.json, and every file of it is read."""
    unpack(samples[pin], tmp_path / pin.name)
    report = scan(tmp_path / pin.name)
    different = list(differences(load()[pin.name], places(report)))
    told = "\n".join(different)
    assert not different, f"{pin.name} {pin.version} (+ is shown now, - no longer)\n{told}\nread the code: python -m tests.samples.renew"
    assert report.files
    assert report.unread == 0


def test_every_package_is_pinned_and_judged() -> None:
    """expected.json has the packages of packages.txt, and no line of that is passed over."""
    lines = [line for line in Path(__file__).with_name("packages.txt").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert len(lines) == len(PINS)
    assert list(load()) == [pin.name for pin in PINS]


def test_every_verdict_has_a_reason() -> None:
    """Somebody has read the code of every finding: its verdict is one of three, with a reason, and samples of each kind are there."""
    judged = [one for package in load().values() for one in package]
    assert [str(one.place) for one in judged if one.verdict not in VERDICTS or not one.reason] == []
    assert {one.verdict for one in judged} == set(VERDICTS)
    assert [] in load().values()


def test_differences_are_told() -> None:
    """A new finding tells its message, one that is gone its verdict, one as expected nothing."""
    known = [Judged(A, "false", "a path")]
    assert list(differences(known, {A: "m"})) == []
    assert list(differences(known, {B: "the \x1btoken"})) == [
        "- secret-in-log a.py:1 in f: was false: a path",
        "+ secret-in-log a.py:9 in f: the \\x1btoken",
    ]


def test_renewal_keeps_verdicts() -> None:
    """A known finding keeps its verdict, also where its line moved; a new one has none, one that is gone is left out."""
    known = Judged(A, "false", "a path")
    moved = Judged(B, "false", "a path")
    assert renewed([known], [A, B]) == [known, Judged(B)]
    assert renewed([known], [B]) == [moved]
    assert renewed([known, moved], [B]) == [moved]


@pytest.mark.parametrize("name", ["../a.py", "/a.py", "a/../../b.py", "..\\a.py", "c:a.py"])
def test_wheels_stay_in_their_folder(tmp_path: Path, name: str) -> None:
    """A wheel whose file would lie outside of the folder is refused, and nothing lies there."""
    wheel = tmp_path / "a.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr(name, "x = 1\n")
    with pytest.raises(ValueError, match="leads out"):
        unpack(wheel, tmp_path / "in" / "side")
    assert [path.name for path in tmp_path.rglob("*.py")] == []


def test_only_sources_are_unpacked(tmp_path: Path) -> None:
    """Of a wheel its Python files are written, beside the mark of a project."""
    wheel = tmp_path / "a.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("a/b.py", "x = 1\n")
        archive.writestr("a/pyproject.toml", "[tool.logproof]\nexclude = ['*']\n")
    unpack(wheel, tmp_path / "out")
    found = sorted(path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*") if path.is_file())
    assert found == ["a/b.py", "pyproject.toml"]
    assert (tmp_path / "out/a/b.py").read_text(encoding="utf-8") == "x = 1\n"
