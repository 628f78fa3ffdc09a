"""The example shop: what its README lists is what is found, and the mended shop is clean."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
_ROW = re.compile(r"^\| `(?P<file>[^`]+)` \| (?:`(?P<function>[^`]+)`)? ?\| (?P<what>[^|]+) \| `(?P<rule>[^`]+)` \|$", re.MULTILINE)
Place = tuple[str, str, str]


def _listed() -> set[Place]:
    """File, function and rule of each row of the README's table."""
    rows = _ROW.finditer((EXAMPLES / "README.md").read_text(encoding="utf-8"))
    return {(row["file"], row["function"] or "", row["rule"]) for row in rows}


def _found(shop: str, *, workers: str = "1") -> tuple[set[Place], int]:
    """The same of each finding of a real run, and the run's exit code."""
    command = [sys.executable, "-m", "checker", "check", f"examples/{shop}", "--report", "json", "--no-cache", "-j", workers]
    run = subprocess.run(command, cwd=EXAMPLES.parent, capture_output=True, text=True, timeout=120, check=False)
    assert run.returncode in (0, 1), run.stderr
    findings = json.loads(run.stdout)["findings"]
    return {(_below(shop, _path(one)), _function(one), one["rule"]) for one in findings}, run.returncode


def _path(finding: dict[str, object]) -> str:
    span = finding["span"]
    assert isinstance(span, dict)
    return str(span["path"])


def _below(shop: str, path: str) -> str:
    """The path below the example's own folder, whichever folder is the project's root."""
    return path.removeprefix(f"examples/{shop}/")


def _function(finding: dict[str, object]) -> str:
    """The function's name within its module: ``PaymentClient.charge``."""
    return str(finding["function"])


def test_the_table_lists_the_shops_leaks() -> None:
    """The README's table has a row for every leak, and every row names a file that exists."""
    listed = _listed()
    table = (EXAMPLES / "README.md").read_text(encoding="utf-8").split("## The leaks")[1]
    assert len(listed) == sum(line.startswith("| `") for line in table.splitlines())
    assert len(listed) >= 12
    assert [file for file, _, _ in listed if not (EXAMPLES / "shop" / file).is_file()] == []


def test_the_shops_leaks_are_found() -> None:
    """Exactly the leaks of the table are reported on the shop, and the run fails."""
    found, code = _found("shop")
    listed = _listed()
    assert {"missed": sorted(listed - found), "false alarms": sorted(found - listed)} == {"missed": [], "false alarms": []}
    assert code == 1


@pytest.mark.parametrize("workers", ["1", "2"])
def test_the_mended_shop_is_clean(workers: str) -> None:
    """Nothing is reported on the mended shop, whatever the number of workers."""
    assert _found("shop-fixed", workers=workers) == (set(), 0)


def test_both_shops_hold_the_same_files() -> None:
    """The mended shop is the same shop: it has the same files."""
    names = [{path.relative_to(EXAMPLES / shop) for path in (EXAMPLES / shop).rglob("*.py")} for shop in ("shop", "shop-fixed")]
    assert names[0] == names[1]
