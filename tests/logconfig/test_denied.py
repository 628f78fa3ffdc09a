"""Django itself as the judge of what is written of refused requests: real requests, real handlers, DEBUG off."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from checker.logconfig.routing import dropped
from checker.pipeline import Request, check
from tests.logconfig.test_oracle import pipelines

HERE = Path(__file__).resolve().parent / "denied"
EVENTS = {
    "PermissionDenied": ("django.request", 30),
    "SuspiciousOperation": ("django.security.SuspiciousOperation", 40),
    "DisallowedHost": ("django.security.DisallowedHost", 40),
    "CSRF": ("django.security.csrf", 30),
}
"""What a view or a middleware raises, with the logger and the level that Django tells it at."""
SAID = {
    "request_at_error": {"django.request is at ERROR"},
    "file_of_errors": {"django.request in production", "django.security does not propagate"},
    "csrf_only_while_debugging": {"django.security.csrf in production"},
    "own_modules_alone": {"django.request in production"},
    "errors_alone": {"django.request is at ERROR", "so CSRF failures are not logged"},
    "null_for_hosts": {"django.security.DisallowedHost ends in a NullHandler"},
    "all_to_the_root": set(),
}
"""Words of the findings about silenced loggers."""
_PROGRAM = r"""
import contextlib, importlib, io, json, logging, os, sys, types
sys.path.insert(0, os.getcwd())
from django.conf import settings
settings.configure(
    DEBUG=False, LOGGING=importlib.import_module(sys.argv[1]).LOGGING, ALLOWED_HOSTS=["testserver"], ROOT_URLCONF="urls_of_the_test",
    SECRET_KEY="of the test", MIDDLEWARE=["django.middleware.common.CommonMiddleware", "django.middleware.csrf.CsrfViewMiddleware"],
)
import django
django.setup()
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpResponse
from django.test import Client
from django.urls import path

def refuse(request):
    raise PermissionDenied

def odd(request):
    raise SuspiciousOperation("odd")

def host(request):
    return HttpResponse(request.get_host())

urls = sys.modules["urls_of_the_test"] = types.ModuleType("urls_of_the_test")
urls.urlpatterns = [path("refuse", refuse), path("odd", odd), path("host", host)]
written = []
for name in [None, *logging.root.manager.loggerDict]:
    for handler in logging.getLogger(name).handlers:
        if not isinstance(handler, logging.NullHandler):
            handler.emit = lambda record: written.append(record.name)
client = Client(enforce_csrf_checks=True, raise_request_exception=False)
calls = {
    "PermissionDenied": lambda: client.get("/refuse"), "SuspiciousOperation": lambda: client.get("/odd"),
    "DisallowedHost": lambda: client.get("/host", HTTP_HOST="forged"), "CSRF": lambda: client.post("/host"),
}
told = {}
for event, call in calls.items():
    written.clear()
    bare = io.StringIO()
    with contextlib.redirect_stderr(bare):
        status = call().status_code
    told[event] = [status, sorted(set(written)), bool(bare.getvalue())]
print(json.dumps(told))
"""


def told_by_django(folder: Path, module: str) -> dict[str, tuple[int, list[str], bool]]:
    """Per event: the status of the answer, the loggers whose records some handler wrote, and whether Python's last resort did."""
    environment = {"PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", _PROGRAM, module]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, tuple[int, list[str], bool]] = json.loads(done.stdout)
    return found


def copied(name: str, folder: Path) -> Path:
    """A project of the one settings module."""
    (folder / "logs").mkdir()
    shutil.copy(HERE / f"{name}.py", folder / "settings.py")
    return folder


@pytest.mark.parametrize("name", sorted(SAID))
def test_what_is_dropped_is_what_django_drops(name: str, tmp_path: Path) -> None:
    """Each refused request is dropped by the pipeline that is read where real Django writes it to no handler, and nowhere else."""
    (pipeline,) = pipelines(copied(name, tmp_path))
    told = told_by_django(tmp_path, "settings")
    assert {event: told[event][0] for event in EVENTS} == {
        "PermissionDenied": 403, "SuspiciousOperation": 400, "DisallowedHost": 400, "CSRF": 403,
    }  # fmt: skip
    read = {event: dropped(pipeline, logger, level) is not None for event, (logger, level) in EVENTS.items()}
    assert read == {event: not written and not bare for event, (_, written, bare) in told.items()}


@pytest.mark.parametrize("name", sorted(SAID))
def test_a_silenced_logger_is_told_where_django_writes_nothing(name: str, tmp_path: Path) -> None:
    """There is a finding about a silenced logger just where some refused request gets to no handler that the settings name."""
    copied(name, tmp_path)
    report = check(Request(cwd=str(tmp_path), today="2026-01-01", cache=False, jobs=1)).report
    messages = [one.message for one in report.findings if one.code == "LP501"]
    assert len(messages) == len(SAID[name])
    assert all(any(words in message for message in messages) for words in SAID[name])
    told = told_by_django(tmp_path, "settings")
    assert bool(messages) == any(not written for _, written, _ in told.values())


def test_every_configuration_is_judged() -> None:
    """No configuration of the folder is left out."""
    assert {path.stem for path in HERE.glob("*.py")} == set(SAID)
