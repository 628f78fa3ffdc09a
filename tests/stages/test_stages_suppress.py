"""What comments and waivers hide, and what is said of those that do not."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from checker import suppress
from checker.fix import plan
from checker.model import Confidence, Finding, Severity, Span, Suppression
from checker.policy import Waiver
from checker.run_facts import Comment
from checker.source.ir import Comment as Record
from checker.suppress import Known, expired, idle, parse, silence, unused

NAMES = {"secret-in-log": "LP101", "forged-log-line": "LP106", "locked-rule": "LP110", "unread-file": "LP001"}
KNOWN = Known({word: name for name, code in NAMES.items() for word in (name, code)}, NAMES, frozenset({"locked-rule"}), "2026-01-15")


def comment(text: str, line: int = 3, first: int = 3, last: int = 4) -> Comment:
    """Parse a comment at column 20."""
    return parse("app.py", Record(line, 20, 20 + len(text), text, first, last), KNOWN)


def finding(rule: str = "secret-in-log", line: int = 3, path: str = "app.py", function: str = "Shop.login") -> Finding:
    """A finding at a line."""
    span = Span(path, line, 5, line, 10)
    return Finding(NAMES[rule], rule, "message", Severity.HIGH, Confidence.HIGH, span, "why", "help", function=function)


def no_waivers(path: str) -> Sequence[Waiver]:
    """There are none."""
    return ()


@pytest.mark.parametrize(
    ("text", "rules", "reason", "until"),
    [
        ("# logproof: ignore[secret-in-log] it is fine", ("secret-in-log",), "it is fine", ""),
        ("#logproof:ignore[ LP101 , forged-log-line ]: it is fine", ("LP101", "forged-log-line"), "it is fine", ""),
        ("# logproof: ignore[LP101] see #12 until=2027-01-31", ("LP101",), "see #12", "2027-01-31"),
        ("# logproof: ignore[LP101] until=2027-01-31 because", ("LP101",), "because", "2027-01-31"),
        ("# noqa: E501  # logproof: ignore[LP101] fine  # type: ignore", ("LP101",), "fine", ""),
    ],
)
def test_a_comment_is_read(text: str, rules: tuple[str, ...], reason: str, until: str) -> None:
    """Names and codes, the reason and the last day; other tools' comments beside it do not count."""
    made = comment(text)
    assert (made.rules, made.reason, made.until, made.error) == (rules, reason, until, "")


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("# logproof: ignore", "it must name the rules that it means: `ignore[RULE] reason`"),
        ("# logproof: ignore because", "it must name the rules that it means: `ignore[RULE] reason`"),
        ("# logproof: ignore[LP101 because", "the bracket is not closed"),
        ("# logproof: ignore[] because", "there is no rule between the brackets"),
        ("# logproof: ignore[*] because", "there is no rule `*`"),
        ("# logproof: ignore[lp101] because", "there is no rule `lp101`, did you mean `LP101`?"),
        ("# logproof: ignore[SECRET-IN-LOG] because", "there is no rule `SECRET-IN-LOG`, did you mean `secret-in-log`?"),
        ("# logproof: ignore[LP101, secret-in-logs] because", "there is no rule `secret-in-logs`, did you mean `secret-in-log`?"),
        ("# logproof: ignore[LP1] because", "there is no rule `LP1`; name each rule, such as `secret-in-log` (LP101)"),
        ("# logproof: ignore[LP199] because", "there is no rule `LP199`; those of LP1 are LP101 to LP110"),
        ("# logproof: ignore[LP101]", "the reason is missing behind the bracket"),
        ("# logproof: ignore[LP101] until=2027-01-31", "the reason is missing behind the bracket"),
        ("# logproof: ignore[LP101] because until=soon", "`until=soon` is no date such as 2027-01-31"),
        ("# logproof: ignore[LP101] because until=20270131", "`until=20270131` is no date such as 2027-01-31"),
        ("# logproof: ignore[LP101] because until=", "`until=` is no date such as 2027-01-31"),
        ("# logproof: ignore[locked-rule] because", "the policy locks `locked-rule`: no comment may hide it"),
        ("# logproof: ignore[LP001] because", "`LP001` is about the run itself and cannot be hidden by a comment"),
        ("# logproof: ignored", "after `logproof:` must stand `ignore[RULE] reason`"),
        ("# logproof: disable=LP101", "after `logproof:` must stand `ignore[RULE] reason`"),
    ],
)
def test_a_malformed_comment_hides_nothing(text: str, error: str) -> None:
    """Whatever is wrong is said, and no finding is hidden, not even of the rules that are spelled well."""
    made = comment(text)
    assert made.error == error
    assert silence([finding()], [made], no_waivers, KNOWN).suppressed == []
    assert list(unused([made], set(), lambda name, path: True, lambda path, line: "", KNOWN)) == []


def test_a_comment_covers_its_statement_alone() -> None:
    """Findings of the named rule within the covered lines are hidden; other lines, rules and files are not."""
    made = comment("# logproof: ignore[LP101] because")
    inside, outside = (
        [finding(line=3), finding(line=4)],
        [finding(line=2), finding(line=5), finding("forged-log-line"), finding(path="b.py")],
    )
    parted = silence([*inside, *outside], [made], no_waivers, KNOWN)
    assert [found.span for found in parted.suppressed] == [found.span for found in inside]
    assert parted.shown == outside
    assert parted.suppressed[0].suppressed is not None
    assert parted.suppressed[0].suppressed.reason == "because"


def test_a_comment_holds_through_its_last_day() -> None:
    """On the day that it names it still hides; a day later it is reported instead."""
    last, over = (
        comment("# logproof: ignore[LP101] because until=2026-01-15"),
        comment("# logproof: ignore[LP101] because until=2026-01-14"),
    )
    assert len(silence([finding()], [last], no_waivers, KNOWN).suppressed) == 1
    assert len(silence([finding()], [over], no_waivers, KNOWN).suppressed) == 0
    assert [(fact.kind, fact.until) for fact in expired([last, over], [], KNOWN)] == [("comment", "2026-01-14")]
    assert list(unused([over], set(), lambda name, path: True, lambda path, line: "", KNOWN)) == []


def test_a_locked_rule_is_never_hidden() -> None:
    """Neither a comment, were it taken for well-formed, nor a waiver hides it."""
    slipped = Comment(Span("app.py", 3, 20, 3, 30), ("locked-rule",), "because", "", covers=(3, 4))
    waiver = Waiver("locked-rule", "*", "because", "owner", "2030-01-01")
    assert silence([finding("locked-rule")], [slipped], lambda path: [waiver], KNOWN).suppressed == []


@pytest.mark.parametrize(
    ("function", "expires", "hidden"),
    [
        ("", "2026-01-15", True),
        ("Shop.login", "2030-01-01", True),
        ("login", "2030-01-01", True),
        ("ogin", "2030-01-01", False),
        ("", "2026-01-14", False),
    ],
)
def test_a_waiver_hides_by_rule_and_function(function: str, expires: str, hidden: bool) -> None:
    """Its function may be the qualified name or the last part of it, and it holds through its last day."""
    waiver = Waiver("secret-in-log", "*", "because", "owner", expires, function)
    parted = silence([finding(), finding("forged-log-line")], [], lambda path: [waiver], KNOWN)
    assert [found.rule for found in parted.suppressed] == ["secret-in-log"] * hidden


def fixed(text: str, used: set[tuple[int, str]] = frozenset()) -> str:  # type: ignore[assignment]  # a frozen one is never changed
    """The source after the fixes for idle comments; ``used`` names line and rule of those that hide something."""
    comments = [
        parse("app.py", Record(number, line.index("#") + 1, len(line) + 1, line[line.index("#") :], number, number), KNOWN)
        for number, line in enumerate(text.splitlines(), 1)
        if "logproof:" in line
    ]
    spans = {(made.span, name) for made in comments for line, name in used if line == made.span.line}
    facts = unused(comments, spans, lambda name, path: name != "forged-log-line", lambda path, line: text.splitlines()[line - 1], KNOWN)
    findings = [Finding("LP003", "x", "m", Severity.LOW, Confidence.HIGH, fact.span, "", "", fix=fact.fix) for fact in facts]
    changes = plan(findings, lambda path: text.encode()).changes
    return changes[0].new.decode() if changes else text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x = 1  # logproof: ignore[LP101] fine\ny = 2\n", "x = 1\ny = 2\n"),
        ("if x:\n    # logproof: ignore[LP101] fine\n    y = 2\n", "if x:\n    y = 2\n"),
        ("x = 1  # logproof: ignore[LP101] fine  # noqa\n", "x = 1  # noqa\n"),
        ("x = 1  # noqa  # logproof: ignore[LP101] fine\n", "x = 1  # noqa\n"),
        ("# logproof: ignore[LP101] fine", ""),
        ("x = 1  # logproof: ignore[LP101, LP106] fine\n", "x = 1  # logproof: ignore[LP106] fine\n"),
        ("x = 1  # logproof: ignore[LP106] fine\n", "x = 1  # logproof: ignore[LP106] fine\n"),
        ("é = 1  # logproof: ignore[LP101] fine\n", "é = 1\n"),
    ],
)
def test_an_idle_comment_is_removed(text: str, expected: str) -> None:
    """The fix takes the comment, or the idle part of it, and nothing else; a rule that did not run is not idle."""
    assert fixed(text) == expected


def test_a_comment_that_hides_something_stays() -> None:
    """Of two rules only the idle one goes."""
    text = "x = 1  # logproof: ignore[LP101] fine\n"
    assert fixed(text, {(1, "secret-in-log")}) == text


def test_expired_is_judged_by_the_given_day() -> None:
    """An empty date never expires."""
    assert not suppress.is_expired("", "2026-01-15")
    assert not suppress.is_expired(None, "2026-01-15")


def test_a_waiver_that_covers_nothing_is_told() -> None:
    """Each waiver whose rule looked at all of its files and found nothing there but an expired one; of two that cover the same, neither."""
    wide, narrow, other, over = (
        Waiver("secret-in-log", "*", "because", "owner", "2030-01-01"),
        Waiver("secret-in-log", "app.py", "because", "owner", "2030-01-01", "login"),
        Waiver("forged-log-line", "*", "because", "team", "2030-01-01", ticket="T-1"),
        Waiver("forged-log-line", "*", "because", "team", "2026-01-14"),
    )
    waivers = (wide, narrow, other, over)
    parted = silence([finding()], [], lambda path: waivers, KNOWN)
    told = list(idle(waivers, parted.waived, lambda waiver: True, KNOWN))
    assert [(fact.rules, fact.waived, fact.owner, fact.ticket) for fact in told] == [(("forged-log-line",), "*", "team", "T-1")]
    assert list(idle(waivers, parted.waived, lambda waiver: False, KNOWN)) == []
    assert parted.suppressed[0].suppressed == Suppression("waiver", "because", Span("", 1, 1, 1, 1), "2030-01-01", "owner")


def test_a_waiver_is_used_where_a_comment_hides_the_same() -> None:
    """The comment goes first, and the waiver would be missed where the comment goes."""
    waiver = Waiver("secret-in-log", "*", "because", "owner", "2030-01-01")
    made = comment("# logproof: ignore[LP101] because")
    parted = silence([finding()], [made], lambda path: [waiver], KNOWN)
    assert parted.suppressed[0].suppressed is not None
    assert parted.suppressed[0].suppressed.kind == "comment"
    assert parted.waived == {waiver}
