"""What servers write of each answer by themselves, and alert rules that look for it."""

from __future__ import annotations

import logging
import subprocess
import sys
from pathlib import Path

import pytest

from checker.trace.model import Chain, Verdict
from tests.trace.projects import ALERTMANAGER, rule, traced

_APPLICATION = """
    from fastapi import FastAPI, HTTPException
    app = FastAPI()

    @app.get("/admin")
    def admin():
        raise HTTPException(403)
"""
_PROMTAIL = """
    clients: [{url: "https://loki.shop.net/loki/api/v1/push"}]
    positions: {filename: /var/lib/promtail/positions.yaml}
    scrape_configs:
      - job_name: containers
        docker_sd_configs: [{host: "unix:///var/run/docker.sock"}]
"""
_RUN = """
    import uvicorn
    from shop.web import app
    uvicorn.run(app, host="0.0.0.0"MORE)
"""
UVICORN = 'FROM python:3.13\nCOPY shop shop\nCMD ["uvicorn", "shop.web:app", "--host", "0.0.0.0"MORE]\n'
GUNICORN = "FROM python:3.13\nCOPY shop shop\nCMD exec gunicorn shop.web:app MORE\n"


def chains(folder: Path, expression: str, files: dict[str, str]) -> tuple[Chain, ...]:
    """Those of refused access."""
    given = {
        "shop/__init__.py": "", "shop/web.py": _APPLICATION, "deploy/promtail.yaml": _PROMTAIL, "deploy/alertmanager.yml": ALERTMANAGER,
        "deploy/loki-rules.yaml": rule(f'count_over_time({{job="containers"}} {expression} [5m]) > 5', name="Refused"), **files,
    }  # fmt: skip
    return traced(folder, given).of("authz_fail")


@pytest.mark.parametrize(
    ("expression", "files", "found"),
    [
        ('|= "403 Forbidden"', {"Dockerfile": UVICORN.replace("MORE", "")}, True),
        ('|~ `" 403( |$)`', {"Dockerfile": UVICORN.replace("MORE", "")}, True),
        ('| pattern `<_> <client> - "<_>" <status> <_>` | status="403"', {"Dockerfile": UVICORN.replace("MORE", "")}, True),
        ('|= "403 Refused"', {"Dockerfile": UVICORN.replace("MORE", "")}, False),
        ('|= "403 Forbidden"', {"Dockerfile": UVICORN.replace("MORE", ', "--no-access-log"')}, False),
        ('|= "403 Forbidden"', {"Dockerfile": UVICORN.replace("MORE", ', "--log-level", "warning"')}, False),
        ('|= "403 Forbidden"', {"shop/run.py": _RUN.replace("MORE", "")}, True),
        ('|= "403 Forbidden"', {"shop/run.py": _RUN.replace("MORE", ", access_log=False")}, False),
        ('|= "403 Forbidden"', {}, False),
        ('|~ `HTTP/1.1" 403 `', {"Dockerfile": GUNICORN.replace("MORE", "--access-logfile -")}, True),
        ('|= "403 Forbidden"', {"Dockerfile": GUNICORN.replace("MORE", "--access-logfile -")}, False),
        ('|~ `HTTP/1.1" 403 `', {"Dockerfile": GUNICORN.replace("MORE", "--workers 4")}, False),
        ('|= "status=403"', {"Dockerfile": GUNICORN.replace("MORE", '--access-logfile - --access-logformat "status=%(s)s %(U)s"')}, True),
        (
            '|~ `HTTP/1.1" 403 `',
            {"Dockerfile": GUNICORN.replace("MORE", "-c gunicorn.conf.py"), "gunicorn.conf.py": "accesslog = '-'\n"},
            True,
        ),
        ('|= "status=403"', {"gunicorn.conf.py": "accesslog = '-'\naccess_log_format = 'status=%(s)s'\nloglevel = 'info'\n"}, True),
        ('|= "status=403"', {"gunicorn.conf.py": "accesslog = '-'\nloglevel = 'info'\n"}, False),
        ('|~ `HTTP/1.1" 403 `', {"gunicorn.conf.py": "accesslog = None\nloglevel = 'info'\n"}, False),
    ],
)
def test_access_logs(tmp_path: Path, expression: str, files: dict[str, str], found: bool) -> None:
    """A rule on the server's own lines is fed by them exactly where the server writes them so."""
    seen = chains(tmp_path, expression, files)
    assert [one.verdict for one in seen] == ([Verdict.OK] if found else []), [(hop.kind, hop.why) for one in seen for hop in one.hops]


_REALLY = """
import asyncio, sys, uvicorn
async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 403, "headers": []})
    await send({"type": "http.response.body", "body": b""})
async def main():
    server = uvicorn.Server(uvicorn.Config(app, port=0, lifespan="off", use_colors=False))
    task = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET /admin HTTP/1.1\\r\\nHost: shop\\r\\nConnection: close\\r\\n\\r\\n")
    await reader.read()
    server.should_exit = True
    await task
asyncio.run(main())
"""


@pytest.mark.integration
def test_uvicorn_really_writes_it(tmp_path: Path) -> None:
    """The line that the trace takes for uvicorn's is what uvicorn writes, but for the client, its port and the path."""
    done = subprocess.run([sys.executable, "-c", _REALLY], capture_output=True, text=True, timeout=60, check=True)
    line = next(one for one in done.stdout.splitlines() if "/admin" in one)
    (chain,) = chains(tmp_path, '|= "403 Forbidden"', {"Dockerfile": UVICORN.replace("MORE", "")})
    shown = next(hop.shown for hop in chain.hops if hop.kind == "formatter")
    port = line.partition("127.0.0.1:")[2].partition(" ")[0]
    filled = shown.replace("{the client}", "127.0.0.1").replace("{the port}", port).replace("{the path}", "/admin")
    assert line == filled
    assert logging.getLevelName(20) in line
