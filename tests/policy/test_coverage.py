"""What a project shows of each requirement: nothing is met where nothing was looked at."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from checker import pipeline
from checker.cli import _coverage
from checker.coverage import Coverage, Verdict, subjects
from checker.coverage.serving import looks_at
from checker.logconfig import LogPipeline
from checker.logconfig.facts import ConfiguredHandler
from checker.logconfig.model import Handler
from checker.model import Span
from checker.pipeline import Outcome, Request
from checker.policy.packs import catalogue
from checker.policy.subjects import SUBJECTS
from checker.report.coverage import formats
from checker.rules import registry

PACKS = sorted(pack.name for pack in catalogue() if pack.requirements)
ROOT = Path(__file__).resolve().parents[2]
DEVELOPMENT = """\
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"file": {"class": "logging.handlers.WatchedFileHandler", "filename": "/var/log/shop.log"}},
    "root": {"handlers": ["file"], "level": "INFO"},
}
"""


def run(folder: Path, pack: str) -> Outcome:
    """Check a project under one pack."""
    return pipeline.check(Request((), str(folder), policies=(pack,), today="2026-01-15", cache=False, jobs=1))


def covered(folder: Path, pack: str = "owasp-asvs-5-v16") -> Coverage:
    """What it shows."""
    return _coverage.of(run(folder, pack), (), "2026-01-15")


def verdicts(made: Coverage) -> dict[str, Verdict]:
    """By requirement."""
    return {one.requirement.id: one.verdict for one in made.judged}


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("project", ["silent", "login", "shop-fixed"])
def test_met_only_where_something_was_looked_at(project: str, pack: str) -> None:
    """Whatever is called met, or met in part, has some of everything that it needs, and no finding."""
    for one in covered(ROOT / "examples" / project, pack).judged:
        if one.verdict in (Verdict.MET, Verdict.PART):
            assert one.examined
            assert all(looked.count and len(looked.open) < looked.count for looked in one.examined)
            assert not one.findings
            assert not one.accepted
            assert one.verdict is Verdict.PART or not (one.reasons or one.requirement.beyond)
        else:
            assert one.findings or one.accepted or one.reasons or one.verdict is Verdict.UNCHECKABLE


@pytest.mark.parametrize("pack", PACKS)
def test_an_empty_project_meets_nothing(pack: str, tmp_path: Path) -> None:
    """In a project of one empty file only what needs no more than files can be met, and that in part."""
    (tmp_path / "a.py").write_text("")
    for one in covered(tmp_path, pack).judged:
        assert one.verdict in (Verdict.UNKNOWN, Verdict.UNCHECKABLE) or one.requirement.needs == ("modules",)
        assert one.verdict is not Verdict.MET


def test_configuration_of_development_does_not_count(tmp_path: Path) -> None:
    """A log file of the development settings is none to look at, and the reason says where there is one."""
    (tmp_path / "settings").mkdir()
    (tmp_path / "settings" / "dev.py").write_text(DEVELOPMENT)
    files = next(one for one in covered(tmp_path).judged if one.requirement.id == "ASVS 16.4.2")
    assert files.verdict is Verdict.UNKNOWN
    assert files.reasons == ("There is no log file to look at but of development.",)
    (tmp_path / "settings" / "prod.py").write_text(DEVELOPMENT.replace("shop.log", "prod.log"))
    files = next(one for one in covered(tmp_path).judged if one.requirement.id == "ASVS 16.4.2")
    assert [seen.told for one in files.examined for seen in one.seen] == ["file: file /var/log/prod.log"]


def test_what_both_environments_use_counts_for_each() -> None:
    """A handler that the settings of development and of production take from one place is there to look at in either."""
    place = Span("settings/logs.py", 4, 1, 4, 9)
    handler = Handler("file", place, "logging.handlers.WatchedFileHandler", place)
    facts = [ConfiguredHandler(place, LogPipeline("django", place, one), handler) for one in ("development", "production")]
    found = subjects(facts, lambda fact: True)["log-handlers"]
    assert [seen.environment for seen in found] == ["development", "production"]


def test_what_is_not_sure_is_not_met(tmp_path: Path) -> None:
    """A finding of low confidence, which is not shown, keeps its requirement from being called met."""
    (tmp_path / "a.py").write_text(
        "from django.contrib.auth import login\n\n\ndef enter(request, user):\n    login(request, user)\n    return 1\n"
    )
    outcome = run(tmp_path, "owasp-asvs-5-v16")
    assert [one.rule for one in outcome.unsure] == ["unlogged-login-success"]
    made = next(one for one in _coverage.of(outcome, (), "2026-01-15").judged if one.requirement.id == "ASVS 16.3.1")
    assert made.verdict is Verdict.UNKNOWN
    assert "Not sure, and not shown without --min-confidence low: a.py:5, unlogged-login-success." in made.reasons


def test_a_rule_about_outcomes_says_which() -> None:
    """The events that a rule judges are found by asking it, and everything that rules look at has a name."""
    rules = {rule.name: rule for rule in registry()}
    assert looks_at(rules["unlogged-login-failure"]) == ("authn_login_fail",)
    assert set(looks_at(rules["unlogged-user-change"])) == {"user_created", "user_deleted", "user_updated"}
    assert {subject for rule in rules.values() for subject in looks_at(rule)} <= set(SUBJECTS)
    outcomes = [rule for name, rule in rules.items() if name.startswith("unlogged-") and rule.about.endswith(".AuthOutcome")]
    assert outcomes
    assert all(map(looks_at, outcomes))


class Reader(HTMLParser):
    """Notes what a page holds."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.addresses: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag opens."""
        self.tags.add(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src", "action", "xlink:href")]
        assert not any(name.startswith("on") for name, _ in attrs)
        if tag not in ("meta", "path", "rect", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """A tag closes."""
        if tag not in ("path", "rect"):
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Text."""
        self.words.append(data)


def page(folder: Path, pack: str) -> tuple[str, Reader]:
    """The page, read."""
    outcome = run(folder, pack)
    text = formats()["html"].render(_coverage.of(outcome, (), "2026-01-15"), _coverage.pipelines(outcome))
    reader = Reader()
    reader.feed(text)
    assert reader.open == []
    return text, reader


def test_the_page_stands_for_itself() -> None:
    """It has no script and no address outside of it, shows every requirement and a picture, and is the same each time."""
    text, reader = page(ROOT / "examples" / "silent", "owasp-asvs-5-v16")
    assert not {"script", "link", "img", "iframe", "object"} & reader.tags
    assert all(address.startswith("#r") for address in reader.addresses)
    assert {"svg", "title", "desc", "details"} <= reader.tags
    words = " ".join(" ".join(reader.words).split())
    for one in covered(ROOT / "examples" / "silent").judged:
        assert f"{one.requirement.id} {one.verdict.value}" in words
    assert "the logger django.request is at ERROR" in words
    assert text == page(ROOT / "examples" / "silent", "owasp-asvs-5-v16")[0]


def test_nothing_of_the_project_comes_to_life(tmp_path: Path) -> None:
    """Names and messages of the project are text in the page, whatever they hold."""
    hostile = "<script>alert(1)</script>"
    (tmp_path / "settings.py").write_text(
        DEVELOPMENT.replace('"file"', json.dumps(f"{hostile}\u202e\" onload='x'")).replace("/var/log", hostile)
    )
    text, reader = page(tmp_path, "owasp-asvs-5-v16")
    assert "script" not in reader.tags
    assert hostile in " ".join(reader.words)
    assert "\u202e" not in text


def test_json_names_every_place() -> None:
    """Each requirement stands in the data with its verdict, and what was looked at with its places."""
    outcome = run(ROOT / "examples" / "shop-fixed", "pci-dss-4-req-10")
    made = _coverage.of(outcome, (), "2026-01-15")
    data: dict[str, Any] = json.loads(formats()["json"].render(made, ()))
    assert {one["id"]: one["verdict"] for one in data["requirements"]} == {key: verdict.value for key, verdict in verdicts(made).items()}
    attempts = next(one for one in data["requirements"] if one["id"] == "PCI DSS 10.2.1.4")
    places = {
        (place["path"], place["line"]) for one in attempts["examined"] if one["subject"] == "authn_login_fail" for place in one["places"]
    }
    assert ("shop/backoffice/routes.py", 34) in places
    assert data["summary"] == {verdict.value: made.count(verdict) for verdict in Verdict}


def test_alerting_has_rows() -> None:
    """Shippers, alert rules and routes of a project are looked at, and what they show of a requirement is said."""
    found = {one.requirement.id: one for one in covered(ROOT / "examples" / "watched", "pci-dss-4-req-10").judged}
    counts = {one.subject: one.count for one in found["PCI DSS 10.4.1.1"].examined}
    assert counts == {"shippers": 1, "alert-rules": 7, "authentication-alerts": 5, "alert-routes": 1}
    assert found["PCI DSS 10.4.1.1"].verdict is Verdict.VIOLATED
    assert {one.rule for one in found["PCI DSS 10.4.1.1"].findings} == {"alert-without-event"}
    assert found["PCI DSS 10.7.2"].verdict is Verdict.VIOLATED
    assert {one.subject: one.count for one in found["PCI DSS 10.3.3"].examined} == {"log-transports": 2}


def test_an_alert_that_cannot_fire_violates(tmp_path: Path) -> None:
    """What is wrong with an alert rule violates the requirements that ask for alerting."""
    rule = "- {alert: Guessing, expr: 'count(login_failures_total) < 0', for: 5m}"
    (tmp_path / "rules.yaml").write_text(f"groups:\n  - name: g\n    rules:\n      {rule}\n", encoding="utf-8")
    found = verdicts(covered(tmp_path, "pci-dss-4-req-10"))
    assert (found["PCI DSS 10.4.1.1"], found["PCI DSS 10.7.2"]) == (Verdict.VIOLATED, Verdict.VIOLATED)
    assert verdicts(covered(tmp_path, "owasp-top-10"))["OWASP A09:2025"] is Verdict.VIOLATED


def test_concerns_that_no_rule_watches(tmp_path: Path) -> None:
    """Under the pack `monitoring` a project whose alert rules watch neither logins nor what is usual violates two concerns; without alert
    rules nothing is known of them."""
    rules = "".join(f"      - {{alert: Slow{n}, expr: 'http_request_duration_seconds:p95 > {n}', for: 5m}}\n" for n in range(1, 5))
    assert verdicts(covered(tmp_path, "monitoring"))["Monitoring 2"] is Verdict.UNKNOWN
    (tmp_path / "rules.yaml").write_text(f"groups:\n  - name: g\n    rules:\n{rules}", encoding="utf-8")
    found = verdicts(covered(tmp_path, "monitoring"))
    assert (found["Monitoring 2"], found["Monitoring 3"]) == (Verdict.VIOLATED, Verdict.VIOLATED)
    assert found["Monitoring 6"] is Verdict.PART
