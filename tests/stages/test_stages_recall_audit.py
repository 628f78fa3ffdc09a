"""What is remembered of logins and refusals is what would be found anew, whichever file decides about them."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

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
