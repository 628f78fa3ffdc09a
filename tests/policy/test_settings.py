"""Settings from either file are checked as a whole, and every error names its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from checker.model import Confidence, Severity
from checker.policy import Effective, Waiver, ignored_rules, matches, waivers_for
from checker.policy.locate import LIMIT

Resolve = Callable[..., Effective]
Complaints = Callable[..., list[str]]

YAML = """\
policy: [privacy]
min-confidence: high
fail-on: high
exclude: [legacy/**]
include-tests: true
unread-ok: ["*.tpl.py"]
rules:
  LP103:
    severity: low
  quiet-login:
    enabled: true
    parameters: {events: [a, b]}
ignore: [LP001]
per-file-ignores:
  scripts/*: [LP101]
waivers:
  - rule: LP101
    path: shop/*.py
    function: login
    reason: goes away
    owner: web team
    expires: 2027-01-31
"""
TOML = """\
[tool.logproof]
policy = "privacy"
min-confidence = "high"
fail-on = "high"
exclude = ["legacy/**"]
include-tests = true
unread-ok = ["*.tpl.py"]
rules.LP103.severity = "low"
ignore = ["LP001"]
per-file-ignores = { "scripts/*" = ["LP101"] }
[tool.logproof.rules.quiet-login]
enabled = true
parameters.events = ["a", "b"]
[[tool.logproof.waivers]]
rule = "LP101"
path = "shop/*.py"
function = "login"
reason = "goes away"
owner = "web team"
expires = 2027-01-31
"""


def test_without_settings(resolved: Resolve) -> None:
    """Without settings the default pack holds, and every rule runs as it says itself."""
    effective = resolved()
    assert (effective.min_confidence, effective.fail_on, effective.include_tests) == (Confidence.MEDIUM, Severity.LOW, False)
    assert effective.policies == ("logproof:policies/default.yaml",)
    assert effective.settings == ""
    assert [name for name, rule in effective.rules.items() if not rule.enabled] == ["quiet-login"]
    assert effective.rules["personal-data-in-log"].parameters == {"categories": ("grave",)}


def test_every_setting(resolved: Resolve) -> None:
    """Each setting reaches the outcome, and says which line it came from."""
    effective = resolved(YAML)
    assert (effective.min_confidence, effective.fail_on, effective.include_tests) == (Confidence.HIGH, Severity.HIGH, True)
    assert (effective.exclude, effective.unread_ok) == (("legacy/**",), ("*.tpl.py",))
    assert effective.rules["container-in-log"].severity is Severity.LOW
    assert effective.rules["quiet-login"].enabled
    assert effective.rules["quiet-login"].parameters == {"events": ("a", "b"), "depth": 3, "strictly": False, "word": "x"}
    assert effective.rules["personal-data-in-log"].parameters == {"categories": ("grave", "personal")}
    assert not effective.rules["unread-file"].enabled
    waiver = Waiver("secret-in-log", "shop/*.py", "goes away", "web team", "2027-01-31", "login", "logproof.yaml", 17, 5)
    assert effective.waivers == (waiver,)
    assert effective.per_file_ignores == (("scripts/*", ("secret-in-log",)),)
    assert effective.origins["min-confidence"] == ("high", "logproof.yaml", 2)
    assert effective.origins["rules.container-in-log.severity"] == ("low", "logproof.yaml", 9)
    assert effective.origins["rules.quiet-login.parameters.events"] == (("a", "b"), "logproof.yaml", 12)
    assert effective.origins["rules.personal-data-in-log.parameters.categories"][1:] == ("logproof:policies/privacy.yaml", 8)
    assert effective.origins["rules.unread-file.enabled"] == (False, "logproof.yaml", 13)


def test_both_files_mean_the_same(resolved: Resolve, project: Path) -> None:
    """The same settings in pyproject.toml give the same result as in logproof.yaml."""
    from_yaml = resolved(YAML)
    (project / "logproof.yaml").unlink()
    (project / "pyproject.toml").write_text(TOML)
    from_toml = resolved()
    assert from_toml.digest == from_yaml.digest
    assert from_toml.origins["min-confidence"] == ("high", "pyproject.toml", 3)
    assert from_toml.origins["rules.quiet-login.parameters.events"] == (("a", "b"), "pyproject.toml", 13)
    assert (from_toml.waivers[0].file, from_toml.waivers[0].line) == ("pyproject.toml", 14)


def test_two_files(complaints: Complaints, project: Path) -> None:
    """Settings in both files are an error that names both, and other files' names are no settings."""
    (project / "pyproject.toml").write_text(TOML)
    assert complaints("fail-on: low")[0].startswith("pyproject.toml: there are settings in pyproject.toml and logproof.yaml")
    (project / "logproof.yaml").unlink()
    (project / "pyproject.toml").unlink()
    (project / "logproof.yml").write_text("fail-on: low")
    assert complaints() == ["logproof.yml: settings are read from logproof.yaml, not from logproof.yml\n  hint: rename it"]


def test_pyproject_without_the_table(resolved: Resolve, project: Path) -> None:
    """A pyproject.toml that only mentions logproof is no settings file; a broken one that mentions it is an error."""
    (project / "pyproject.toml").write_text('[project]\ndependencies = ["logproof"]\n')
    assert resolved("fail-on: high").settings == "logproof.yaml"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_settings_in_utf_16_are_told(complaints: Complaints, project: Path, encoding: str) -> None:
    """They would hold for nothing, as their bytes name nobody."""
    start = "" if encoding == "utf-16" else "\ufeff"
    (project / "pyproject.toml").write_bytes(f'{start}[tool.logproof]\nfail-on = "high"\n'.encode(encoding))
    assert complaints() == ["pyproject.toml: it is written in UTF-16\n  hint: TOML is UTF-8: save the file so"]


@pytest.mark.parametrize(
    ("table", "line"),
    [
        ("[tool.logproff]", 3),
        ("[logproof]", 3),
        ("[tool.log-proof.rules.LP101]", 3),
        ("[[tool.Logproof.waivers]]", 3),
        ("[tool.logprof]", 3),
    ],
)
def test_a_misspelt_table_is_told(complaints: Complaints, project: Path, table: str, line: int) -> None:
    """Settings that stand in a table of another name are an error, for they would silently hold for nothing."""
    (project / "pyproject.toml").write_text(f'[project]\nname = "shop"\n{table}\nfail-on = "high"\n')
    head = table.strip("[]").removesuffix(".rules.LP101").removesuffix(".waivers")
    assert complaints() == [
        f"pyproject.toml:{line}: `[{head}]` is no table of settings for logproof\n  hint: settings stand below `[tool.logproof]`"
    ]


@pytest.mark.parametrize(
    "table", ["[tool.logfire]", "[tool.lint]", "[project.logproof]", "[tool.poetry.group.logproof]", "[logproof_plugin]"]
)
def test_other_tables_are_left_alone(resolved: Resolve, project: Path, table: str) -> None:
    """A table that is somebody else's says nothing about the settings."""
    (project / "pyproject.toml").write_text(f'{table}\nfail-on = "high"\n')
    assert resolved("fail-on: high").settings == "logproof.yaml"


def test_all_errors_at_once(complaints: Complaints) -> None:
    """Every wrong key, word, type and trap is told in one run, from top to bottom, each with a place and a hint where there is one."""
    text = """\
polcy: [strict]
min-confidence: hihg
include-tests: no
exclude: build
rules:
  LP101: false
  LP102: {severity: 1.10}
waivers:
  - rule: secret-in-log
    path: x
    reason: " "
    expires: 2027-02-31
vocabulary:
  sanitizers: ["scrub()", {removes: [al]}]
  nmes: []
  names:
    - {category: secrit, label: x, words: [1]}
fail-on:
"""
    assert complaints(text) == [
        "logproof.yaml:1:1: unknown key `polcy`\n  hint: did you mean `policy`?",
        "logproof.yaml:2:17: `hihg` is not one of low, medium, high\n  hint: did you mean `high`?",
        'logproof.yaml:3:16: `no` is a boolean to some YAML readers and text to others\n  hint: write false, or "no" for the text',
        'logproof.yaml:4:10: `exclude` must be a list, not text (`build`)\n  hint: write ["build"]',
        "logproof.yaml:6:10: `LP101` must be a mapping, not a boolean (`false`)\n  hint: write `enabled: false` below it",
        'logproof.yaml:7:21: `1.10` would be read as the number 1.1\n  hint: write "1.10" for the text',
        "logproof.yaml:9:5: the key `owner` is missing\n  hint: Who sees to it that they go.",
        "logproof.yaml:11:13: `reason` must not be empty",
        "logproof.yaml:12:14: `2027-02-31` must be a date such as 2027-01-31",
        "logproof.yaml:14:16: `scrub()` must be a dotted name such as myproject.text.scrub or *.scrub, without parentheses",
        "logproof.yaml:14:38: `al` is not one of secret, grave, personal, untrusted, all\n  hint: did you mean `all`?",
        "logproof.yaml:15:3: unknown key `nmes`\n  hint: did you mean `names`?",
        "logproof.yaml:17:18: `secrit` is not one of secret, grave, personal, url\n  hint: did you mean `secret`?",
        'logproof.yaml:17:44: the value must be text, not a number (`1`)\n  hint: write "1"',
        "logproof.yaml:18:9: `fail-on` must be one of low, medium, high, critical",
    ]


def test_what_other_tools_write_behind_a_rule(complaints: Complaints) -> None:
    """A severity, or that it is off, behind a rule's name: the hint says where that stands here, in words that fit YAML and TOML."""
    for given, hint in (
        ("low", "`severity` stands below the rule: rules.LP101.severity"),
        ("disabled", "to switch it off, name it in `ignore`, or set rules.LP101.enabled to false"),
        ("of-late", "write `LP101: {enabled: ..., severity: ...}`"),
    ):
        told = f"logproof.yaml:1:16: `LP101` must be a mapping, not text (`{given}`)"
        assert complaints(f"rules: {{LP101: {given}}}\n") == [f"{told}\n  hint: {hint}"]


def test_rules_that_are_not_there(complaints: Complaints) -> None:
    """Every place that names a rule or a parameter is checked against the rules of the run."""
    text = """\
select: [LP7, secret-inlog]
ignore: [LP999]
rules:
  secret-in-logs: {enabled: true}
  LP101: {severity: low}
  secret-in-log: {severity: low}
  LP201:
    parameters: {event: [x], events: x, depth: true, strictly: 1, word: [x]}
per-file-ignores: {"a*": [secrets]}
waivers: [{rule: forged, path: x, reason: x, owner: x, expires: 2027-01-31}]
"""
    assert [problem.split("\n")[0] for problem in complaints(text)] == [
        "logproof.yaml:1:10: there is no rule `LP7`",
        "logproof.yaml:1:15: there is no rule `secret-inlog`",
        "logproof.yaml:2:10: there is no rule `LP999`",
        "logproof.yaml:4:3: there is no rule `secret-in-logs`",
        "logproof.yaml:6:3: `secret-in-log` and `LP101` are the same rule",
        "logproof.yaml:8:18: the rule `quiet-login` has no parameter `event`",
        "logproof.yaml:8:38: `events` must be a list",
        "logproof.yaml:8:48: `depth` must be a number",
        "logproof.yaml:8:64: `strictly` must be true or false",
        "logproof.yaml:8:73: `word` must be text",
        "logproof.yaml:9:27: there is no rule `secrets`",
        "logproof.yaml:10:18: there is no rule `forged`",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("select: [LP1xx]", "1:10: there is no rule `LP1xx`\n  hint: did you mean `LP1`, all rules whose codes begin so?"),
        ("ignore: ['lp1*']", "1:10: there is no rule `lp1*`\n  hint: did you mean `LP1`, all rules whose codes begin so?"),
        (
            "select: [LP190]",
            "1:10: there is no rule `LP190`\n  hint: those of LP1 are LP101 to LP103; `logproof rule --all` lists the rules",
        ),
        ("select: [LP7]", "1:10: there is no rule `LP7`\n  hint: codes begin with LP0, LP1, LP2; `logproof rule --all` lists the rules"),
        ("select: [secret-in-logs]", "1:10: there is no rule `secret-in-logs`\n  hint: did you mean `secret-in-log`?"),
        (
            "rules: {LP1: {severity: low}}",
            "1:9: there is no rule `LP1`\n  hint: name each rule, such as `secret-in-log` (LP101); `logproof rule --all` lists the rules",
        ),
        ("per-file-ignores: {a: [zzz]}", "1:24: there is no rule `zzz`\n  hint: `logproof rule --all` lists the rules"),
    ],
)
def test_what_a_wrong_rule_may_mean(complaints: Complaints, text: str, told: str) -> None:
    """A family, a code that there is not and a misspelt name get the hint that fits each, not the name that looks alike by chance."""
    assert complaints(text) == [f"logproof.yaml:{told}"]


def test_rules_are_looked_up_beside_other_mistakes(complaints: Complaints) -> None:
    """A document that is wrong elsewhere tells the rules that there are not in the same run, and what is blank by its key."""
    text = """\
polcy: []
exclude: [a, ""]
select: [LP2, LP7]
rules: {LP9: {severity: low}, "": {severity: low}}
per-file-ignores: {"a/**": ["", forged]}
waivers: [{rule: secrets, path: x, reason: "", owner: x, expires: 2027-01-31}, 7]
"""
    assert [problem.split("\n")[0] for problem in complaints(text)] == [
        "logproof.yaml:1:1: unknown key `polcy`",
        "logproof.yaml:2:14: an item of `exclude` must not be empty",
        "logproof.yaml:3:15: there is no rule `LP7`",
        "logproof.yaml:4:9: there is no rule `LP9`",
        "logproof.yaml:4:31: a key of `rules` must not be empty",
        "logproof.yaml:5:29: an item of `a/**` must not be empty",
        "logproof.yaml:5:33: there is no rule `forged`",
        "logproof.yaml:6:18: there is no rule `secrets`",
        "logproof.yaml:6:44: `reason` must not be empty",
        "logproof.yaml:6:80: the value must be a mapping, not a number (`7`)",
    ]


def test_select(resolved: Resolve) -> None:
    """A selection takes names, codes and beginnings of codes, turns on what is off by default, and keeps the rules about the run."""
    effective = resolved("select: [LP2, container-in-log]\nignore: [LP103]\n")
    assert [name for name, rule in effective.rules.items() if rule.enabled] == ["unread-file", "quiet-login"]


def test_a_selection_of_which_nothing_is_left(resolved: Resolve, complaints: Complaints) -> None:
    """Where all that is selected is ignored too, nothing would be looked at, and "no findings" would say what is not so."""
    hint = "\n  hint: a run without rules would find nothing whatever the code does"
    told = f"`ignore` leaves none of the rules that are selected{hint}"
    assert complaints("select: [LP101]\nignore: [LP103, LP101]\n") == [f"logproof.yaml:2:1: {told}"]
    assert complaints("ignore: [LP101]\n", overrides={"select": ["LP101"]}) == [f"logproof.yaml:1:1: {told}"]
    assert complaints("fail-on: high\n", overrides={"select": ["LP101"], "ignore": ["LP1"]}) == [told]
    assert resolved("select: [LP1]\nignore: [LP101]\n").rules["container-in-log"].enabled


def test_command_line(resolved: Resolve, complaints: Complaints) -> None:
    """Options beat settings, lists add up, what is None was not given, and a wrong option is told without a file."""
    text = "select: [LP101]\nfail-on: high\nexclude: [a]\n"
    overrides = {"select": ("LP102",), "fail_on": None, "exclude": ("b",), "min-confidence": Confidence.LOW}
    effective = resolved(text, overrides=overrides)
    assert [name for name, rule in effective.rules.items() if rule.enabled] == ["unread-file", "personal-data-in-log"]
    assert (effective.fail_on, effective.exclude, effective.min_confidence) == (Severity.HIGH, ("a", "b"), Confidence.LOW)
    assert effective.origins["min-confidence"] == ("low", "command line", 0)
    assert complaints(text, overrides={"fail_on": "hgih", "ignore": ["LP9"]}) == [
        "`hgih` is not one of low, medium, high, critical\n  hint: did you mean `high`?"
    ]


def test_named_file(resolved: Resolve, complaints: Complaints, project: Path) -> None:
    """A file named with --config takes the place of the project's, and its absence or its kind is an error."""
    other = project.parent / "other.toml"
    other.write_text('[tool.logproof]\nfail-on = "critical"\n')
    assert resolved("fail-on: low", config=other).fail_on is Severity.CRITICAL
    assert "there is no file" in complaints(config=project / "none.yaml")[0]
    assert ".yaml and .toml" in complaints(config=project / "setup.cfg")[0]
    other.write_text("[tool.other]\n")
    assert "there is no table [tool.logproof]" in complaints(config=other)[0]


@pytest.mark.parametrize("text", ["", "# nothing\n", "{}\n", "---\n"])
def test_empty(resolved: Resolve, project: Path, text: str) -> None:
    """An empty settings file changes nothing."""
    (project / "logproof.yaml").write_text(text)
    assert resolved().fail_on is Severity.LOW


def test_no_mapping(complaints: Complaints, project: Path) -> None:
    """A settings file that is a list or too large is an error."""
    assert complaints("- a\n") == ["logproof.yaml:1:1: the value must be a mapping, not a list"]
    assert "larger than" in complaints("#" * (LIMIT + 1))[0]


def test_terminal_characters(complaints: Complaints) -> None:
    """What a message quotes from a file cannot move a terminal's cursor."""
    assert complaints('"a\\e[2J\\u202e`b": 1\n')[0].startswith("logproof.yaml:1:1: unknown key `a\\x1b[2J\\u202e`b`")


def test_globs(resolved: Resolve) -> None:
    """Globs are those of .gitignore, for ignores and waivers alike."""
    effective = resolved(YAML)
    assert matches(effective.exclude, "legacy/a/b.py")
    assert not matches(effective.exclude, "shop/legacy.py")
    assert ignored_rules(effective, "scripts/run.py") == {"secret-in-log"}
    assert ignored_rules(effective, "shop/a.py") == frozenset()
    assert waivers_for(effective, "shop/a.py") == effective.waivers
    assert waivers_for(effective, "shop/b/a.py") == ()
