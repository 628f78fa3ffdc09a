"""The commands config and policy."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from checker.cli.config import command as config
from checker.cli.policy import command as policy
from checker.errors import LogproofError
from checker.policy.schema import settings_schema
from checker.rules import registry


@pytest.fixture
def shop(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one file and settings, as the working directory."""
    (project / "shop").mkdir()
    (project / "shop" / "a.py").write_text("x = 1\n")
    (project / "pyproject.toml").write_text(
        '[tool.logproof]\npolicy = ["strict"]\nexclude = ["legacy"]\nignore = ["loguru-diagnose"]\n'
        '[tool.logproof.per-file-ignores]\n"shop/*" = ["forged-log-line"]\n'
        '[[tool.logproof.waivers]]\nrule = "LP102"\npath = "shop/"\nreason = "old\\u001b[2J form"\nowner = "web"\nexpires = 2027-01-31\n'
    )
    monkeypatch.chdir(project)
    return project


def run(command: Any, *arguments: str) -> Result:
    """Call a command; an error of settings is raised as it is."""
    result = CliRunner().invoke(command, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result


def test_show(shop: Path) -> None:
    """Every value stands beside the line it comes from, and nothing in it reaches the terminal as a command."""
    lines = [line.split() for line in run(config, "show").output.splitlines()]
    assert ["exclude", "legacy", "pyproject.toml:3"] in lines
    assert ["min-confidence", "low", "logproof:policies/strict.yaml:4"] in lines
    assert ["rules.loguru-diagnose.enabled", "false", "pyproject.toml:4"] in lines
    assert ["include-tests", "false", "built", "in"] in lines
    off = next(line for line in lines if line[:1] == ["Off:"])
    assert "loguru-diagnose" in {word.strip(".,") for word in off}
    assert "\x1b" not in run(config, "show").output
    assert "old\\x1b[2J form" in run(config, "show").output


def test_show_file(shop: Path) -> None:
    """For a file it says which rules apply, which do not and why, and what is waived."""
    output = run(config, "show", "shop/a.py").output
    lines = {line.split()[0]: " ".join(line.split()[2:]) for line in output.splitlines() if line.startswith("  LP")}
    assert lines["LP101"] == "critical, locked"
    assert lines["LP106"] == "off for this file by per-file-ignores (pyproject.toml)"
    assert lines["LP109"] == "off (pyproject.toml:4)"
    assert "waived until 2027-01-31: personal-data-in-log, by web" in output


def test_show_json(shop: Path) -> None:
    """The JSON form says the same, with every rule's whole setting."""
    data = json.loads(run(config, "show", "shop/a.py", "--format", "json").output)
    assert data["file"] == {"path": "shop/a.py", "excluded": False, "unread-ok": False}
    assert data["rules"]["secret-in-log"]["locked"] is True
    assert data["rules"]["forged-log-line"]["enabled"] is False
    assert data["values"]["exclude"] == {"value": ["legacy"], "file": "pyproject.toml", "line": 3}
    assert set(data["rules"]) == {rule.name for rule in registry()}


def test_validate(shop: Path) -> None:
    """Valid settings are named with their packs; invalid ones raise every problem."""
    assert run(config, "validate").output == (
        "No problems in pyproject.toml, logproof:policies/default.yaml, logproof:policies/strict.yaml.\n"
    )
    (shop / "pyproject.toml").write_text('[tool.logproof]\nfail_on = "low"\nfail-on = 3\n')
    with pytest.raises(LogproofError) as caught:
        run(config, "validate")
    assert [problem.line for problem in caught.value.problems] == [2, 3]


def test_schema_is_committed(request: pytest.FixtureRequest) -> None:
    """The schema in docs/ is what the command prints; write it anew with `logproof config schema`."""
    committed = request.config.rootpath / "docs" / "settings.schema.json"
    printed = run(config, "schema").output
    assert json.loads(printed) == settings_schema()
    assert committed.read_text(encoding="utf-8") == printed


def test_list(project: Path) -> None:
    """The shipped packs are listed with what they are for."""
    listed = [line.split()[0] for line in run(policy, "list").output.splitlines()]
    assert listed == sorted(listed)
    assert {"default", "privacy", "strict", "tidy"} <= set(listed)
    assert json.loads(run(policy, "list", "--format", "json").output)[0]["name"] == "default"


def test_show_pack(project: Path) -> None:
    """A pack is shown rule by rule: severity, parameters, lock, and the requirements served."""
    output = run(policy, "show", "privacy").output
    assert 'categories: ["grave", "personal"]' in output
    assert 'categories: ["secret", "grave", "url", "container", "personal"]' in output
    assert "serves CWE-532" in output
    rules = {rule["name"]: rule for rule in json.loads(run(policy, "show", "strict", "--format", "json").output)["rules"]}
    assert rules["secret-in-log"]["locked"]
    assert rules["secret-in-log"]["severity"] == "critical"
    assert "CWE-532" in rules["secret-in-log"]["serves"]


def test_validate_pack(shop: Path) -> None:
    """A pack file is checked with all that it extends, whatever its name."""
    (shop / "team.yaml").write_text("name: team\ndescription: Ours.\nextends: [privacy]\n")
    assert run(policy, "validate", "team.yaml").output.endswith("logproof:policies/privacy.yaml, team.yaml.\n")
    (shop / "team.yaml").write_text("name: team\nrules: {LP1: {}}\n")
    with pytest.raises(LogproofError, match=r"team.yaml:1:1: the key `description` is missing"):
        run(policy, "validate", "team.yaml")
