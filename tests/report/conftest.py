"""One report that holds every kind of finding and every nasty character, for all formats."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.model import Confidence, Edit, Finding, Fix, Report, RuleInfo, Severity, Span, Step, Suppression

FORMS = """\
from flask import request


def read_password():
\tpassword = request.form["password"]  # tab-indented
\treturn password
"""
AUTH = """\
import logging

from shop.forms import read_password

log = logging.getLogger(__name__)


def login(user):
    password = read_password()
    log.info("login of %s with %s", user, password)
    return check(user, password)


def audit(headers, cookies, body):
    log.debug(
        "request %r %r %r",
        headers,
        cookies,
        body,
        extra={
            "first": headers,
            "second": cookies,
            "third": body,
        },
    )
"""
NASTY = (
    '"""Hostile \x1b[2J text."""\r\n'
    'print("\x1b]0;owned\x07", api_key, "\u202eesrever")  # ]]> | `tick` ::set-output name=x::y ##[add-mask]a\r\n'
    f'value = "{"漢字🔑" * 20}" + token + "{"x" * 200}"\r\n'
)
SOURCES = {"shop/forms.py": FORMS, "shop/auth.py": AUTH, "shop/na|sty `x`,:.py": NASTY}


def span(path: str, text: str, *, last: str | None = None) -> Span:
    """The range of the first ``text`` of a sample source, up to the end of the first ``last`` behind it."""
    source = SOURCES[path].replace("\r\n", "\n")
    start = source.index(text)
    end = start + len(text) if last is None else source.index(last, start) + len(last)
    before, until = source[:start], source[:end]
    return Span(
        path, before.count("\n") + 1, start - before.rfind("\n"), until.count("\n") + 1, end - until.rfind("\n")
    )  # fmt: skip


def flow_finding() -> Finding:
    """A secret that crosses a file, with an unsafe fix and a related place."""
    call = span("shop/auth.py", 'log.info("login of %s with %s", user, password)')
    return Finding(
        "LP101", "secret-in-log", "the password that `login` got from the request's form is written to the log by `log.info`",
        Severity.CRITICAL, Confidence.HIGH, call,
        "Logs are read by more people and kept for longer than the data they were made from. A password in a log is a password that "
        "must be changed.",
        "Log who logged in and whether it worked; leave the password out.",
        steps=(
            Step(span("shop/forms.py", 'request.form["password"]'), "the password is read from the request"),
            Step(Span("shop/forms.py", 6, 9, 6, 17), "returned by `read_password`"),
            Step(span("shop/auth.py", "read_password()"), "kept as `password`"),
            Step(span("shop/auth.py", "password)\n", last="password"), "written to the log"),
        ),
        related=(Step(span("shop/auth.py", "logging.getLogger(__name__)"), "the logger is made here"),),
        fix=Fix("leave `password` out of the record", (
            Edit(span("shop/auth.py", '"login of %s with %s"'), '"login of %s"'),
            Edit(span("shop/auth.py", ", password)\n", last="password"), ""),
        ), safe=False),
        function="login", statement='log.info("login of %s with %s", user, password)',
        fingerprint="0123456789abcdef", properties=(("category", "secret"), ("level", "info")),
    )  # fmt: skip


def many_lines() -> Finding:
    """A container over many lines, of medium confidence."""
    return Finding(
        "LP103", "container-in-log", "the request's headers are written to the log whole.",
        Severity.MEDIUM, Confidence.MEDIUM, span("shop/auth.py", "log.debug(", last="\n    )"),
        "Headers carry session cookies and tokens.", "Log the names of the headers, or those you need.",
        steps=(Step(span("shop/auth.py", "headers, cookies"), "a single step is a place and no flow"),),
        fix=Fix("log only their names", (
            Edit(Span("shop/auth.py", 17, 9, 17, 16), "sorted(headers)"), Edit(Span("shop/auth.py", 18, 1, 19, 1), "")
        ), safe=True),
        function="audit", fingerprint="feedface00000001",
    )  # fmt: skip


def nasty(line: str, number: str) -> Finding:
    """Terminal escapes, markup and commands in each text that a scanned file can choose."""
    return Finding(
        "LP101", "secret-in-log",
        "::set-output name=a::`api_key` | <b>\x1b[31m</b> 100% ]]> \u202e[link](https://evil.example) @octocat ##[add-mask]x {0}\r\nnext",
        Severity.HIGH, Confidence.HIGH, span("shop/na|sty `x`,:.py", line), "Why: \x07 & so <on>.", "Fix | `it`\n::error::now.",
        function="a\x1b[2Jb", fingerprint=number,
    )  # fmt: skip


def unread() -> Finding:
    """A file that could not be read."""
    return Finding(
        "LP001", "unread-file", "this file could not be parsed: invalid syntax (line 3), written for Python 3.14",
        Severity.MEDIUM, Confidence.HIGH, Span("old/caf\u00e9 100%\udcff.py", 3, 1, 3, 1), "What is not read is not checked.",
        "Run logproof with the Python that the file is written for.", fingerprint="00000000deadbeef",
    )  # fmt: skip


def suppressed() -> Finding:
    """One that a comment with a reason hides."""
    return Finding(
        "LP103", "container-in-log", "the answer's headers are written to the log",
        Severity.LOW, Confidence.HIGH, span("shop/auth.py", "check(user, password)"), "", "", fingerprint="feedface00000002",
        suppressed=Suppression(
            "comment", "only in `tests` | never\x1b[0m live", span("shop/auth.py", "return check(user, password)"), "2027-01-31", "ops"
        ),
    )  # fmt: skip


def page(name: str, why: str) -> str:
    """A rule's page."""
    example = "```python\nlog.info(password)  # expect: password\n```\n"
    return f"{name}.\n\n## Why it matters\n\n{why}\n\n## How to fix it\n\nLeave it out.\n\n{example}"


def rules() -> tuple[RuleInfo, ...]:
    """The rules that ran."""
    unread = "A file could not be read"
    secret = "A secret is written to a log"
    container = "A container is written to a log"
    return (
        RuleInfo("LP001", "unread-file", unread, "What is not read is not checked.", page(unread, "x."), Severity.MEDIUM, Confidence.HIGH),
        RuleInfo(
            "LP101", "secret-in-log", secret, "Logs are read by many.", page(secret, "y."), Severity.CRITICAL, Confidence.HIGH,
            (532, 200), ("A09:2021", "A09:2025"), ("16.2.5",), ("10.3",),
        ),
        RuleInfo(
            "LP103", "container-in-log", container, "", page(container, "z."), Severity.MEDIUM, Confidence.MEDIUM, (532,), ("A09:2021",)
        ),
    )  # fmt: skip


@pytest.fixture
def sample() -> Report:
    """Six shown findings, one suppressed, in four files."""
    shown = (
        unread(), flow_finding(), many_lines(), nasty("api_key", "aaaa"),
        nasty("token", "bbbb"), nasty('"""Hostile', "bbbb"),
    )  # fmt: skip
    findings = tuple(sorted(shown, key=lambda finding: (finding.span, finding.code)))
    return Report(
        findings, (suppressed(),), rules(), SOURCES, files=12, lines=3456, hidden=4,
        notes=("no settings found: the default policy holds", "a note with \x1b[31mcolour"), unread=1, root="/project", version="1.2.3",
    )  # fmt: skip


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Path:
    """The folder of expected outputs."""
    return Path(__file__).parent / "golden"
