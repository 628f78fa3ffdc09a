"""Which rules serve a requirement may grow, and nothing that served one stops doing so unseen."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli.policy import command as policy
from checker.policy.packs import catalogue

SERVED = Path(__file__).with_name("served.txt")
PACKS = sorted(pack.name for pack in catalogue() if pack.requirements)


def shown(*arguments: str) -> str:
    """What `logproof policy show` prints."""
    result = CliRunner().invoke(policy, ["show", *arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def now(pack: str) -> list[str]:
    """Requirement and rule, one pair a line."""
    listed = json.loads(shown(pack, "--format", "json"))["requirements"]
    return [f"{pack}: {each['id']}  {rule}" for each in listed for rule in each["rules"] or ["nothing"]]


def test_what_served_a_requirement_still_does() -> None:
    """Each pair of requirement and rule in `served.txt` holds; write new ones down with LOGPROOF_SERVED=write."""
    found = [line for pack in PACKS for line in now(pack)]
    if os.environ.get("LOGPROOF_SERVED") == "write":
        SERVED.write_text("".join(f"{line}\n" for line in found), encoding="utf-8")
    kept = SERVED.read_text(encoding="utf-8").splitlines()
    served = {line.rpartition("  ")[0] for line in found}
    assert {line.rpartition("  ")[0] for line in kept} <= served, "a requirement is no longer listed"
    assert [line for line in kept if line not in found and not line.endswith("  nothing")] == []


@pytest.mark.parametrize("pack", PACKS)
def test_the_text_says_what_the_data_say(pack: str) -> None:
    """Below each requirement stand exactly the rules that the JSON form names, in the order of their codes."""
    data = json.loads(shown(pack, "--format", "json"))
    codes = {rule["name"]: rule["code"] for rule in data["rules"]}
    blocks: dict[str, list[str]] = {}
    for line in shown(pack).splitlines():
        if line.startswith("      "):
            blocks[next(reversed(blocks))].append(line.split("  ")[3] if "LP" in line else line.strip())
        elif "  " in line:
            blocks[line.partition("  ")[0]] = []
    for each in data["requirements"]:
        names = sorted(each["rules"], key=codes.__getitem__)
        assert blocks[each["id"]] == ([f"{codes[name]} {name}" for name in names] or ["nothing serves it"])
