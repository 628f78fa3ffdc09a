"""What each format promises its reader beyond a golden file: limits, order, published forms."""

from __future__ import annotations

import ast
import importlib
import json
import os
import pkgutil
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from io import StringIO
from pathlib import Path

import pytest
from jsonschema import validate
from msgspec.structs import fields, replace

import checker.report
from checker.errors import LogproofError
from checker.model import Confidence, Edit, Finding, Fix, Report, Severity, Span, Step
from checker.report import formats, write
from checker.report.options import Options

CODE_QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^(?!\\./|/)"},
                    "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}}},
                },
            },
        },
    },
}
"""The form that GitLab's documentation of Code Quality gives for a tool's own report."""
JUNIT = {
    "testsuites": ({"name", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors", "skipped"}, {"testcase"}),
    "testcase": ({"name", "classname"}, {"failure", "error", "skipped"}),
    "failure": ({"message", "type"}, set()),
    "error": ({"message", "type"}, set()),
    "skipped": ({"message"}, set()),
}
"""Elements with the attributes and children that we use of Jenkins' junit-10.xsd."""


def output(name: str, report: Report, options: Options | None = None) -> str:
    """A report as text."""
    stream = StringIO()
    write(name, report, stream, options)
    return stream.getvalue()


def many(number: int, severity: Severity = Severity.LOW, message: str = "x") -> Report:
    """A report with so many findings; the last one is critical."""
    one = Finding("LP101", "secret-in-log", message, severity, Confidence.HIGH, Span("a.py", 1, 1, 1, 2), "", "", fingerprint="ab")
    rest = tuple(replace(one, span=Span("a.py", line, 1, line, 2)) for line in range(1, number))
    return Report((*rest, replace(one, severity=Severity.CRITICAL, span=Span("z.py", number, 1, number, 2))), files=1, lines=number)


def test_formats_are_found() -> None:
    """Every module with a name is a format, and is named like its module."""
    assert formats() == ("concise", "github", "gitlab", "html", "json", "junit", "markdown", "sarif", "text")
    for module in pkgutil.iter_modules(checker.report.__path__):
        name = getattr(importlib.import_module(f"checker.report.{module.name}"), "NAME", module.name)
        assert name == module.name


def test_unknown_format_is_named() -> None:
    """A mistyped format is an error that tells the right one."""
    with pytest.raises(LogproofError) as caught:
        output("sarfi", Report(()))
    assert caught.value.problems[0].hint == "did you mean `sarif`?"


def test_plain_reports_import_no_rich() -> None:
    """No format but coloured text pays for importing rich."""
    code = (
        "import sys, io; from checker.model import Report; from checker.report import formats, write\n"
        "for name in formats(): write(name, Report(()), io.StringIO())\n"
        "sys.exit('rich' in sys.modules)"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(checker.report.__file__).parents[2])}
    assert subprocess.run([sys.executable, "-c", code], env=environment).returncode == 0


def test_reports_read_the_model_alone() -> None:
    """Reports import nothing of ours but the model and errors; coverage, the picture of a pipeline and a trace also what they show."""
    folder = Path(checker.report.__file__).parent
    shown = {"coverage": r"|coverage(\..*)?|logconfig(\..*)?", "picture": r"|logconfig(\..*)?", "trace": r"|trace(\..*)?"}
    for file in folder.rglob("*.py"):
        more = shown.get(file.relative_to(folder).parts[0], "")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "checker":
                assert [name.name for name in node.names] == ["patterns"], file  # it stands for re
            elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("checker"):
                assert re.fullmatch(rf"checker\.(model|errors|report(\..*)?{more})", node.module or ""), file


def test_json_holds_every_field(sample: Report) -> None:
    """Each finding has all fields of Finding, and the version of the form is there."""
    document = json.loads(output("json", sample))
    assert document["format_version"] == 1
    assert "suppressed" not in document
    for finding in document["findings"]:
        assert list(finding) == [field.name for field in fields(Finding)]
    crossing = document["findings"][1]
    assert crossing["severity"] == "critical"
    assert crossing["steps"][0]["span"] == {"path": "shop/forms.py", "line": 5, "column": 13, "end_line": 5, "end_column": 37}
    assert crossing["properties"] == {"category": "secret", "level": "info"}


def test_github_annotates_the_worst_ten() -> None:
    """Ten annotations, the critical one first although it came last, then a notice with the number of the rest."""
    lines = output("github", many(30, Severity.MEDIUM)).splitlines()
    assert len(lines) == 11
    assert lines[0].startswith("::error file=z.py,line=30,")
    assert lines[-1].startswith("::notice title=logproof%3A 20 more findings::30 findings (1 critical, 29 medium) in 1 file")
    assert "logproof check" in lines[-1]


def test_github_pointer_is_not_the_eleventh_notice() -> None:
    """Where all are notices, nine and the pointer are sent, since GitHub drops the eleventh of a kind."""
    report = many(12)
    lines = output("github", replace(report, findings=report.findings[:-1])).splitlines()
    assert len(lines) == 10
    assert "2 more findings" in lines[-1]


def test_github_ten_need_no_pointer() -> None:
    """Ten findings are ten lines."""
    assert len(output("github", many(10)).splitlines()) == 10


def test_gitlab_has_the_published_form(sample: Report) -> None:
    """The report validates, and no fingerprint is there twice even where findings share one."""
    for report in (sample, many(300), Report(())):
        document = json.loads(output("gitlab", report))
        validate(document, CODE_QUALITY)
        assert len({issue["fingerprint"] for issue in document}) == len(document) == len(report.findings)


@pytest.mark.parametrize("suppressed", [True, False])
def test_junit_has_the_common_form(sample: Report, suppressed: bool) -> None:
    """Only the known elements and attributes, with counts that are true."""
    root = ET.fromstring(output("junit", sample, Options(suppressed=suppressed)))
    for element in root.iter():
        attributes, children = JUNIT[element.tag]
        assert set(element.attrib) == attributes
        assert {child.tag for child in element} <= children
    for suite in (root, *root):
        for kind, attribute in (("testcase", "tests"), ("failure", "failures"), ("error", "errors"), ("skipped", "skipped")):
            if attribute in suite.attrib:
                assert int(suite.attrib[attribute]) == sum(1 for _ in suite.iter(kind))
    assert sum(1 for _ in root.iter("skipped")) == suppressed


def test_markdown_lists_fifty() -> None:
    """The worst fifty stand in the table, and a pointer tells how to see the rest."""
    text = output("markdown", many(80))
    assert text.count("<details>") == 50
    assert text.index("z.py:80") < text.index("a.py:1")
    assert "The worst 50 of 80 findings are listed. `logproof check` prints all of them." in text


def test_markdown_stays_below_a_megabyte() -> None:
    """However long the sources' lines and texts, GitHub takes the summary: details end early and say so."""
    report = many(80, message="\u202e" * 3_000)
    text = output("markdown", replace(report, sources={"a.py": ("\U000e0001" * 400 + "\n") * 80}))
    assert 500_000 < len(text.encode()) < 1_000_000
    assert text.count("<details>") == text.count("</details>") < 50
    assert "to stay within what GitHub shows" in text


def test_html_is_a_page_in_which_nothing_acts() -> None:
    """Markup in names, texts and sources is shown as it stands, and no link leads anywhere but to a heading of the page."""
    bad = "<script>alert(1)</script> `<b>`"
    steps = (Step(Span("a.py", 2, 1, 2, 2), bad),)
    one = Finding(
        "LP101", "secret-in-log", bad, Severity.LOW, Confidence.HIGH, Span("a.py", 1, 1, 1, 9), bad, bad, steps, steps, function=bad
    )
    text = output("html", Report((one,), sources={"a.py": f"{bad}\n{bad}\n"}, notes=(bad,)))
    assert "<script" not in text
    assert "<b>" not in text
    assert "<code>&lt;b&gt;</code>" in text
    links = re.findall(r"(?:src|href)=\"([^\"]*)\"", text)
    assert links == ["#LP101"]
    assert all(f'id="{link[1:]}"' in text for link in links)


def test_html_unfolds_the_first_of_each_rule() -> None:
    """All findings are in the page; of more than a reader goes through in one sitting only the worst three are open."""
    text = output("html", many(80))
    assert text.count('<details class="one"') == 80
    assert text.count('<details class="one" open>') == 3
    assert text.index("z.py:80") < text.index("a.py:1")
    assert output("html", many(20)).count('<details class="one" open>') == 20


def test_html_shows_what_a_fix_adds_and_where() -> None:
    """The line that something is written before is not shown as taken away, and of several places each is named."""
    edits = (Edit(Span("a.py", 1, 1, 1, 1), "import logging\n"), Edit(Span("a.py", 3, 1, 3, 1), "logging.info('x')\n"))
    one = replace(many(1).findings[0], span=Span("a.py", 3, 1, 3, 7), fix=Fix("Write a record", edits, safe=False))
    text = output("html", Report((one,), sources={"a.py": "import os\n\nleave()\n"}))
    assert "<del>" not in text
    assert "<i>at a.py:1</i><br><ins>+ import logging</ins><br><i>at a.py:3</i><br><ins>+ logging.info(&#x27;x&#x27;)</ins>" in text


def test_html_marks_the_range_among_wide_characters() -> None:
    """Characters that take two cells of a terminal are one character of the page."""
    one = Finding("LP101", "secret-in-log", "x", Severity.LOW, Confidence.HIGH, Span("a.py", 1, 8, 1, 13), "", "")
    assert '漢字 = f(<mark class="low">token</mark>)' in output("html", Report((one,), sources={"a.py": "漢字 = f(token)\n"}))


def test_text_ends_with_what_is_not_shown(sample: Report) -> None:
    """Counts by severity, unread and hidden findings, fixes and notes stand at the end."""
    assert output("text", sample).splitlines()[-6:] == [
        "6 findings (1 critical, 3 high, 2 medium) in 12 files, 3,456 lines",
        "1 file not analysed, 1 suppressed, 4 of lower confidence hidden (--min-confidence=low shows them)",
        "1 can be fixed with logproof check --fix",
        "1 more with logproof check --fix=unsafe; add --diff to read the change first",
        "note: no settings found: the default policy holds",
        "note: a note with \\x1b[31mcolour",
    ]
