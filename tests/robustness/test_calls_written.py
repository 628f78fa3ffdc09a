"""Calls that ``--fix=unsafe`` writes where a refusal leaves no record: they run, and the record is there."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

from tests.robustness.fixes import fixed, found

_FLASK = """\
class Flask:
    def __init__(self, name): ...

    def post(self, path):
        return lambda view: view


class request:
    form = {"name": "eve", "password": "no"}
    remote_addr = "192.0.2.7"


class Refused(Exception): ...


def abort(status):
    raise Refused(status)
"""
_TRAIL = """\
{imports}import logging

log = logging.getLogger(__name__)


{wait}def audit(event, user, source=None):
    log.warning("%s %r %s", event, user, source)
"""
_VIEW = """\
from flask import Flask, abort, request
{imports}
app = Flask(__name__)


@app.post("/{name}")
{wait}def {name}():
    name = request.form["name"]
    user = find(name)
    if not user.check_password(request.form["password"]):
{record}        abort(401)
    return "in"


class User:
    def check_password(self, given):
        return False


def find(name):
    return User()
{end}"""
_RUN = """\
import asyncio, inspect, json, logging, sys

sys.path.insert(0, sys.argv[1])
written = []
logging.getLogger("shop.trail").addFilter(lambda record: bool(written.append(record.getMessage())))
import {first}
import shop.api

try:
    answer = shop.api.token()
    if inspect.isawaitable(answer):
        asyncio.run(answer)
except Exception as error:
    print(json.dumps([type(error).__name__, written]))
"""
_TYPES = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from shop.trail import audit\n"
_IMPORTS = {
    "no other": "",
    "the view's module": "from shop.api import find\n",
    "a module that imports the view's": "from shop import between\n",
    "a module whose function imports it": "from shop import late\n",
}
_FORMS = {
    "its name": ("from shop.trail import audit", "audit"),
    "its module": ("from shop import trail", "trail.audit"),
    "from beside it": ("from .trail import audit", "audit"),
}


def _project(imports: str = "", form: str = "its name", *, waits: bool = False, head: str = "", end: str = "") -> dict[str, bytes]:
    brought, name = _FORMS[form]
    wait = "async " if waits else ""
    record = f'        {"await " * waits}{name}("authn_login_fail", user=name, source=request.remote_addr)\n'
    files = {
        "shop/__init__.py": "",
        "shop/trail.py": _TRAIL.format(imports=imports, wait=wait),
        "shop/between.py": "from shop.api import find\n",
        "shop/late.py": "def later():\n    from shop.api import find\n\n    return find\n",
        "shop/page.py": _VIEW.format(imports=f"{brought}\n", name="login", wait=wait, record=record, end=""),
        "shop/api.py": _VIEW.format(imports=head, name="token", wait=wait, record="", end=end),
    }
    return {path: text.encode() for path, text in files.items()}


def _said(folder: Path, files: dict[str, bytes], first: str) -> list[object]:
    for path, data in {"flask.py": _FLASK.encode(), **files}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    (folder / "run.py").write_text(_RUN.format(first=first))
    done = subprocess.run([sys.executable, "-I", "run.py", str(folder)], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "never awaited" not in done.stderr
    return list(json.loads(done.stdout))


def _mended(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files with the one call, after what holds of every such fix has been asked of it."""
    new = fixed(files, unsafe=True)
    assert list(new) == ["shop/api.py"]
    before, after = files["shop/api.py"].decode().splitlines(), new["shop/api.py"].decode().splitlines()
    added = [line for line in after if line not in before]
    assert [line for line in after if line not in added] == before
    assert ["import" in line for line in added] == [True, False]
    assert fixed(files | new, unsafe=True) == {}
    assert found(files | new) == []
    return files | new


@pytest.mark.parametrize(
    ("imports", "form", "waits"), [*product(_IMPORTS, ["its name"], [False, True]), *product(["no other"], _FORMS, [False])]
)
def test_the_record_is_written(tmp_path: Path, imports: str, form: str, waits: bool) -> None:
    """Whatever the function's module imports and however others import it, both modules load, in either order, and a record is left."""
    files = _mended(_project(_IMPORTS[imports], form, waits=waits))
    for first in ("shop.trail", "shop.api"):
        assert _said(tmp_path, files, first) == ["Refused", ["authn_login_fail 'eve' 192.0.2.7"]]


def test_an_import_goes_to_the_others(tmp_path: Path) -> None:
    """It stands behind the imports at the file's head, also where the file ends with one that must wait; beside the call in a circle."""
    late = _mended(_project(end="\n\nfrom shop import late  # noqa: E402\n"))
    assert late["shop/api.py"].decode().splitlines()[:2] == ["from flask import Flask, abort, request", "from shop.trail import audit"]
    circle = _mended(_project(_IMPORTS["the view's module"]))
    assert b'password"]):\n        from shop.trail import audit\n        audit(' in circle["shop/api.py"]


@pytest.mark.parametrize(
    "change",
    [
        ("from flask import Flask, abort, request\n", "from flask import Flask, abort\nfrom shop.http import request\n"),
        ("from flask import Flask, abort, request\n", "from flask import Flask, abort, request\nfrom shop.books import audit\n"),
        ("    user = find(name)\n", "    audit = find(1)\n    user = find(name)\n"),
        ("import Flask, abort, request\n", f"import Flask, abort, request\n{_TYPES}"),
        ("    name = request.form", "    who = request.form"),
    ],
    ids=["another request", "another audit", "a local audit", "for types alone", "another name"],
)  # fmt: skip
def test_a_call_that_would_not_run_is_not_written(change: tuple[str, str]) -> None:
    """Where a name of the call is missing, or stands for something else, there is a finding, and the call is not written."""
    files = _project()
    text = files["shop/api.py"].decode()
    assert change[0] in text
    files["shop/api.py"] = text.replace(*change).replace("find(name)", "find(who)" if "who" in change[1] else "find(name)").encode()
    assert [one.rule for one in found(files)] == ["unlogged-login-failure"]
    assert b'audit("authn' not in fixed(files, unsafe=True).get("shop/api.py", b"")


def test_what_waits_is_not_called_by_what_cannot() -> None:
    """A function that must be awaited is not written into one that is not a coroutine."""
    files = _project(waits=True)
    files["shop/api.py"] = _project()["shop/api.py"]
    assert [one.rule for one in found(files)] == ["unlogged-login-failure"]
    assert b'audit("authn' not in fixed(files, unsafe=True).get("shop/api.py", b"")
