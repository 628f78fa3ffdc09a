"""What was worked out beforehand is what the packs say."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from checker.policy import compiled, load, locate
from checker.policy.resolve import resolve
from checker.rules import registry


def test_equal(tmp_path: Path) -> None:
    """The shipped file gives in every part what reading the packs gives; after a change of a pack, `python -m checker.policy` mends it."""
    shipped = locate.shipped()
    read, _ = resolve(tmp_path, None, shipped, (), {}, registry(), trusted=False, afresh=True)
    assert compiled.outcome(locate.packs_directory(), shipped, registry()) == read
    bare, _ = resolve(tmp_path, None, shipped, (), {}, (), trusted=False, afresh=True)
    assert (locate.packs_directory() / compiled.FILE).read_text(encoding="utf-8") == compiled.text(shipped, bare)


def test_equal_with_settings(tmp_path: Path) -> None:
    """Settings with a vocabulary of their own give the same, whether the shipped ones are read or taken as they were worked out."""
    (tmp_path / "logproof.yaml").write_text(
        "policy: [strict]\nvocabulary:\n  secrets: [launch_code]\n  loggers: [{kind: logging, names: [acme_log]}]\n", encoding="utf-8"
    )
    settings, shipped = locate.settings(tmp_path, None), locate.shipped()
    one, other = (resolve(tmp_path, settings, shipped, (), {}, registry(), trusted=False, afresh=afresh) for afresh in (True, False))
    assert one == other


@pytest.mark.parametrize("change", ["a pack", "the file", "no file"])
def test_does_not_fit(change: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a pack was changed, or the file is broken or missing, the packs are read."""
    packs = tmp_path / "policies"
    shutil.copytree(locate.packs_directory(), packs)
    if change == "a pack":
        (packs / "default.yaml").write_text("name: default\ndescription: Changed.\nmin-confidence: high\n")
    elif change == "the file":
        (packs / compiled.FILE).write_text("{}")
    else:
        (packs / compiled.FILE).unlink()
    monkeypatch.setattr(locate, "packs_directory", lambda: packs)
    made = load(tmp_path, rules=registry(), cache=False)
    assert made.min_confidence.label == ("high" if change == "a pack" else "medium")
    assert made.vocabulary.names


def test_light(tmp_path: Path) -> None:
    """Without settings not even the first run imports yaml or pydantic."""
    code = (
        "import sys; from pathlib import Path; from checker.policy import load; from checker.rules import registry\n"
        f"load(Path({str(tmp_path)!r}), rules=registry(), cache=False)\n"
        "print(sorted({'yaml', 'pydantic'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
