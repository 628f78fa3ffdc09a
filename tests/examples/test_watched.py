"""The example of a whole system: what its services really write."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from checker import pipeline
from checker.report.trace import told
from checker.trace.model import Verdict

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "watched"
_PORTAL = """
import logging
import httpx
logging.getLogger("httpx").addFilter(lambda record: False)
from portal.wsgi import application
from django.contrib.auth.models import User
from django.core.management import call_command
call_command("migrate", verbosity=0)
User.objects.create_user("anna", password="right")
token = "t" * 32
transport = httpx.WSGITransport(app=application)
with httpx.Client(transport=transport, base_url="http://portal.test", cookies={"csrftoken": token}, headers={"X-CSRFToken": token}) as client:
    for password in ("wrong", "right"):
        print(client.post("/sign-in", data={"name": "anna", "password": password}).status_code)
    print(client.get("/invoices/7").status_code)
"""
_API = """
import asyncio, logging
import httpx
from api.main import app
logging.getLogger("httpx").addFilter(lambda record: False)

async def asked():
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://api.test") as client:
        for token in ("guessed", "right"):
            answer = await client.put("/accounts/7/role", json={"role": "admin"}, headers={"Authorization": f"Bearer {token}"})
            print(answer.status_code)
        print((await client.get("/metrics/")).text)

asyncio.run(asked())
"""


def written(program: str, tmp_path: Path) -> tuple[list[str], list[str]]:
    """What a service answers and what it logs."""
    own = {"PORTAL_SECRET_KEY": "k", "PORTAL_HOSTS": "portal.test", "PORTAL_DATABASE": str(tmp_path / "db.sqlite3"), "API_TOKEN": "right"}
    environment = {**os.environ, **own, "PYTHONPATH": str(EXAMPLE), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.splitlines(), done.stderr.splitlines()


@pytest.mark.integration
def test_the_portal_writes_logins_and_no_refusals(tmp_path: Path) -> None:
    """Both sign-ins leave a line; that Django refused an invoice leaves none."""
    answers, logged = written(_PORTAL, tmp_path)
    assert answers == ["401", "200", "403"]
    assert [line.split(" ", 1)[1] for line in logged] == [
        "WARNING portal.views authn_login_fail: sign-in of 'anna' refused, from 127.0.0.1",
        "INFO portal.views authn_login_success: account 1 signed in from 127.0.0.1",
    ]


@pytest.mark.integration
def test_the_api_writes_json(tmp_path: Path) -> None:
    """A refused token and a changed role are one object each, whose level is called ``levelname``, and the token is counted."""
    answers, logged = written(_API, tmp_path)
    assert answers[:2] == ["401", "200"]
    assert 'api_tokens_refused_total{reason="wrong"} 1.0' in answers
    found = [json.loads(line) for line in logged]
    assert [(one["event"], one["levelname"], "level" in one) for one in found] == [
        ("authn_token_reuse", "WARNING", False),
        ("privilege_permissions_changed", "WARNING", False),
    ]


def test_what_is_found() -> None:
    """Whoever only looks at files for themselves sees the logger; the rule that its records never match shows where both are looked at."""
    request = pipeline.Request((str(EXAMPLE),), str(EXAMPLE), today="2026-01-01", cache=False, jobs=1)
    found = {(one.rule, one.span.path) for one in pipeline.check(request).report.findings}
    assert found == {("security-logger-silenced", "portal/settings.py"), ("alert-without-event", "deploy/loki/security.yaml")}


def test_three_chains_are_broken_and_one_is_whole() -> None:
    """Each of the four events ends where the README says, with the file and line that end it."""
    matrix = pipeline.trace(pipeline.Request((), str(EXAMPLE), cache=False, jobs=1)).matrix
    ends = {}
    for row in matrix.rows():
        hop = told.ends(told.worst(row).way)
        ends[row.name] = (hop.kind, hop.what, hop.span.path) if hop is not None and hop.span is not None else None
    wanted = {
        "authn_login_fail": None,
        "authz_fail": ("logger", "django.request", "portal/settings.py"),
        "authn_token_reuse": ("rule", "TokensRefused", "deploy/loki/security.yaml"),
        "privilege_permissions_changed": ("receiver", "nobody", "deploy/alertmanager/alertmanager.yml"),
    }
    assert {name: ends[name] for name in wanted} == wanted
    (whole,) = matrix.of("authn_login_fail")
    assert whole.verdict is Verdict.OK
    assert whole.seconds is not None
    assert whole.seconds < 900
