"""Labelled cases: each is run as a project of its own, and what is found is compared with its marks."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from checker.model import Finding
from checker.rule import Example, read_example
from checker.rules import registry

HERE = Path(__file__).resolve().parent
GAPS = HERE / "known-gaps.txt"


@dataclass(frozen=True, slots=True)
class Case:
    """One file below ``tests/cases/RULE/``."""

    rule: str
    name: str
    example: Example

    @property
    def id(self) -> str:
        """``rule/name``, as known-gaps.txt has it."""
        return f"{self.rule}/{self.name}"

    @property
    def silent(self) -> bool:
        """Whether nothing may be reported."""
        return not self.example.expected


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the findings differ from the marks; both are empty where the case passes."""

    missed: tuple[str, ...]
    false_alarms: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether exactly the marks were found."""
        return not self.missed and not self.false_alarms

    def __str__(self) -> str:
        return "\n".join([*(f"- missed       {line}" for line in self.missed), *(f"+ false alarm  {line}" for line in self.false_alarms)])


def cases(rule: str = "") -> Iterator[Case]:
    """Every case, or those of one rule, in a stable order; a ``.case`` has files that are no Python too."""
    for path in sorted([*HERE.glob(f"{rule or '*'}/*.py"), *HERE.glob(f"{rule or '*'}/*.case")]):
        yield Case(path.parent.name, path.stem, read_example(path.read_text(encoding="utf-8")))


def gaps() -> dict[str, str]:
    """The cases that are known to fail, each with its reason; a line of the file is ``rule/name: reason``."""
    lines = [line.partition(": ") for line in GAPS.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    found = {name: reason.strip() for name, _, reason in lines}
    if len(found) != len(lines) or not all(found.values()):
        message = f"{GAPS.name} has a case twice, or one without a reason"
        raise ValueError(message)
    return found


def judge(case: Case) -> Outcome:
    """Run the case and compare."""
    return compare(case, run(case.example, _off(case.rule)))


def compare(case: Case, findings: Iterable[Finding]) -> Outcome:
    """A mark wants a finding of its rule, on its line, with one of its words (``a|b``); a case without marks wants no leak at all."""
    relevant = [one for one in findings if _counts(case, one)]
    missed = [mark for mark in case.example.expected if not any(_answers(one, mark) for one in relevant)]
    marked = {(path, line) for path, line, _ in case.example.expected}
    stray = [one for one in relevant if not marked & _places(one)]
    return Outcome(
        tuple(f"{path}:{line} {_words(words)}" for path, line, words in missed),
        tuple(f"{one.span.path}:{one.span.line} {one.rule}: {one.message}" for one in stray),
    )


def _counts(case: Case, finding: Finding) -> bool:
    """A file that could not be read counts always: silence about it says nothing."""
    return finding.rule in (case.rule, "unread-file") or (case.silent and finding.code.startswith("LP1"))


def _answers(finding: Finding, mark: tuple[str, int, str]) -> bool:
    path, line, words = mark
    text = finding.message.lower()
    return (path, line) in _places(finding) and any(word.lower() in text for word in words.split("|"))


def _places(finding: Finding) -> set[tuple[str, int]]:
    """The lines of the call; a mark stands on one of them."""
    return {(finding.span.path, line) for line in range(finding.span.line, finding.span.end_line + 1)}


def _words(words: str) -> str:
    return f"a message with {words!r}" if words else "any message"


def _off(rule: str) -> str:
    """The rule's name where it is off by default, so that a case has to ask for it; ``""`` for every other rule."""
    return next((one.name for one in registry() if one.name == rule and not one.enabled), "")


def run(example: Example, select: str = "") -> tuple[Finding, ...]:
    """The findings of a check of just these files, as the default settings show them; or those of one rule."""
    with tempfile.TemporaryDirectory(prefix="case-") as folder:
        root = Path(folder).resolve()
        (root / "pyproject.toml").write_text('[project]\nname = "case"\n', encoding="utf-8")
        for path, text in example.files:
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        return _check(root, select)


def _check(root: Path, select: str) -> tuple[Finding, ...]:
    from checker.pipeline import Request, check

    chosen = {"select": [select]} if select else {}
    return check(Request(cwd=str(root), overrides=chosen, today="2026-01-01", cache=False, jobs=1)).report.findings
