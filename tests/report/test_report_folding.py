"""A long report is folded: what is kept, and that nothing is lost."""

from __future__ import annotations

from msgspec.structs import replace

from checker.model import Confidence, Finding, Report, Severity, Span
from checker.report.folding import MOST_WHOLE, folded
from checker.report.options import Options
from checker.report.text import render


def _finding(number: int, path: str, rule: str = "secret-in-log", confidence: Confidence = Confidence.MEDIUM) -> Finding:
    code = "LP101" if rule == "secret-in-log" else "LP305"
    severity = Severity.CRITICAL if rule == "secret-in-log" else Severity.LOW
    return Finding(code, rule, f"number {number} leaks", severity, confidence, Span(path, number, 1, number, 2), "", "")


def _report(*findings: Finding) -> Report:
    return Report(findings=findings, files=2, lines=100)


MANY = tuple(_finding(number, "a.py" if number % 2 else "b.py") for number in range(1, MOST_WHOLE + 2))


def test_nothing_is_lost() -> None:
    """Every finding of a folded report stands in full or by its line."""
    rule, *others = folded(MANY)
    assert not others
    lines = {(finding.span.path, finding.span.line) for finding in rule.whole} | {
        (path, line) for path, numbers in rule.others for line in numbers
    }
    assert lines == {(finding.span.path, finding.span.line) for finding in MANY}
    assert len(rule.whole) + rule.left == len(MANY)


def test_the_surest_are_shown() -> None:
    """Of one rule's findings the surest are shown in full, in the report's order."""
    sure = _finding(90, "z.py", confidence=Confidence.HIGH)
    (rule,) = folded((*MANY, sure))
    assert rule.whole[-1] == sure


def test_the_worst_rule_comes_first() -> None:
    """A critical rule stands before one of low severity, wherever the findings lie."""
    assert [rule.code for rule in folded((_finding(1, "a.py", "lost-traceback"), *MANY))] == ["LP101", "LP305"]


def test_one_more_than_the_examples_is_shown_too() -> None:
    """No list of places stands for a single finding."""
    (rule,) = folded(MANY[:4])
    assert len(rule.whole) == 4
    assert not rule.left


def test_a_long_report_is_folded_unless_all_is_asked_for() -> None:
    """Over the bound the text report shows three findings of a rule in full and names the places of the others; with ``whole`` all."""
    report = _report(*MANY)
    short = render(report, Options(whole=False))
    assert short.count("secret-in-log: number") == 3
    assert f"{len(MANY) - 3} more of LP101 secret-in-log (--all shows them in full)" in short
    assert "\n  b.py:" in short
    assert render(report, Options()).count("secret-in-log: number") == len(MANY)


def test_a_short_report_is_not_folded() -> None:
    """Up to the bound every finding is shown in full, in the order of places."""
    report = _report(*MANY[:MOST_WHOLE])
    assert render(report, Options(whole=False)) == render(report, Options())


def test_a_strange_path_stays_on_its_line() -> None:
    """A path with a line break or a terminal's escape is written visibly among the places too."""
    found = tuple(replace(finding, span=replace(finding.span, path="a\n\x1b[2J.py")) for finding in MANY)
    assert "\x1b" not in render(_report(*found), Options(whole=False))
