"""A cause is told once and a long report is folded: what is kept, and that nothing is lost."""

from __future__ import annotations

import re
from typing import Any

from msgspec.structs import replace

from checker.model import Confidence, Finding, Report, Severity, Span, Step, Suppression
from checker.report.causes import causes
from checker.report.folding import MOST_WHOLE, folded
from checker.report.github import render as annotations
from checker.report.html import render as page
from checker.report.markdown import render as markdown
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
    lines = {(cause.first.span.path, cause.first.span.line) for cause in rule.whole} | {
        (path, line) for path, numbers in rule.others for line in numbers
    }
    assert lines == {(finding.span.path, finding.span.line) for finding in MANY}
    assert len(rule.whole) + rule.left == len(MANY)


def test_the_surest_are_shown() -> None:
    """Of one rule's findings the surest are shown in full, in the report's order."""
    sure = _finding(90, "z.py", confidence=Confidence.HIGH)
    (rule,) = folded((*MANY, sure))
    assert rule.whole[-1].first == sure


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


def _leak(path: str, line: int, value: str = "self.headers", **more: Any) -> Finding:
    told = (("value", value), ("leaks", "the headers"), ("sink", "logging"))
    return replace(_finding(line, path), properties=told, **more)


HEADERS = (*(_leak("client.py", line) for line in (10, 20, 30)), _leak("other.py", 5, steps=(Step(Span("client.py", 3, 1, 3, 9), "born"),)))


def test_one_value_is_one_cause() -> None:
    """What is born in one file under one name is told with its shortest way; the others are its places, in order."""
    (cause,) = causes(reversed(HEADERS))
    assert cause.first == HEADERS[0]
    assert cause.places == (("client.py", (20, 30)), ("other.py", (5,)))


def test_the_surest_stands_for_its_cause() -> None:
    """A longer way that is surer goes before the shortest."""
    sure = replace(HEADERS[3], confidence=Confidence.HIGH)
    assert causes((*HEADERS[:3], sure))[0].first == sure


def test_what_is_not_one_cause() -> None:
    """Another file, name, value, rule or standing is a cause of its own, and so is each finding without a value."""
    others = (
        _leak("server.py", 7),
        _leak("client.py", 8, "headers"),
        replace(HEADERS[0], properties=(("value", "self.headers"), ("leaks", "the cookies"))),
        replace(HEADERS[0], code="LP103"),
        replace(HEADERS[0], suppressed=Suppression("comment", "public")),
        *MANY[:2],
    )
    assert [cause.others for cause in causes((HEADERS[0], *others))] == [()] * 8


def test_a_cause_is_told_once() -> None:
    """The text report shows one finding of a cause and the places of the others; with ``whole`` each."""
    short = render(_report(*HEADERS), Options(whole=False))
    assert short.count("secret-in-log: number") == 1
    assert "also the same value at 3 more places (--all shows each in full)" in short
    assert "client.py:20, 30\n" in short
    assert "other.py:5\n" in short
    assert "4 findings" in short
    assert render(_report(*HEADERS), Options()).count("secret-in-log: number") == 4


def test_causes_are_what_makes_a_report_long() -> None:
    """Many findings of few causes are no long report, and a folded one counts all findings that it does not show."""
    many = tuple(_leak("client.py", line) for line in range(1, MOST_WHOLE + 10))
    assert "more of LP101" not in render(_report(*many), Options(whole=False))
    (rule,) = folded((*many, *MANY))
    assert len(rule.whole) == 3
    assert sum(1 + len(cause.others) for cause in rule.whole) + rule.left == len(many) + len(MANY)


def test_a_summary_names_every_place_of_a_cause() -> None:
    """The Markdown summary has one row for a cause, and its details list the places of the others."""
    page = markdown(_report(*HEADERS), Options())
    assert page.count("| critical |") == 1
    assert "`client.py:10` and 3 more places |" in page
    assert "- `client.py`: 20, 30\n- `other.py`: 5\n" in page


def test_annotations_go_to_causes_first() -> None:
    """Of ten annotations none is spent on the second place of a cause while another cause has none."""
    crowd = tuple(_leak("client.py", line, confidence=Confidence.HIGH) for line in range(1, 21))
    lines = annotations(_report(*crowd, *MANY[:5]), Options()).splitlines()
    assert len(lines) == 11
    assert "the same value at 19 more places" in lines[0]
    assert all(f"number {finding.span.line} leaks" in line for finding, line in zip(MANY[:5], lines[1:6], strict=True))


def test_what_is_said_of_several_places_is_said_once() -> None:
    """Related places next to each other of which the same is said get a line each; any other keeps its own sentence."""
    steps = [
        Step(Span("a.py", line, 1, line, 2), text) for line, text in ((1, "f() is looked at"), (2, "g() is looked at"), (3, "h() decides"))
    ]
    text = render(_report(replace(_finding(9, "b.py"), related=tuple(steps))), Options(width=100))
    assert "see each of these is looked at:\n    │       a.py:1:1 f()\n    │       a.py:2:1 g()\n    │ see a.py:3:1 h() decides\n" in text


def _change(line: int, code: str, rule: str, event: str, function: str = "Accounts.sign_up") -> Finding:
    told = (("event", event), ("way", f"calls {rule}()"))
    return replace(_finding(line, "accounts.py"), code=code, rule=rule, severity=Severity.MEDIUM, function=function, properties=told)


CHANGES = (
    _change(12, "LP208", "unlogged-user-change", "user_created"),
    _change(14, "LP209", "unlogged-privilege-change", "privilege_permissions_changed"),
    _change(15, "LP202", "unlogged-login-success", "authn_login_success"),
)


def test_what_a_function_changes_is_one_cause() -> None:
    """A function that makes a user, gives a role and logs in needs one place where it is told; a refusal, or another function, is apart."""
    refused = _change(20, "LP201", "unlogged-login-failure", "authn_login_fail")
    another = _change(30, "LP208", "unlogged-user-change", "user_created", "Accounts.invite")
    found = causes((*CHANGES, refused, another))
    assert [(cause.first.span.line, [one.span.line for one in cause.others]) for cause in found] == [(12, [14, 15]), (20, []), (30, [])]


def test_the_changes_of_a_function_are_named() -> None:
    """Below the first stands what else the function does, with the rule of each, and where."""
    for shown in (render(_report(*CHANGES), Options(width=140, whole=False)), markdown(_report(*CHANGES), Options())):
        assert "2 more changes of this function" in shown
        for line, rule in ((14, "unlogged-privilege-change"), (15, "unlogged-login-success")):
            assert any(f"accounts.py:{line}" in text and rule in text for text in shown.splitlines())


def test_the_page_counts_as_the_text_does() -> None:
    """The page's table counts each finding with its own rule, also one that stands below another's; only rules with a section are links."""
    another = _change(40, "LP209", "unlogged-privilege-change", "privilege_permissions_changed", "Accounts.promote")
    shown = page(_report(*CHANGES, another), Options())
    rows = dict(re.findall(r"<td>(?:<a [^>]*>)?(LP\d+) [^<]*(?:</a>)?</td><td class=\"count\">(\d+)</td>", shown))
    assert rows == {"LP208": "1", "LP209": "2", "LP202": "1"}
    for code in re.findall(r'<a href="#(LP\d+)">', shown):
        assert f'id="{code}"' in shown


def test_folded_changes_stand_with_their_rules() -> None:
    """In a long report each of a function's changes that is not shown in full is counted with its own rule."""
    many = [replace(one, function=f"f{number}", span=Span("a.py", 10 * number + at, 1, 10 * number + at, 2))
            for number in range(9) for at, one in enumerate(CHANGES)]  # fmt: skip
    whole = {finding.span for rule in folded(many) for cause in rule.whole for finding in (cause.first, *cause.others)}
    assert {rule.code: rule.left for rule in folded(many)} == {"LP208": 6, "LP209": 6, "LP202": 6}
    assert len(whole) == 9


def test_a_long_report_ends_with_what_to_do_about_it() -> None:
    """Who meets many findings at once learns how to accept them; not who has few, or goes by a baseline already."""
    told = "logproof baseline create accepts these"
    assert told in render(_report(*MANY), Options())
    assert told not in render(_report(*MANY[:5]), Options())
    assert told not in render(replace(_report(*MANY), baseline="logproof-baseline.json"), Options())
