"""Untrusted text stays text, wherever it is shown."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from io import BytesIO, StringIO, TextIOWrapper

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from checker.model import Confidence, Finding, Report, Severity, Span, Step
from checker.report import formats, write
from checker.report.escape import (
    hides,
    log_line,
    markdown,
    markdown_block,
    markdown_code,
    visible,
    workflow_data,
    workflow_property,
    xml_text,
)
from checker.report.options import Options

TELLING = "\x1b\x07\r\n\t|`#:[]()<>@*_-!&\\\u202e\u2066\u200b\u2028\udcff\U0001f511"
WORDS = ["##[", "::error::", "<b>", "](a)", "```", "https://a.b", "\n\n", "a", "%0A"]
ANY = st.lists(st.sampled_from([*TELLING, *WORDS]) | st.characters(exclude_categories=())).map("".join)


def report_of(text: str) -> Report:
    """A report in which everything that a scanned file can choose is ``text``."""
    span = Span(text or "x", 1, 1, 1, max(2, len(text)))
    finding = Finding(
        "LP101", "secret-in-log", text, Severity.HIGH, Confidence.HIGH, span, text, text, (Step(span, text), Step(span, text)),
        function=text, fingerprint="ab", properties=((text, text),),
    )  # fmt: skip
    return Report((finding,), sources={text or "x": text}, files=1, lines=1, notes=(text,))


@pytest.mark.parametrize("name", formats())
@given(text=ANY)
def test_no_format_lets_hiding_characters_through(name: str, text: str) -> None:
    """Whatever the scanned text, no report holds a character that moves the cursor, reorders or hides text, or a runner's command."""
    stream = StringIO()
    write(name, report_of(text), stream)
    shown = stream.getvalue()
    assert not [character for character in shown if hides(character) and character not in "\n\t"]
    shown.encode()
    assert not re.search(r"##\w*\[", shown) or name == "github"
    if name != "github":
        assert not [line for line in shown.split("\n") if line.lstrip().startswith("::")]


@given(text=ANY)
def test_github_gives_one_command_a_finding(text: str) -> None:
    """Each line is one command of ours, whose properties and message come back whole after the runner's decoding."""
    stream = StringIO()
    write("github", report_of(text), stream)
    (line,) = stream.getvalue().splitlines()
    match = re.fullmatch(r"::error ([^:]*)::(.*)", line)
    assert match is not None
    properties = dict(part.split("=", 1) for part in match[1].split(","))
    assert set(properties) == {"file", "line", "endLine", "col", "endColumn", "title"}
    assert properties["file"].replace("%3A", ":").replace("%2C", ",").replace("%0A", "\n").replace("%25", "%") == visible(text or "x")


@given(text=ANY)
def test_json_formats_are_json(text: str) -> None:
    """json, sarif and gitlab are valid JSON for any text, and json gives the text back."""
    for name in ("json", "sarif", "gitlab"):
        stream = StringIO()
        write(name, report_of(text), stream)
        document = json.loads(stream.getvalue())
        if name == "json":
            assert document["findings"][0]["message"] == re.sub("[\ud800-\udfff]", "\ufffd", text)


@given(text=ANY)
def test_junit_is_xml(text: str) -> None:
    """junit is well-formed XML for any text, with the text as text."""
    stream = StringIO()
    write("junit", report_of(text), stream)
    root = ET.fromstring(stream.getvalue())
    assert [element.tag for element in root.iter()] == ["testsuites", "testsuite", "testcase", "failure"]


@given(text=ANY)
def test_markdown_holds_no_markup_from_the_scanned_text(text: str) -> None:
    """No text makes a link, an image, HTML, emphasis, a heading or another cell of the table."""
    stream = StringIO()
    write("markdown", report_of(text), stream)
    tokens = MarkdownIt("commonmark").enable("table").parse(stream.getvalue())
    kinds = {child.type for token in tokens for child in (token, *(token.children or ()))}
    assert not kinds & {"link_open", "image", "em_open", "blockquote_open", "hr", "s_open"}
    children = (child for token in tokens for child in (token, *(token.children or ())))
    html = "".join(child.content for child in children if child.type in {"html_inline", "html_block"})
    assert set(re.findall(r"<[^>]*>", re.sub(r"\\.", "", html))) <= {"<details>", "<summary>", "</summary>", "</details>", "<!-- -->"}
    assert sum(token.type == "td_open" for token in tokens) == 4
    assert sum(token.type == "heading_open" for token in tokens) == 1


@given(text=ANY)
def test_color_changes_only_colors(text: str) -> None:
    """The coloured text report without its colours is the plain one."""
    plain, colored = StringIO(), StringIO()
    write("text", report_of(text), plain)
    write("text", report_of(text), colored, Options(color=True))
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored.getvalue()) == plain.getvalue()
    assert "\x1b[" in colored.getvalue()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", "\\x1b[31m"),
        ("a\u202eb", "a\\u202eb"),
        ("\U000e0041", "\\U000e0041"),
        ("é漢🔑", "é漢🔑"),
        ("\x85", "\\x85"),
        ("\t", "\\x09"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    """Hiding characters are spelled as in Python source, letters of all scripts stay."""
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("  ::set-output name=a::b", "  \\x3a:set-output name=a::b"),
        ("a::b", "a::b"),
        ("x ##[add-mask]y", "x #\\x23[add-mask]y"),
        ("##vso[task.setvariable]y", "#\\x23vso[task.setvariable]y"),
        ("## [x]", "## [x]"),
    ],
)
def test_log_line(line: str, shown: str) -> None:
    """What a runner would obey is broken, all else stays."""
    assert log_line(line) == shown


def test_workflow_escapes() -> None:
    """Data keeps colons and commas, properties do not; a line break is one command's still."""
    assert workflow_data("50%\r\na:b,c") == "50%25\\x0d%0Aa:b,c"
    assert workflow_property("50%\na:b,c") == "50%25%0Aa%3Ab%2Cc"


def test_markdown_pieces() -> None:
    """Fences are longer than any run of backticks inside, pipes do not end a cell, mentions and addresses stay dead."""
    assert markdown_code("a``b|c", table=True) == "```a``b\\|c```"
    assert markdown_code("`") == "`` ` ``"
    assert markdown_block("````\nx").startswith("`````\n")
    assert markdown("@octocat https://a.example www.b.example") == "@<!-- -->octocat https\\://a.example www\\.b.example"
    assert markdown("1. a") == "1\\. a"


def test_xml_text() -> None:
    """What XML 1.0 cannot hold is spelled out, and a CDATA end is no end."""
    assert xml_text("\x00]]>\ufffe<\"'") == "\\x00]]&gt;\\ufffe&lt;&quot;&apos;"


def test_stream_of_a_poor_encoding() -> None:
    """On an ASCII stream the frame is drawn with ASCII and other characters are escapes; nothing fails."""
    raw = BytesIO()
    stream = TextIOWrapper(raw, encoding="ascii", newline="\n")
    write("text", report_of("caf\u00e9"), stream)
    stream.flush()
    assert b"--> caf\\xe9:1:1" in raw.getvalue()
