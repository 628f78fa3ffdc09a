"""Packs list a standard's requirements, and `logproof policy show` tells which rules serve each."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli.policy import command as policy
from checker.errors import LogproofError
from checker.policy import Effective, Requirement, load
from checker.policy.packs import catalogue
from checker.policy.subjects import EVENTS
from checker.rule import Rule
from checker.rules import registry

Resolve = Callable[..., Effective]
LISTING = {pack.name: pack for pack in catalogue() if pack.requirements}
HOUSE = """\
name: house
description: Ours.
requirements:
  House 1: {text: No secret., rules: [secret-in-log, LP101, lp103]}
  House 2: {text: Somebody reads it.}
"""


def ids(rule: Rule) -> set[str]:
    """The requirements that a rule's metadata name, as packs list them."""
    standards = (("OWASP", rule.owasp), ("ASVS", rule.asvs), ("PCI DSS", rule.pci))
    return {f"{standard} {item}" for standard, items in standards for item in items}


def shown(*arguments: str) -> str:
    """What `logproof policy show` prints; an error of a pack is raised as it is."""
    result = CliRunner().invoke(policy, ["show", *arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_every_requirement_that_a_rule_names_is_listed() -> None:
    """Whatever requirement of OWASP, the ASVS or PCI DSS a rule says that it serves, a shipped pack lists."""
    listed = {key for pack in LISTING.values() for key in pack.requirements}
    for rule in registry():
        assert ids(rule) <= listed, rule.name


def test_rules_that_shipped_requirements_name_exist() -> None:
    """A shipped requirement names rules that there are, and none whose metadata name the requirement already."""
    known = {rule.name: rule for rule in registry()}
    for pack in LISTING.values():
        for key, table in pack.requirements.items():
            for name in table.rules:
                assert key not in ids(known[name])


@pytest.mark.parametrize("name", sorted(LISTING))
def test_what_nothing_serves_is_said(name: str) -> None:
    """The requirements that no rule's metadata and no list of the pack serves are those that the last line names."""
    named = {key for rule in registry() for key in ids(rule)}
    nothing = [key for key, table in LISTING[name].requirements.items() if key not in named and not table.rules]
    output = shown(name)
    total = len(LISTING[name].requirements)
    some = f"Nothing serves {len(nothing)} of {total} requirements: {', '.join(nothing)}."
    assert output.splitlines()[-1] == (some if nothing else f"Rules serve each of {total} requirements.")
    assert output.count("\n      nothing serves it\n") == len(nothing)
    assert [each["id"] for each in json.loads(shown(name, "--format", "json"))["requirements"] if not each["rules"]] == nothing


def test_of_the_standards_something_is_left() -> None:
    """No standard is served as a whole; the pack of this project's own is."""
    named = {key for rule in registry() for key in ids(rule)}
    whole = {name for name, pack in LISTING.items() if all(key in named or table.rules for key, table in pack.requirements.items())}
    assert whole == {"monitoring"}


@pytest.mark.parametrize("name", sorted(LISTING))
def test_rules_that_serve_run(name: str) -> None:
    """Under a shipped pack whatever rules serve is served by one that runs and is shown; those that are off by default are marked."""
    told = json.loads(shown(name, "--format", "json"))
    serving = {rule for each in told["requirements"] for rule in each["rules"]}
    rules = {rule["name"]: rule for rule in told["rules"] if rule["name"] in serving}
    assert all(each["served"] is bool(each["rules"]) for each in told["requirements"])
    assert all(rule["enabled"] or not rule["enabled-by-default"] for rule in rules.values())
    marked = {
        line.split()[1] for line in shown(name).splitlines() if ", off by default, on here" in line or "off by default, and here" in line
    }
    assert marked == {name for name, rule in rules.items() if not rule["enabled-by-default"]}


def test_own_requirements(resolved: Resolve, project: Path) -> None:
    """A project's pack names rules by name or code, each counts once, and the last pack's word on an id holds."""
    (project / "house.yaml").write_text(HOUSE)
    (project / "team.yaml").write_text(
        "name: team\ndescription: Ours.\nextends: [./house.yaml]\nrequirements:\n  House 2: {text: Read daily.}\n"
    )
    assert resolved("policy: [./team.yaml]\n").requirements == (
        Requirement("House 1", "No secret.", ("secret-in-log", "container-in-log")),
        Requirement("House 2", "Read daily."),
    )


def test_requirements_change_no_result(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They come back from the cache as they were, and findings are not worked out anew because of them."""
    monkeypatch.setenv("LOGPROOF_CACHE_DIR", str(tmp_path / "cache"))
    (project / "house.yaml").write_text(HOUSE)
    (project / "plain.yaml").write_text("name: plain\ndescription: Ours.\n")
    first, again, plain = (
        load(project, policies=[str(project / name)], rules=registry()) for name in ("house.yaml", "house.yaml", "plain.yaml")
    )
    assert again == first
    assert again.requirements[0].rules == ("secret-in-log", "container-in-log")
    assert first.digest == plain.digest


def test_unknown_rule(resolved: Resolve, project: Path) -> None:
    """A rule that there is not is told with its place and the nearest name."""
    (project / "house.yaml").write_text(HOUSE.replace("lp103", "secrets-in-log"))
    with pytest.raises(LogproofError, match=r"house.yaml:4:61: there is no rule `secrets-in-log`") as caught:
        resolved("policy: [./house.yaml]\n")
    assert caught.value.problems[0].hint == "did you mean `secret-in-log`?"


def test_subjects(resolved: Resolve, project: Path) -> None:
    """What a requirement needs to be met is something that can be looked at; another word is told with its place and the nearest name."""
    (project / "house.yaml").write_text(HOUSE.replace("text: Somebody", "needs: [log-files, authn_login_fails], text: Somebody"))
    with pytest.raises(LogproofError, match=r"house.yaml:5:32: nothing that can be looked at is called `authn_login_fails`") as caught:
        resolved("policy: [./house.yaml]\n")
    assert caught.value.problems[0].hint == "did you mean `authn_login_fail`?"


@pytest.mark.parametrize("name", sorted(LISTING))
def test_who_cannot_be_met_says_why(name: str) -> None:
    """A shipped requirement that nothing serves says why none can; one that something serves says what must have been looked at."""
    served = {each["id"]: each["rules"] for each in json.loads(shown(name, "--format", "json"))["requirements"]}
    for key, table in LISTING[name].requirements.items():
        if name != "owasp-top-10":
            assert table.beyond or served[key], key
            assert table.needs or table.only_violations or not served[key], key
            assert not table.needs or served[key], key
        else:
            assert table.only_violations, key


def test_show_by() -> None:
    """A pack with requirements can be shown rule by rule as well, and one without says that it has none."""
    assert "serves CWE-532" in shown("owasp-top-10", "--by", "rule")
    assert "serves CWE-532" not in shown("owasp-top-10")
    assert shown("strict", "--by", "requirement").endswith("This pack lists no requirements.\n")


def test_rule_that_the_pack_turns_on(project: Path) -> None:
    """A rule that is off by default and on in the pack is marked so, below the requirement that it serves."""
    rules = "rules:\n  level-contradicts-text: {enabled: true}\n"
    (project / "levels.yaml").write_text(f"name: levels\ndescription: Ours.\nextends: [owasp-top-10]\n{rules}")
    assert "level-contradicts-text  low severity, medium confidence, off by default, on here\n" in shown(str(project / "levels.yaml"))
    assert "level-contradicts-text  off by default, and here\n" in shown("owasp-top-10")


def test_events_have_names() -> None:
    """What the shipped vocabulary calls an event is something that can be looked at."""
    words = load(Path(), rules=registry(), alone=True).vocabulary
    events = {entry.event for entry in (*words.verifiers, *words.changes)}
    assert events
    assert events <= set(EVENTS)
