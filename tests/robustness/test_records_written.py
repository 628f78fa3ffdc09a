"""Records that ``--fix=unsafe`` writes by a module's own logger: the finding is gone, none has come, and the code runs as before."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

from checker.pipeline import Request, check
from tests.robustness.fixes import fixed, troubles

_FLASK = """\
import logging


class Flask:
    logger = logging.getLogger("flask")

    def __init__(self, name): ...

    def post(self, path):
        return lambda view: view


class request:
    form = {"username": "eve\\nroot", "password": "no"}
    remote_addr = "192.0.2.7"


current_app = Flask("made")


class Refused(Exception): ...


def abort(status):
    raise Refused(status)
"""
_LOGGERS = {
    "none": ("", "", 'logger.warning("authn_login_fail outcome=failure{fields}"{values})'),
    "not set up": ("import logging\n", "", 'logger.warning("authn_login_fail outcome=failure{fields}"{values})'),
    "the usual": (
        "import logging\n", "logger = logging.getLogger(__name__)\n", 'logger.warning("authn_login_fail outcome=failure{fields}"{values})',
    ),
    "another name": (
        "from logging import getLogger\n", 'LOG = getLogger("shop")\n', 'LOG.warning("authn_login_fail outcome=failure{fields}"{values})',
    ),
    "the application's": (
        "from flask import current_app\n", '\n\ndef started():\n    current_app.logger.info("started")\n',
        'current_app.logger.warning("authn_login_fail outcome=failure{fields}"{values})',
    ),
    "another thing of that name": (
        "", "logger = object()\n", 'log.warning("authn_login_fail outcome=failure{fields}"{values})',
    ),
}  # fmt: skip
_LIBRARIES = {
    "structlog": (
        "import structlog\n", "log = structlog.get_logger()\n",
        'log.warning("authn_login_fail", outcome="failure", username=username, source=request.remote_addr)',
    ),
    "loguru": (
        "from loguru import logger\n", "",
        'logger.warning("authn_login_fail outcome=failure username={!r} source={!r}", username, request.remote_addr)',
    ),
}  # fmt: skip
_NAMED = {
    "a name": ('    username = request.form["username"]\n', "username", " username=%r source=%r", ", username, request.remote_addr"),
    "a field": (
        '    user = find(request.form["username"])\n', 'request.form["username"]', " username=%r source=%r",
        ', request.form["username"], request.remote_addr',
    ),
    "a name that only one arm has": (
        '    if request.form:\n        username = request.form["username"]\n', "1", " source=%r", ", request.remote_addr",
    ),
    "nobody": ("", "1", " source=%r", ", request.remote_addr"),
    "a password": ('    password = request.form["password"]\n', "1", " source=%r", ", request.remote_addr"),
}  # fmt: skip
_VIEW = """\
'''The way in.'''

{imports}from flask import Flask, abort, request  # of the framework

{made}
app = Flask(__name__)


@app.post("/login")
def login():
{named}    user = find({who})

    # nobody is told why
    if not user.check_password(request.form["password"]):
        abort(401)  # and that is it
    return "in"


class User:
    def check_password(self, given):
        return False


def find(name):
    return User()
"""
_RUN = """\
import json, logging, sys

sys.path.insert(0, ".")
written = []


class Keep(logging.Handler):
    def emit(self, record):
        written.append([record.levelname, record.getMessage()])


logging.getLogger().addHandler(Keep())
import api

try:
    api.login()
except Exception as error:
    print(json.dumps([type(error).__name__, written]))
"""


def _on_one_line(text: str) -> str:
    """The text with every call on one line."""
    return re.sub(r",?\s+\)", ")", re.sub(r"\(\s+", "(", re.sub(r",\s+", ", ", text)))


def _view(logger: tuple[str, str, str], named: tuple[str, str, str, str]) -> str:
    return _VIEW.format(imports=logger[0], made=logger[1], named=named[0], who=named[1])


def _codes(folder: Path, text: str) -> set[str]:
    """What a run at default settings finds of leaks, missing records, errors and noise."""
    (folder / "api.py").write_text(text)
    findings = check(Request(cwd=str(folder), today="2026-01-01", cache=False, jobs=1)).report.findings
    return {one.code for one in findings if re.match("LP[1234]", one.code)}


def _mended(folder: Path, text: str, code: str = "LP201") -> str:
    """The file with its record, after what holds of every such fix has been asked of it."""
    files = {"api.py": text.encode()}
    assert code in _codes(folder, text)
    new = fixed(files, unsafe=True)["api.py"]
    assert list(troubles(files["api.py"], new)) == []
    assert fixed({"api.py": new}, unsafe=True) == {}
    assert _codes(folder, new.decode()) == set()
    kept = iter(new.decode().splitlines())
    assert all(line in kept for line in text.splitlines())
    return new.decode()


@pytest.mark.parametrize(("logger", "named"), list(product(_LOGGERS, _NAMED)))
def test_the_record_tells_who_and_where_from(tmp_path: Path, logger: str, named: str) -> None:
    """It is written by the logger that is there, says what is surely at hand and no secret, and a line break in it forges no line."""
    text = _mended(tmp_path, _view(_LOGGERS[logger], _NAMED[named]))
    _, _, fields, values = _NAMED[named]
    assert _LOGGERS[logger][2].format(fields=fields, values=values) in _on_one_line(text)
    (tmp_path / "flask.py").write_text(_FLASK)
    (tmp_path / "run.py").write_text(_RUN)
    done = subprocess.run([sys.executable, "-I", "run.py"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    said = "authn_login_fail outcome=failure" + (" username='eve\\nroot'" if "username" in fields else "") + " source='192.0.2.7'"
    assert json.loads(done.stdout) == ["Refused", [["WARNING", said]]]


@pytest.mark.parametrize("library", _LIBRARIES)
def test_each_library_is_written_its_way(tmp_path: Path, library: str) -> None:
    """Structlog gets fields, loguru braces."""
    named = ('    username = request.form["username"].strip()\n', "username", "", "")
    text = _mended(tmp_path, _view(_LIBRARIES[library], named))
    assert _LIBRARIES[library][2] in _on_one_line(text)


_HANDLED = """\
import logging

from django.contrib.auth import authenticate, login, logout
from django.shortcuts import redirect, render
from django.views import View

log = logging.getLogger(__name__)


class Login(View):
    def post(self, request):
        user = authenticate(request, username=request.POST["username"], password=request.POST["password"])
        if user is None:
            return render(request, "login.html", status=401)
        login(request, user)
        log.info("login of %r from %r", user.pk, request.META["REMOTE_ADDR"])
        return redirect("/")


def leave(request):
    logout(request)
    return redirect("/")


def promote(request, user_id):
    user = find(user_id)
    user.is_superuser = True
    user.save()
    return redirect("/")


def find(user_id): ...
"""


def test_a_change_is_told_when_it_is_done(tmp_path: Path) -> None:
    """A change is recorded behind what completes it, a logout once somebody is logged out, and each at its level."""
    text = _on_one_line(_mended(tmp_path, _HANDLED))
    source = 'request.META.get("REMOTE_ADDR"))'
    assert f'    logout(request)\n    log.info("session_logout outcome=success source=%r", {source}\n' in text
    told = 'log.info("privilege_permissions_changed outcome=success user_id=%r source=%r", user_id, '
    assert f"user.save()\n    {told}{source}" in text
    assert 'log.warning("authn_login_fail outcome=failure username=%r source=%r", request.POST["username"], ' in text


_GONE = """\
import logging

from django.contrib.auth import logout
from django.shortcuts import get_object_or_404, redirect

from accounts.models import User

log = logging.getLogger(__name__)


def greet(request):
    return redirect(f"/hello/{request.user.first_name}")


def leave(request):
    logout(request)
    return redirect("/")


def remove(request, number):
    user = get_object_or_404(User, pk=number)
    if user.username == "root":
        return redirect("/")
    user.delete()
    return redirect("/")


def remove_named(request, username):
    if not User.objects.delete_user(username):
        return redirect("/nobody")
    return redirect("/")
"""


def test_who_is_gone_afterwards_is_read_before(tmp_path: Path) -> None:
    """Of whom it was is read while that can be told, and the record still stands behind what is done; a plain text needs no such line."""
    text = _on_one_line(_mended(tmp_path, _GONE, "LP208"))
    source = 'request.META.get("REMOTE_ADDR"))'
    told = 'log.info("session_logout outcome=success user=%r source=%r", user_before, '
    assert f"    user_before = request.user.pk\n    logout(request)\n    {told}{source}" in text
    assert "    username_before = user.username\n    by_before = request.user.pk\n    user.delete()\n    log.info(" in text
    assert '        return redirect("/nobody")\n    by_before' not in text


_SHARED = """\
from flask import Flask, redirect, render_template, request

app = Flask(__name__)


@app.route("/login", methods=["GET", "POST"])
def login():
    if request.method == "POST":
        user = find(request.form["username"])
        if user.check_password(request.form["password"]):
            return redirect("/")
    return render_template("login.html")


def find(name): ...
"""


_KEPT = """\
from flask import Flask, g, make_response

app = Flask(__name__)


@app.route("/locks/<int:number>", methods=["PUT"])
def turn(number):
    answer = make_response({"turned": number}, 200)
    if not g.user.may_turn(number):
        answer = make_response("not yours", 403)
    return answer
"""


@pytest.mark.parametrize(("text", "code"), [(_SHARED, "LP201"), (_KEPT, "LP203")], ids=["page", "answer"])
def test_a_way_out_of_harmless_ways_too_gets_none(tmp_path: Path, text: str, code: str) -> None:
    """Before a page that whoever comes first is shown as well, or an answer that is kept, a record would tell of failures that are none."""
    assert _codes(tmp_path, text) == {code}
    assert fixed({"api.py": text.encode()}, unsafe=True) == {}


@pytest.mark.parametrize(
    "way",
    ["return check(user) or None", "return None if not ok else user", "abort(401); user = None"],
)
def test_no_record_of_what_is_not_decided(tmp_path: Path, way: str) -> None:
    """Where one expression decides and leaves, or the line holds more, no record is written before it."""
    text = _view(_LOGGERS["none"], _NAMED["nobody"]).replace("abort(401)  # and that is it", way)
    assert fixed({"api.py": text.encode()}, unsafe=True) == {}
