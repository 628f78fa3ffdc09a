"""The pages of the release rules show what is printed, on releases that the private Sigstore signed."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.rule import Rule
from checker.rules import registry
from tests.release.scenes import SCENES, build

RELEASE = tuple(rule for rule in registry() if rule.code.startswith("LP8"))
SHOWN = [pytest.param(rule, scene, lines, id=f"{rule.name}-{scene}") for rule in RELEASE for scene, lines in rule.page.scenes()]


@pytest.mark.parametrize(("rule", "scene", "lines"), SHOWN)
def test_a_scene_prints_what_its_page_promises(rule: Rule, scene: str, lines: tuple[str, ...], tmp_path: Path) -> None:
    """The messages of the page's rule are the lines of the fence, one for one."""
    report = build(scene, tmp_path).verify().report
    assert [found.message for found in report.findings if found.rule == rule.name] == list(lines)


@pytest.mark.parametrize("rule", RELEASE, ids=lambda rule: rule.name)
def test_every_release_rule_shows_a_scene(rule: Rule) -> None:
    """Each page has an example, and it is one that shows the rule at work."""
    scenes = list(rule.page.scenes())
    assert scenes
    assert all(name in SCENES and lines for name, lines in scenes)


@pytest.mark.parametrize("name", [name for name in SCENES if name != "good"])
def test_one_thing_changed_is_reported_and_fails(name: str, tmp_path: Path) -> None:
    """Every scene but the good one has findings, and its verdict is not passed."""
    report = build(name, tmp_path).verify().report
    assert report.findings
    assert report.proven
    assert not report.proven.passed


def test_the_good_release_passes(tmp_path: Path) -> None:
    """The release that all others are a change of holds, claim by claim."""
    report = build("good", tmp_path).verify().report
    assert [found.message for found in report.findings] == []
    assert report.proven
    assert report.proven.passed
    assert len(report.proven.checked) >= 8
