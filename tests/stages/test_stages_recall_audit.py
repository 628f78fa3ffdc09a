"""What is remembered of logins and refusals is what would be found anew, whichever file decides about them."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from checker import work
from checker.pipeline import Request, check

VIEWS = """\
from django.contrib.auth import authenticate
from django.http import JsonResponse
from passwords import matches


def sign_in(request):
    if authenticate(request, username="a", password="b") is None:
        return JsonResponse({}, status=401)
    return JsonResponse({})


def confirm(request):
    if not matches(request.POST["password"]):
        return JsonResponse({}, status=401)
    return JsonResponse({})
"""
RECEIVER = """\
import logging
from django.contrib.auth.signals import user_login_failed
from django.dispatch import receiver

log = logging.getLogger(__name__)


@receiver(user_login_failed)
def failed(sender, **kwargs):
    {done}
"""
PASSWORDS = """\
import bcrypt
import logging

log = logging.getLogger(__name__)


def matches(password):
    if not bcrypt.checkpw(password, b""):
        {done}
        return False
    return True
"""
LOG = 'log.warning("failed")'
ROUNDS = [
    ("signals.py", RECEIVER.format(done=LOG), 0),
    ("signals.py", RECEIVER.format(done="pass"), 2),
    ("passwords.py", PASSWORDS.format(done=LOG), 1),
    ("passwords.py", PASSWORDS.format(done="pass"), 2),
    ("signals.py", RECEIVER.format(done=LOG).replace("user_login_failed", "user_logged_in"), 2),
    ("signals.py", RECEIVER.format(done=LOG), 0),
]


def test_other_files_decide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A receiver, or what a view calls, is edited, and the view's findings follow; a memory gives the same bytes as none."""
    monkeypatch.setenv("LOGPROOF_CACHE_DIR", str(tmp_path / "cache"))
    project = tmp_path / "project"
    project.mkdir()
    for name, text in (("pyproject.toml", ""), ("views.py", VIEWS), ("passwords.py", PASSWORDS.format(done="pass"))):
        (project / name).write_text(text)
    for name, text, count in ROUNDS:
        (project / name).write_text(text)
        request = Request((), str(project), today="2026-01-15", jobs=1)
        warm = check(request).report
        cold = check(Request((), str(project), today="2026-01-15", jobs=1, cache=False)).report
        assert msgspec.json.encode(warm) == msgspec.json.encode(cold)
        assert sum(one.rule == "unlogged-login-failure" for one in warm.findings) == count, name


ORDERS = """\
from flask import Flask, g
from errors import Stopped

app = Flask(__name__)


@app.route("/orders/<int:number>", methods=["DELETE"])
def remove(number):
    if number not in g.user.orders:
        raise Stopped("not yours")
    return "gone"
"""
HANDLER = """\
import logging

from answers import refusal
from errors import Stopped
from orders import app

log = logging.getLogger(__name__)


@app.errorhandler(Stopped)
def refused(error):
    {done}
    return refusal()
"""
ANSWER = 'def refusal():\n    return "no", {status}\n'
GUARD = """\
from errors import Stopped


def guard(handler):
    try:
        return handler()
    except Stopped:
        return "no", {status}
"""
ANSWERS = [
    ("handlers.py", HANDLER.format(done="pass"), 1),
    ("other.py", "def more():\n    return 1\n", 1),
    ("answers.py", ANSWER.format(status=200), 0),
    ("other.py", "def more():\n    return 2\n", 0),
    ("guards.py", GUARD.format(status=403), 1),
    ("guards.py", GUARD.format(status=200).replace("handler", "work"), 0),
    ("answers.py", ANSWER.format(status=403), 1),
    ("handlers.py", HANDLER.format(done=LOG), 0),
    ("handlers.py", HANDLER.format(done="pass").replace("errorhandler(Stopped)", "route('/no')"), 0),
    ("handlers.py", HANDLER.format(done="pass").replace("def refused", "def late():\n    return 1\n\n\ndef refused"), 0),
    ("handlers.py", HANDLER.format(done="pass"), 1),
]


def test_what_an_exception_is_answered_with_follows_its_handlers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A handler, what it asks for the answer, or where it is registered is edited, and who raises follows; as without a memory."""
    monkeypatch.setenv("LOGPROOF_CACHE_DIR", str(tmp_path / "cache"))
    project = tmp_path / "project"
    project.mkdir()
    errors = "class Stopped(Exception):\n    pass\n"
    for name, text in (("pyproject.toml", ""), ("orders.py", ORDERS), ("errors.py", errors), ("answers.py", ANSWER.format(status=403))):
        (project / name).write_text(text)
    counts = list[int]()
    for name, text, _ in ANSWERS:
        (project / name).write_text(text)
        warm = check(Request((), str(project), today="2026-01-15", jobs=1)).report
        cold = check(Request((), str(project), today="2026-01-15", jobs=1, cache=False)).report
        assert msgspec.json.encode(warm) == msgspec.json.encode(cold)
        counts.append(sum(one.rule == "unlogged-access-denial" for one in warm.findings))
    assert counts == [count for _, _, count in ANSWERS]
    (project / "other.py").write_text("def more():\n    return 3\n")
    decoded = list[str]()
    real = work.Index.facts
    monkeypatch.setattr(work.Index, "facts", lambda self, path: (decoded.append(path), real(self, path))[1])
    check(Request((), str(project), today="2026-01-15", jobs=1))
    assert not {"handlers.py", "orders.py"} & set(decoded)  # what nobody has edited is not read again for the answers
