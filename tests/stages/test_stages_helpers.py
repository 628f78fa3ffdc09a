"""The call that a finding about a missing record suggests, what was looked at, and the fix that writes the call."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker import fix
from checker.cli.check import command
from checker.model import Finding
from checker.pipeline import Request, check

_AUDIT = """\
import logging

logger = logging.getLogger("audit")


def record(event, user, where):
    logger.warning("%s user=%r from=%s", event, user, where)
"""
_WEB = """\
from flask import Flask, abort, request

from shop.audit import record

app = Flask(__name__)


@app.post("/login")
def login():
    name = request.form["name"]
    user = find(name)
    if not user.check_password(request.form["password"]):
        record("authn_login_fail", user=name, where=request.remote_addr)
        abort(401)
    return "welcome"


def find(name): ...
"""
_API = '''\
"""The programs' way in."""

from flask import Blueprint, abort, request

from shop.web import find  # who is it

api = Blueprint("api", __name__)


@api.post("/token")
def token():
    {bound} = request.json["name"]
    user = find({bound})
    if not user.check_password(request.json["password"]):

        {refused}  # and that is it
    return {{"token": user.token}}
'''


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A shop whose page records a failed login by its own function."""
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "audit.py").write_text(_AUDIT)
    (tmp_path / "shop" / "web.py").write_text(_WEB)
    return tmp_path


def found(root: Path) -> list[Finding]:
    """What is found in ``shop/api.py``."""
    findings = check(Request(cwd=str(root), today="2026-01-01", cache=False, jobs=1)).report.findings
    return [one for one in findings if one.span.path == "shop/api.py" and one.code.startswith("LP2")]


def write(root: Path, bound: str = "name", refused: str = "abort(401)") -> str:
    """A second way in, without a record."""
    text = _API.format(bound=bound, refused=refused)
    (root / "shop" / "api.py").write_text(text)
    return text


def fixed(root: Path, findings: list[Finding], *, unsafe: bool = True) -> str:
    """The file after the fix."""
    made = fix.plan(findings, lambda path: (root / path).read_bytes(), unsafe=unsafe)
    return made.changes[0].new.decode() if made.changes else ""


def test_the_very_call_is_written_before_the_way_out(shop: Path) -> None:
    """The helper's call, as the other page makes it, and its import stand in the fixed file; everything else is as it was."""
    before = write(shop)
    after = fixed(shop, found(shop))
    added = ["from shop.audit import record", '        record("authn_login_fail", user=name, where=request.remote_addr)']
    assert [line for line in after.splitlines() if line not in added] == before.splitlines()
    assert [line for line in after.splitlines() if line in added] == added
    assert after.splitlines().index(added[1]) + 1 == after.splitlines().index("        abort(401)  # and that is it")


def test_a_second_run_changes_nothing(shop: Path) -> None:
    """What the fix wrote leaves a record, so that nothing is found any more."""
    write(shop)
    (shop / "shop" / "api.py").write_text(fixed(shop, found(shop)))
    assert found(shop) == []


def test_it_is_no_safe_fix(shop: Path) -> None:
    """A new record changes what the program does: it is written only where unsafe fixes are asked for."""
    write(shop)
    assert fixed(shop, found(shop), unsafe=False) == ""


@pytest.mark.parametrize(
    ("bound", "refused"),
    [("other", "abort(401)"), ("name", "abort(401); user = None")],
    ids=["a name of the call is not at hand", "two statements on one line"],
)
def test_no_call_is_made_up(shop: Path, bound: str, refused: str) -> None:
    """Where the call does not fit, or has no line of its own, the finding names the helper, and its call is not written."""
    write(shop, bound, refused)
    (finding,) = found(shop)
    assert "record(" not in fixed(shop, [finding])
    assert "record" in finding.help
    assert "shop/web.py:13" in finding.help


def test_else_the_module_writes_it_its_own_way(shop: Path) -> None:
    """Where the helper's call does not fit, the finding names it and says what is written instead."""
    write(shop, "other")
    (finding,) = found(shop)
    call = 'logger.warning("authn_login_fail outcome=failure source=%r", request.remote_addr)'
    assert "shop/web.py:13" in finding.help
    assert f"--fix=unsafe writes {call} before this line, and logger = logging.getLogger(__name__) below the imports." in finding.help
    assert f"\n        {call}\n        abort(401)" in fixed(shop, [finding])


def test_no_line_no_record(shop: Path) -> None:
    """Where the way out shares its line with something else, nothing is written."""
    write(shop, "name", "abort(401); user = None")
    (finding,) = found(shop)
    assert finding.fix is None


def test_a_reason_of_another_place_is_not_written(shop: Path) -> None:
    """A text in the call that does not name the event holds where it stands alone: it is shown as ``...``, and that is not written."""
    write(shop)
    page = shop / "shop" / "web.py"
    page.write_text(page.read_text().replace("where=request.remote_addr", 'where="unknown"'))
    (finding,) = found(shop)
    assert "record(" not in fixed(shop, [finding])
    assert 'Write record("authn_login_fail", user=name, where=...) before this line' in finding.help


def test_what_a_record_is_made_of_is_no_helper(shop: Path) -> None:
    """Where the file records by a function that is given another's answer, the finding names the function, and not what it is given."""
    write(shop)
    page = shop / "shop" / "api.py"
    own = """

def audit_event(details):
    audit_logger.warning("event %r", details)


def audit_details(who):
    audit_logger.debug("details of %r", who)
    return {"who": who}


@api.post("/leave")
def leave():
    audit_event({"details": audit_details(request.json["name"])})
    audit_event(audit_details(request.json["name"]))
"""
    logger = "import logging\naudit_logger = logging.getLogger('audit')\n"
    page.write_text(page.read_text().replace("from shop.web", f"{logger}from shop.web") + own)
    (shop / "shop" / "web.py").write_text("def find(name): ...\n")
    finding = next(one for one in found(shop) if one.function == "token")
    assert "Call audit_event() before this line, as this file does elsewhere" in finding.help


def test_two_helpers_make_no_fix(shop: Path) -> None:
    """Where two functions of the project's record such an event, neither is chosen."""
    write(shop)
    (shop / "shop" / "other.py").write_text(_WEB.replace("shop.audit import record", "shop.trail import put").replace("record(", "put("))
    (shop / "shop" / "trail.py").write_text(_AUDIT.replace("def record", "def put"))
    (finding,) = found(shop)
    assert re.search(r"\b(?:record|put)\(", fixed(shop, [finding])) is None


def test_what_was_looked_at_is_shown(shop: Path) -> None:
    """The verifier, where the event is recorded, and the functions called on the way stand beside the finding."""
    write(shop)
    (finding,) = found(shop)
    assert [step.text for step in finding.related] == [
        "check_password() decides",
        "record() records it here",
        "find() is called on this way and records nothing of it",
    ]


def test_a_file_that_would_not_parse_is_told(shop: Path) -> None:
    """A fix after which a file would not parse is left out, and the file is named."""
    write(shop)
    (finding,) = found(shop)
    assert finding.fix is not None
    broken = [edit.__class__(edit.span, "def (") for edit in finding.fix.edits]
    made = fix.plan([_with(finding, tuple(broken))], lambda path: (shop / path).read_bytes(), unsafe=True)
    assert made.changes == ()
    assert made.broken == ("shop/api.py",)
    ast.parse((shop / "shop" / "api.py").read_text())


_RULE = '''\
"""A rule whose fix breaks its file

## Why it matters

It does not.

## How to fix it

Not like that.
"""

from checker import Confidence, Edit, Fix, Message, Severity, Span, rule
from checker.source.facts.records import LogCall


@rule("LP190", "breaks-its-file", fact=LogCall, severity=Severity.LOW, confidence=Confidence.HIGH)
def breaks_its_file(call, project, parameters):
    edit = Edit(Span(call.span.path, call.span.line, 1, call.span.line, 1), "def (")
    yield Message("a record", fix=Fix("Break it", (edit,), safe=True))
'''


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_the_command_says_which_file_was_left_alone(tmp_path: Path, option: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """``--fix`` and ``--diff`` name the file that a fix would break, and it stays as it is."""
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "breaks_its_file.py").write_text(_RULE)
    (tmp_path / "app").mkdir()
    text = 'import logging\n\nlogging.getLogger(__name__).info("started")\n'
    (tmp_path / "app" / "main.py").write_text(text)
    monkeypatch.chdir(tmp_path / "app")
    result = CliRunner().invoke(command, ["--no-cache", "-j1", "--rules", "../rules", "--select", "LP190", option])
    assert "main.py" in result.stderr
    assert "it would no longer parse" in result.stderr
    assert (tmp_path / "app" / "main.py").read_text() == text


def _with(finding: Finding, edits: tuple[object, ...]) -> Finding:
    from msgspec.structs import replace

    assert finding.fix is not None
    return replace(finding, fix=replace(finding.fix, edits=edits))  # type: ignore[arg-type]  # the edits are edits
