"""Every rule's page is complete, and its examples give exactly the findings that they promise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from checker import fix, pipeline
from checker.model import Finding
from checker.rule import Example, Rule
from checker.rules import registry
from checker.rules.index import index_page

ROOT = Path(__file__).resolve().parents[1]
RULES = registry()
LEAKS = tuple(rule for rule in RULES if rule.code.startswith("LP1"))
_MOST_EXAMPLES = 6
_TODAY = "2026-01-01"
_REQUIREMENTS = {
    "owasp": re.compile(r"A(0[1-9]|10):(2021|2025)"),
    "asvs": re.compile(r"([1-9]|1[0-7])\.[1-9]\d*\.[1-9]\d*"),
    "pci": re.compile(r"([1-9]|1[0-2])\.[1-9]\d*(\.[1-9]\d*){1,2}"),
}
"""The forms of requirements' ids: OWASP Top 10 with its year, ASVS 5.0's seventeen chapters, PCI DSS's twelve requirements."""

every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


def test_rules_are_found() -> None:
    """Each module of a family whose name does not begin with an underscore holds exactly one rule."""
    modules = Counter(rule.module for rule in RULES)
    files = (ROOT / "checker" / "rules").glob("*/[a-z]*.py")
    assert modules == Counter(f"checker.rules.{file.parent.name}.{file.stem}" for file in files)


def test_codes_and_names_are_unique() -> None:
    """A code or a name means one rule, and a name is not another rule's code."""
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)


@every_rule
def test_code_and_name_have_their_form(rule: Rule) -> None:
    """Codes are LP and three digits, names are kebab-case, and the file is named like the rule."""
    assert re.fullmatch(r"LP\d{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert rule.module.rpartition(".")[2] == rule.name.replace("-", "_")


@every_rule
def test_requirements_are_well_formed(rule: Rule) -> None:
    """Ids of standards have their standard's form and stand once each."""
    assert all(_REQUIREMENTS["owasp"].fullmatch(found) for found in rule.owasp)
    assert all(_REQUIREMENTS["asvs"].fullmatch(found) for found in rule.asvs)
    assert all(_REQUIREMENTS["pci"].fullmatch(found) for found in rule.pci)
    for found in (rule.owasp, rule.asvs, rule.pci, rule.cwe):
        assert len(set(found)) == len(found)


@every_rule
def test_the_page_is_complete(rule: Rule) -> None:
    """A page has a title, says why it matters and how to fix it, and tells of the rule's parameters."""
    page = rule.page
    assert 10 < len(page.title) < 80
    assert not page.title.startswith("#")
    assert page.why
    assert page.help
    settings = page.section("Settings")
    assert all(f"`{parameter}`" in settings for parameter in rule.defaults)


@pytest.mark.parametrize("rule", LEAKS, ids=lambda rule: rule.name)
def test_the_page_teaches_by_example(rule: Rule) -> None:
    """A leak's page shows at least one bad and one good example and at most six."""
    examples = list(rule.page.examples())
    assert any(example.expected for example in examples)
    assert any(not example.expected or example.fixed for example in examples)
    assert len(examples) <= _MOST_EXAMPLES


@every_rule
def test_other_rules_on_the_page_exist(rule: Rule) -> None:
    """A kebab-case name below "See also" is a rule's name."""
    names = re.findall(r"`([a-z]+(?:-[a-z]+)+)`", rule.page.section("See also"))
    assert set(names) <= {other.name for other in RULES} - {rule.name}


@every_rule
def test_the_page_is_printed_without_marks_of_tests(rule: Rule) -> None:
    """What a reader gets tells what is reported on which line, and nothing that only tests need; a fix's outcome has no marks."""
    page = rule.page
    assert "expect:" not in page.printed
    assert not re.search(r"^```\w+ ", page.printed, re.MULTILINE)
    lines = page.printed.splitlines()
    for example in page.examples():
        for path, number, message in example.expected:
            source = dict(example.files)[path].splitlines()[number - 1].rpartition("# expect:")[0].rstrip()
            assert f"{source}  # reported: {message}" in lines
        assert example.fixed is None or re.sub(r"  # expect:.*", "", example.fixed) in page.printed


def examples_of(rules: tuple[Rule, ...]) -> pytest.MarkDecorator:
    """Each example of each rule as a case of its own."""
    cases = [
        pytest.param(rule, example, id=f"{rule.name}-{number}") for rule in rules for number, example in enumerate(rule.page.examples(), 1)
    ]
    return pytest.mark.parametrize(("rule", "example"), cases)


@examples_of(LEAKS)
def test_examples_are_python(rule: Rule, example: Example) -> None:
    """A reader can paste an example as it stands."""
    for path, text in example.files:
        compile(text, path, "exec")
    if example.fixed is not None:
        compile(example.fixed, "fixed.py", "exec")


def test_the_index_does_not_drift() -> None:
    """docs/rules.md is what the rules say today; renew it with ``python -m checker.rules > docs/rules.md``."""
    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == index_page(RULES)


def test_the_index_links_to_the_rules() -> None:
    """Every link of the index leads to a file of the repository."""
    links = re.findall(r"\]\((\.\./[^)]+)\)", index_page(RULES))
    assert len(links) == len(RULES)
    assert all((ROOT / "docs" / link).resolve().is_file() for link in links)


def _run(folder: Path, files: Iterable[tuple[str, str]], example: Example) -> pipeline.Outcome:
    """Check the files in a project of their own, with the example's options."""
    for path, text in files:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    policies = tuple(value for key, value in example.policy if key == "policy")
    return pipeline.check(pipeline.Request((str(folder),), str(folder), policies=policies, today=_TODAY, cache=False, jobs=1))


def _differences(promised: Iterable[tuple[str, int, str]], findings: Iterable[Finding]) -> list[str]:
    """What was promised and is not found, and what is found and was not promised."""
    left = list(findings)
    told = []
    for path, line, message in promised:
        match = next((one for one in left if (one.span.path, one.span.line) == (path, line) and message in one.message), None)
        if match:
            left.remove(match)
        else:
            told.append(f"missed: {path}:{line}: {message}")
    return [*told, *(f"not promised: {one.span.path}:{one.span.line}: {one.message}" for one in left)]


@examples_of(RULES)
def test_examples_give_what_they_promise(rule: Rule, example: Example, tmp_path: Path) -> None:
    """Each mark of an example is a finding of the page's rule, and there is no other finding of it."""
    outcome = _run(tmp_path / "project", example.files, example)
    assert _differences(example.expected, (one for one in outcome.report.findings if one.rule == rule.name)) == []


@examples_of(RULES)
def test_fixed_examples_are_what_the_fix_makes(rule: Rule, example: Example, tmp_path: Path) -> None:
    """The fence called ``fixed`` is the fix's outcome, byte for byte, and nothing is found in it any more."""
    if example.fixed is None:
        return
    outcome = _run(tmp_path / "project", example.files, example)
    mine = [one for one in outcome.report.findings if one.rule == rule.name]
    made = fix.plan(mine, lambda path: (tmp_path / "project" / path).read_bytes(), unsafe=True)
    assert [change.new.decode("utf-8") for change in made.changes] == [example.fixed]
    again = _run(tmp_path / "fixed", [(made.changes[0].path, example.fixed)], example)
    assert [one.message for one in again.report.findings if one.rule == rule.name] == []
