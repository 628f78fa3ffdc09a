"""What real applications write, and what independent tools say of rules on it."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
APPLICATIONS = HERE / "applications"
SERVED = {
    "django_json": ("shop.wsgi:application", "wsgi"),
    "django_text": ("shop.wsgi:application", "wsgi"),
    "fastapi_json": ("service.main:app", "asgi"),
    "flask_text": ("service.app:app", "wsgi"),
    "loguru_json": ("service.main:app", "asgi"),
    "loguru_text": ("service.app:app", "wsgi"),
    "structlog_json": ("service.main:app", "asgi"),
    "structlog_logfmt": ("service.app:app", "wsgi"),
}
"""Folder below ``applications`` to what serves, and how."""


@cache
def lines(application: str) -> tuple[str, ...]:
    """What an application writes when it is asked what `drive` asks."""
    command = [sys.executable, str(HERE / "drive.py"), *SERVED[application]]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "NO_COLOR": "1"}
    done = subprocess.run(command, cwd=APPLICATIONS / application, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return tuple(done.stdout.splitlines())


def sigma_rule(title: str, detection: str) -> str:
    """A whole rule around a detection."""
    return (
        f"title: {title}\nid: 5f0d3c0e-6a8e-4f2b-9f0a-0a1b2c3d4e5f\nstatus: test\nlevel: high\n"
        f"logsource:\n  category: application\ndetection:\n  {detection}\n"
    )


def sigma_finds(rule: str, written: tuple[str, ...]) -> bool:
    """Whether pySigma's SQL for a rule finds one of the lines in SQLite: each key of a line is a column, the line itself is one."""
    from sigma.backends.sqlite import sqliteBackend
    from sigma.collection import SigmaCollection

    records = [_record(line) for line in written]
    columns = sorted({key for record in records for key in record})
    with sqlite3.connect(":memory:") as store:
        store.create_function("REGEXP", 2, _regexp)
        store.execute(f"CREATE TABLE logs ({', '.join(_quoted(one) for one in columns)})")
        marks = ", ".join("?" for _ in columns)
        for record in records:
            store.execute(f"INSERT INTO logs VALUES ({marks})", [record.get(one) for one in columns])
        queries = sqliteBackend(fulltext_field="raw").convert(SigmaCollection.from_yaml(rule))
        return any(_finds(store, query.replace("<TABLE_NAME>", "logs")) for query in queries)


def _finds(store: sqlite3.Connection, query: str) -> bool:
    try:
        return store.execute(query).fetchone() is not None
    except sqlite3.OperationalError as error:
        if "no such column" not in str(error):
            raise
        return False  # a field that no line has


def _record(line: str) -> dict[str, str | int]:
    try:
        held = json.loads(line)
    except ValueError:
        held = {}
    return {**{key: value if isinstance(value, int) else str(value) for key, value in held.items()}, "raw": line}


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '" COLLATE NOCASE'


def _regexp(pattern: str, value: str | None) -> bool:
    return value is not None and re.search(pattern, value) is not None


def project(folder: Path, application: str, files: dict[str, str]) -> Path:
    """A project of one application with further files."""
    made = folder / "project"
    shutil.copytree(APPLICATIONS / application, made, ignore=shutil.ignore_patterns("__pycache__"))
    for name, text in files.items():
        path = made / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return made
