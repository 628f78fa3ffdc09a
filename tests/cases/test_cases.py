"""The labelled cases: what must be reported is, what must not be is not."""

from __future__ import annotations

from collections import Counter

import pytest

from checker.model import Confidence, Finding, Severity, Span
from checker.rule import read_example
from checker.rules import registry
from tests.cases.judging import Case, cases, compare, gaps, judge

CASES = list(cases())
GAPS = gaps()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_case(case: Case) -> None:
    """A case gives exactly the findings of its marks, unless known-gaps.txt says why it does not yet."""
    outcome = judge(case)
    if case.id in GAPS:
        assert not outcome.passed, f"{case.id} passes now: take it out of known-gaps.txt"
    else:
        assert outcome.passed, f"{case.id}\n{outcome}"


def test_gaps_name_cases() -> None:
    """Every known gap is a case that exists."""
    assert set(GAPS) <= {case.id for case in CASES}


def test_cases_are_balanced() -> None:
    """Every rule with cases exists, has cases of both kinds, and over all rules two in five or more must stay silent."""
    silent = Counter(case.rule for case in CASES if case.silent)
    loud = Counter(case.rule for case in CASES if not case.silent)
    assert silent.keys() == loud.keys() <= {rule.name for rule in registry()}
    assert sum(silent.values()) >= 0.4 * len(CASES)


def test_cases_are_python() -> None:
    """Every file of a case that is called so is Python as it stands."""
    for case in CASES:
        for path, text in case.example.files:
            if not path.endswith(".py"):
                continue
            compile(text, f"{case.id}: {path}", "exec")


_TEXT = "import logging\nlogging.info(password)  # expect: password|pwd\n"


def _finding(line: int, message: str = "a Password is logged", rule: str = "secret-in-log", code: str = "LP101") -> Finding:
    span = Span("example.py", line, 1, line, 10)
    return Finding(code, rule, message, Severity.HIGH, Confidence.HIGH, span, "", "")


@pytest.mark.parametrize(
    ("text", "findings", "missed", "false_alarms"),
    [
        (_TEXT, [_finding(2)], 0, 0),
        (_TEXT, [_finding(2, "the pwd is logged")], 0, 0),
        (_TEXT, [], 1, 0),
        (_TEXT, [_finding(2, "a token is logged")], 1, 0),
        (_TEXT, [_finding(1)], 1, 1),
        (_TEXT, [_finding(2), _finding(1, rule="forged-log-line", code="LP106")], 0, 0),
        ("x = 1\n", [], 0, 0),
        ("x = 1\n", [_finding(1, rule="forged-log-line", code="LP106")], 0, 1),
        ("x = 1\n", [_finding(1, rule="unused-suppression", code="LP003")], 0, 0),
        ("x = 1\n", [_finding(1, rule="unread-file", code="LP001")], 0, 1),
        (_TEXT, [_finding(2), _finding(1, rule="unread-file", code="LP001")], 0, 1),
    ],
)
def test_findings_are_compared(text: str, findings: list[Finding], missed: int, false_alarms: int) -> None:
    """A mark needs a finding of its rule, line and word; other rules' findings count only where nothing is marked."""
    outcome = compare(Case("secret-in-log", "made_up", read_example(text)), findings)
    assert (len(outcome.missed), len(outcome.false_alarms)) == (missed, false_alarms)
    assert outcome.passed == (missed == false_alarms == 0)
