"""Packs build on each other, and what one locks no later one loosens."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from checker.errors import LogproofError
from checker.model import Confidence, Severity
from checker.policy import Effective, load, locate, packs_directory
from checker.policy.packs import catalogue
from checker.policy.resolve import read_vocabulary
from checker.vocabulary import Loggers, Sanitizer, Sink

Resolve = Callable[..., Effective]
Complaints = Callable[..., list[str]]
TEAM = "name: team\ndescription: Ours.\nextends: [strict]\nrules:\n  LP102: {severity: critical}\n"


def test_shipped_packs() -> None:
    """Every shipped pack and vocabulary is valid, is called after its file, and names only rules and parameters that there are."""
    from checker.rules import registry

    sources = locate.shipped()
    names = [pack.name for pack in catalogue()]
    assert names == sorted(source.path.stem for source in sources if "/vocabulary/" not in source.label)
    assert {"default", "privacy", "strict", "tidy"} <= set(names)
    known = {rule.name: rule for rule in registry()}
    for pack in catalogue():
        assert set(pack.rules) <= set(known)
    for name in names:
        assert load(Path(__file__).parent, policies=[name], rules=registry(), cache=False).rules
    problems: list[object] = []
    vocabularies = [source for source in sources if "/vocabulary/" in source.label]
    assert vocabularies
    assert all(read_vocabulary(source, problems) for source in vocabularies), problems  # type: ignore[arg-type]  # only shown


def test_packs_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Packs are found inside an installed package and beside a checkout's; where they are missing the error says so."""
    package = tmp_path / "checker"
    (package / "_policies").mkdir(parents=True)
    (tmp_path / "policies").mkdir()
    monkeypatch.setattr(locate.checker, "__file__", str(package / "__init__.py"))
    with pytest.raises(LogproofError, match="shipped policy packs are missing"):
        packs_directory()
    (tmp_path / "policies" / "default.yaml").touch()
    assert packs_directory() == tmp_path / "policies"
    (package / "_policies" / "default.yaml").touch()
    assert packs_directory() == package / "_policies"


def test_own_pack(resolved: Resolve, project: Path) -> None:
    """A project's pack is named by its path from the settings file, and what it extends applies first."""
    (project / "ci").mkdir()
    (project / "ci" / "team.yaml").write_text(TEAM)
    effective = resolved("policy: [ci/team.yaml]\n")
    assert effective.policies == ("logproof:policies/default.yaml", "logproof:policies/strict.yaml", "ci/team.yaml")
    assert effective.rules["personal-data-in-log"].severity is Severity.CRITICAL
    assert effective.rules["secret-in-log"].locked
    assert effective.min_confidence is Confidence.LOW
    assert effective.origins["rules.personal-data-in-log.severity"] == ("critical", "ci/team.yaml", 5)


def test_command_line_packs(resolved: Resolve, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Packs named on the command line take the place of the settings', and paths count from the working directory."""
    (project.parent / "team.yaml").write_text(TEAM)
    monkeypatch.chdir(project.parent)
    assert resolved("policy: [privacy]\n", policies=["./team.yaml"]).policies[-1].endswith("team.yaml")
    assert resolved(policies=["default", "strict"]).policies == ("logproof:policies/default.yaml", "logproof:policies/strict.yaml")


def test_pack_errors(complaints: Complaints, project: Path) -> None:
    """A pack that is unknown, missing, circular, outside the project or of wrong form is an error where it is named."""
    assert complaints("policy: [stric]") == ["logproof.yaml:1:10: there is no policy pack `stric`\n  hint: did you mean `strict`?"]
    (told,) = complaints("extends: [strict]")
    assert told.endswith("unknown key `extends`\n  hint: settings name the packs that they build on by `policy`; `extends` is a pack's")
    assert complaints("policy: [./x.yaml]") == ["logproof.yaml:1:10: there is no file x.yaml"]
    (project.parent / "out.yaml").write_text(TEAM)
    assert "lies outside the project" in complaints("policy: [../out.yaml]")[0]
    (project / "a.yaml").write_text("name: a\ndescription: A.\nextends: [./b.yaml]\n")
    (project / "b.yaml").write_text("name: b\ndescription: B.\nextends: [./a.yaml]\n")
    assert complaints("policy: [./a.yaml]")[0].startswith("b.yaml:3:11: the pack `./a.yaml` extends itself")
    (project / "a.yaml").write_text("name: a\nexclude: [x]\nsettings: 1\n")
    assert [text.split("\n")[0] for text in complaints("policy: [./a.yaml]")] == [
        "a.yaml:1:1: the key `description` is missing",
        "a.yaml:2:1: unknown key `exclude`",
        "a.yaml:3:1: unknown key `settings`",
    ]


def test_links_out_of_the_project(complaints: Complaints, project: Path) -> None:
    """A symbolic link does not lead a project's settings out of the project."""
    (project.parent / "out.yaml").write_text(TEAM)
    (project / "in.yaml").symlink_to(project.parent / "out.yaml")
    assert "lies outside the project" in complaints("policy: [./in.yaml]")[0]


def test_locked(complaints: Complaints) -> None:
    """Nothing in a project's settings turns off, lowers, unlocks, ignores, leaves out or waives what a pack locks."""
    text = """\
policy: [strict]
ignore: [LP101]
select: [LP102]
rules:
  LP101: {severity: low, enabled: false, locked: false, confidence: low}
per-file-ignores: {"a*": [secret-in-log]}
waivers: [{rule: LP101, path: x, reason: x, owner: x, expires: 2027-01-31}]
"""
    found = complaints(text)
    locked = "the rule `secret-in-log` is locked and cannot be"
    assert [problem.split("\n")[0] for problem in found] == [
        f"logproof.yaml:2:10: {locked} ignored",
        "logproof.yaml:3:1: `select` leaves out rules that are locked: secret-in-log, container-in-log",
        f"logproof.yaml:5:11: {locked} lowered below critical",
        f"logproof.yaml:5:26: {locked} turned off",
        f"logproof.yaml:5:42: {locked} unlocked",
        f"logproof.yaml:5:57: {locked} lowered below high",
        f"logproof.yaml:6:27: {locked} ignored in files",
        f"logproof.yaml:7:18: {locked} waived",
    ]
    assert all("\n  hint: logproof:policies/strict.yaml locks" in problem for problem in found)


def test_locked_on_the_command_line(resolved: Resolve, complaints: Complaints) -> None:
    """An option may look at other rules only, but not ignore a locked one."""
    assert not resolved("policy: [strict]", overrides={"select": ["LP102"]}).rules["secret-in-log"].enabled
    assert complaints("policy: [strict]", overrides={"ignore": ["LP1"]})[0].startswith("the rule `container-in-log` is locked")


def test_lock_restores(resolved: Resolve, project: Path) -> None:
    """A lock undoes what an earlier pack lowered, and a project may still be stricter."""
    (project / "lax.yaml").write_text("name: lax\ndescription: Lax.\nrules:\n  LP101: {enabled: false, severity: low}\n")
    effective = resolved("policy: [./lax.yaml, strict]\nrules:\n  LP103: {severity: critical}\n")
    assert effective.rules["secret-in-log"].enabled
    assert effective.rules["secret-in-log"].severity is Severity.CRITICAL
    assert effective.rules["container-in-log"].severity is Severity.CRITICAL


def test_locked_parameters(complaints: Complaints, project: Path) -> None:
    """The parameters of a locked rule stay as the pack has them, for other packs too."""
    (project / "lock.yaml").write_text("name: lock\ndescription: L.\nrules:\n  LP102: {locked: true}\n")
    (project / "lax.yaml").write_text("name: lax\ndescription: L.\nrules:\n  LP102: {parameters: {categories: []}}\n")
    assert complaints("policy: [./lock.yaml, ./lax.yaml]")[0].startswith("lax.yaml:4:24: the rule `personal-data-in-log` is locked")


def test_shipped_pack_with_missing_rules(resolved: Resolve) -> None:
    """A shipped pack may name rules that a run does not have."""
    assert resolved("policy: [strict]", rules=()).rules == {}


def test_vocabulary_of_a_project(resolved: Resolve) -> None:
    """One-line forms become whole entries behind the shipped ones."""
    words = resolved(
        'vocabulary:\n  sanitizers: [shop.scrub, {removes: [secret], calls: ["*.hide"]}]\n  sinks: [shop.audit.write]\n'
        "  loggers: [shop.log.get]\n  harmless: [tokenName]\n  secrets: [voucher_code, APIKey2]\n  functions: {shop.key: secret}\n"
    ).vocabulary
    assert words.sanitizers == (Sanitizer(removes=("all",), calls=("shop.scrub",)), Sanitizer(removes=("secret",), calls=("*.hide",)))
    assert words.sinks == (Sink(kind="logging", calls=("shop.audit.write",)),)
    get = ("shop.log.get",)
    methods = {"warning": "warning", "log": ""}
    assert words.loggers[1] == Loggers(kind="logging", factories=get, objects=get, classes=get, methods=methods, binders=("bind",))
    assert words.harmless_words == ("redacted", "token name")
    assert [entry.words for entry in words.names] == [("password", "pwd"), ("voucher code",), ("api key2",)]
    assert words.functions == {"getpass.getpass": "secret", "shop.key": "secret"}


def test_vocabulary_files_merge(resolved: Resolve, packs: Path) -> None:
    """Vocabulary files add up in order of name, repeated entries once."""
    (packs / "vocabulary" / "a.yaml").write_text("harmless_words: [masked, redacted]\nfunctions: {getpass.getpass: grave}\n")
    words = resolved().vocabulary
    assert words.harmless_words == ("masked", "redacted")
    assert words.functions == {"getpass.getpass": "secret"}


def test_vocabulary_file_errors(complaints: Complaints, packs: Path) -> None:
    """A vocabulary file takes whole entries only."""
    (packs / "vocabulary" / "a.yaml").write_text("secrets: [x]\nloggers: [x]\n")
    assert [text.split("\n")[0] for text in complaints()] == [
        "logproof:policies/vocabulary/a.yaml:1:1: unknown key `secrets`",
        "logproof:policies/vocabulary/a.yaml:2:11: the value must be a mapping, not text (`x`)",
    ]


def test_digests(resolved: Resolve) -> None:
    """The vocabulary's digest changes with the vocabulary alone, the whole digest with all that changes a result."""
    plain = resolved()
    stricter = resolved("# a comment\nrules: {LP101: {enabled: false}}")
    worded = resolved("vocabulary: {secrets: [voucher]}")
    assert plain.vocabulary_digest == stricter.vocabulary_digest != worded.vocabulary_digest
    assert len({plain.digest, stricter.digest, worded.digest}) == 3
    assert resolved("# another\n\nrules:\n  LP101:\n    enabled: false").digest == stricter.digest
