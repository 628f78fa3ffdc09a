"""A warm run gives what the cold one gave, and believes nothing that changed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.model import Severity
from checker.policy import Effective, load, loading

Resolve = Callable[..., Effective]


def entries(project: Path) -> list[Path]:
    """What the cache holds."""
    return sorted((project.parent / "cache" / "policy").glob("*"))


@pytest.fixture
def cold_fails(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Calling it makes every cold run fail."""

    def fail() -> None:
        monkeypatch.setitem(sys.modules, "checker.policy.resolve", None)

    return fail


def test_warm_equals_cold(resolved: Resolve, cold_fails: Callable[[], None]) -> None:
    """The kept outcome equals the first one in every part."""
    text = "policy: [privacy]\nrules: {LP201: {parameters: {events: [a]}}}\nvocabulary: {secrets: [x], loggers: [a.b]}\nexclude: [a]\n"
    cold = resolved(text)
    cold_fails()
    assert resolved(text) == cold
    with pytest.raises(ImportError):
        resolved(text + "# changed\n")


def test_warm_run_imports_nothing_heavy(project: Path, tmp_path: Path) -> None:
    """With a kept outcome neither yaml nor pydantic nor pathspec is imported."""
    script = (
        "import sys; from pathlib import Path; from checker.policy import load, locate\n"
        f"locate.packs_directory = lambda: Path({str(tmp_path / 'shipped')!r})\n"
        f"load(Path({str(project)!r}), rules=[])\n"
        "print(*sorted({'yaml', 'pydantic', 'pathspec', 'click', 'libcst'} & set(sys.modules)))\n"
    )
    outputs = [subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout for _ in range(2)]
    assert outputs == ["pydantic yaml\n", "\n"]


def test_every_input_counts(resolved: Resolve, project: Path, packs: Path, rules: tuple[object, ...]) -> None:
    """Settings, packs, vocabularies, options and rules each lead to an outcome of their own."""
    (project / "team.yaml").write_text("name: t\ndescription: T.\nfail-on: high\n")
    text = "policy: [./team.yaml]\n"
    assert resolved(text).fail_on is Severity.HIGH
    (project / "team.yaml").write_text("name: t\ndescription: T.\nfail-on: critical\n")
    assert resolved(text).fail_on is Severity.CRITICAL
    assert resolved(text, overrides={"fail-on": "low"}).fail_on is Severity.LOW
    assert resolved(text, rules=rules[:2]).rules.keys() == {"unread-file", "secret-in-log"}
    assert resolved(text, policies=["default"]).fail_on is Severity.LOW
    before = resolved(text).vocabulary_digest
    (packs / "vocabulary" / "new.yaml").write_text("harmless_words: [x]\n")
    assert resolved(text).vocabulary_digest != before
    (project / "team.yaml").unlink()
    (project / "logproof.yaml").unlink()
    assert resolved().fail_on is Severity.LOW


@pytest.mark.parametrize("damage", [b"", b"x" * 10, b"\x00" * 5000])
def test_damaged_entry(resolved: Resolve, project: Path, damage: bytes) -> None:
    """A damaged entry is ignored and written again."""
    good = resolved("fail-on: high")
    (entry,) = entries(project)
    whole = entry.read_bytes()
    entry.write_bytes(damage)
    assert resolved("fail-on: high") == good
    assert entry.read_bytes() == whole
    entry.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert resolved("fail-on: high") == good
    assert entries(project) == [entry]


def test_without_cache(resolved: Resolve, project: Path) -> None:
    """A run without cache leaves nothing behind."""
    resolved(cache=False)
    assert entries(project) == []


def test_cache_that_cannot_be_written(resolved: Resolve, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache folder that cannot be made is no error."""
    (project / "file").touch()
    monkeypatch.setenv("LOGPROOF_CACHE_DIR", str(project / "file"))
    assert resolved().fail_on is Severity.LOW


def test_bounded_cache(resolved: Resolve, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The cache keeps a bounded number of outcomes."""
    monkeypatch.setattr(loading, "ENTRIES", 3)
    for number in range(5):
        resolved(overrides={"exclude": [str(number)]})
    assert len(entries(project)) == 3


def test_folder_independence(resolved: Resolve, project: Path, rules: tuple[object, ...]) -> None:
    """Two checkouts with the same settings share one outcome."""
    resolved("fail-on: high")
    other = project.parent / "other"
    other.mkdir()
    (other / "logproof.yaml").write_text("fail-on: high")
    load(other, rules=rules)  # type: ignore[arg-type]  # rules of the fixture
    assert len(entries(project)) == 1
