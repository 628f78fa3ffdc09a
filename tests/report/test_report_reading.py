"""What makes a report easy to read: paths that open, ranges that fit, nothing said twice."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from msgspec.structs import replace

from checker.model import Confidence, Edit, Finding, Fix, Report, Severity, Span, Step
from checker.report import write
from checker.report.folders import seen_from
from checker.report.options import Options
from checker.report.ranges import ranged

SOURCE = """\
form = Form(self.password, d["key"], load(1, (2)))
log.info("x %s", form)
"""


def output(name: str, report: Report, options: Options | None = None) -> str:
    """A report as text."""
    stream = StringIO()
    write(name, report, stream, options)
    return stream.getvalue()


def finding(line: int = 2, help_: str = "Leave it out.", **more: object) -> Finding:
    """A finding of the second line's call."""
    span = Span("shop/a.py", line, 1, line, 23)
    made = Finding("LP101", "secret-in-log", "m", Severity.HIGH, Confidence.HIGH, span, "It matters.", help_)
    return replace(made, **more)  # type: ignore[arg-type]


def report(*findings: Finding) -> Report:
    """A report on two lines of a project."""
    return Report(findings, sources={"shop/a.py": SOURCE}, files=1, lines=2, root="/home/me/shop")


def point(column: int, text: str, line: int = 1) -> Step:
    """A step without a range."""
    return Step(Span("shop/a.py", line, column, line, column + 1), text)


@pytest.mark.parametrize(
    ("step", "marked"),
    [
        (point(1, "`form` is a Form"), "form"),
        (point(13, "`self.password` is the password"), "self.password"),
        (point(1, "`Form.password` is part of its text"), "password"),
        (point(28, "`d['key']` is the key"), 'd["key"]'),
        (point(30, "returned by `load()`"), "load(1, (2))"),
        (point(38, "`load` is the key"), "load"),
        (point(13, "comes from here"), "self.password"),
        (point(13, "`gone` is not in the line"), "self.password"),
        (point(1, "written by log.info()", line=2), 'log.info("x %s", form)'),
    ],
)
def test_a_step_marks_what_it_names(step: Step, marked: str) -> None:
    """A step that is a point gets the range of the quoted name, or of the expression that begins there."""
    (found,) = ranged(report(finding(steps=(step,)))).findings
    span = found.steps[0].span
    assert SOURCE.splitlines()[span.line - 1][span.column - 1 : span.end_column - 1] == marked


@pytest.mark.parametrize("step", [point(99, "`gone`"), point(1, "nothing", line=9), point(5, "an operator")])
def test_a_step_that_names_nothing_stays(step: Step) -> None:
    """Where nothing is found, the point stays a point."""
    assert ranged(report(finding(steps=(step,)))).findings[0].steps == (step,)


def test_a_range_that_is_known_stays() -> None:
    """A step with a range of its own is left alone."""
    step = Step(Span("shop/a.py", 1, 1, 1, 3), "`form` is a Form")
    assert ranged(report(finding(steps=(step,)))).findings[0].steps == (step,)


def test_why_and_fix_are_told_once() -> None:
    """A rule's second finding refers to the first; advice of its own is still given."""
    text = output("text", report(finding(1), finding(2), finding(2, "Log its length.", function="f")))
    assert text.count("It matters.") == 1
    assert text.count("Leave it out.") == 1
    assert text.count("Log its length.") == 1
    assert "╰ why and fix as above, at shop/a.py:1:1\n" in text
    assert "╰ why  as above, at shop/a.py:1:1\n" in text
    assert text.count("more logproof rule secret-in-log") == 1


def test_the_frame_is_not_shown_twice() -> None:
    """The last step of a flow, which is the finding itself, does not repeat the frame's line."""
    text = output("text", report(finding(steps=(point(1, "`form` is a Form"), point(1, "written by log.info()", line=2)))))
    assert text.count('log.info("x %s", form)') == 1
    assert "2. shop/a.py:2:1 written by log.info()" in text


@pytest.mark.parametrize(
    ("folder", "path"),
    [
        ("", "shop/a.py"),
        ("/home/me/shop", "shop/a.py"),
        ("/home/me", "shop/shop/a.py"),
        ("/home/me/shop/shop", "a.py"),
        ("/home/me/shop/docs", "../shop/a.py"),
        ("/", "home/me/shop/shop/a.py"),
        ("/elsewhere", "/home/me/shop/shop/a.py"),
        ("/home/me/sho", "/home/me/shop/shop/a.py"),
    ],
)
def test_paths_are_seen_from_a_folder(folder: str, path: str) -> None:
    """Every path of a report, in steps and edits too, is relative to the folder, or absolute where it lies elsewhere."""
    fix = Fix("d", (Edit(Span("shop/a.py", 1, 1, 1, 1), ""),), safe=True)
    moved = seen_from(report(finding(steps=(point(1, "s"),), related=(point(1, "r"),), fix=fix)), folder)
    (found,) = moved.findings
    assert found.fix
    assert {found.span.path, found.steps[0].span.path, found.related[0].span.path, found.fix.edits[0].span.path, *moved.sources} == {path}


def test_persons_see_paths_from_here_and_services_from_the_top() -> None:
    """Text and concise open from the current folder, annotations and SARIF fit the repository, JSON the project."""
    options = Options(here="/home/me/shop/shop", top="/home/me")
    one = report(finding())
    assert "╭─ a.py:2:1" in output("text", one, options)
    assert output("concise", one, options).startswith("a.py:2:1:")
    assert "file=shop/shop/a.py," in output("github", one, options)
    assert json.loads(output("gitlab", one, options))[0]["location"]["path"] == "shop/shop/a.py"
    assert json.loads(output("sarif", one, options))["runs"][0]["artifacts"][0]["location"]["uri"] == "shop/shop/a.py"
    assert json.loads(output("json", one, options))["findings"][0]["span"]["path"] == "shop/a.py"


def test_many_findings_are_counted_by_rule() -> None:
    """From six findings on the summary tells how many are of which rule, the worst first."""
    other = finding(1, code="LP103", rule="container-in-log", severity=Severity.CRITICAL)
    assert "secret-in-log\n" not in output("text", report(*[finding()] * 5)).split("\n\n")[-1]
    assert "1 critical LP103 container-in-log\n5 high     LP101 secret-in-log\n\n6 findings" in output(
        "text", report(*[finding()] * 5, other)
    )


def test_a_fix_shows_what_it_changes() -> None:
    """Of a line too long to be shown the part that changes is seen, cut alike before and after."""
    line = f"log.add({'x' * 200}, diagnose=True)"
    span = Span("shop/a.py", 1, line.index("True") + 1, 1, line.index("True") + 5)
    long = replace(report(finding(1, fix=Fix("Write False", (Edit(span, "False"),), safe=True))), sources={"shop/a.py": line})
    rows = [row.split("│", 1)[1].strip() for row in output("text", long).splitlines() if "diagnose=" in row and row.lstrip(" │")[0] in "-+"]
    assert [row.rpartition("diagnose=")[2] for row in rows] == ["True)", "False)"]
    assert rows[0].index("diagnose") == rows[1].index("diagnose")
