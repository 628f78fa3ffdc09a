"""How many files of a project are made again for an edit of one: counted, and not timed."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.pipeline import Request, check
from checker.source.program import Program

COUNT = 24
MODULE = """\
import logging

import bcrypt
from flask import Blueprint, abort, g, jsonify, request

from shop.errors import Stopped, Wrong
from shop.models import Order
from shop.part{after} import price{after}

log = logging.getLogger(__name__)
bp = Blueprint("part{number}", __name__)


class Order{number}(Order):
    def __init__(self, number, customer_token):
        super().__init__(number, customer_token)
        self.token = customer_token

    def total(self):
        return price{after}(self.token)


def price{number}(token):
    try:
        return load(token)
    except Wrong:
        log.exception("no price")
        return None


@bp.route("/orders/{number}", methods=["POST"])
def order{number}():
    if request.form["user"] not in g.users:
        raise Stopped("not yours")
    log.info("order %s", Order{number}(1, request.form["token"]).total())
    return jsonify({{}})


@bp.route("/login/{number}", methods=["POST"])
def login{number}():
    if not bcrypt.checkpw(request.form["password"], g.users):
        abort(401)
    return jsonify({{}})
"""
LAST = "def price{number}(token):\n    return token\n"
MODELS = """\
class Order:
    def __init__(self, number, customer_token):
        self.number = number
"""
ERRORS = "class Wrong(Exception):\n    pass\n\n\nclass Stopped(Exception):\n    pass\n"
APP = """\
import logging

from flask import Flask, jsonify

from shop.errors import Stopped

app = Flask(__name__)
log = logging.getLogger(__name__)


@app.errorhandler(Stopped)
def stopped(error):
    log.warning("stopped")
    return jsonify({}), 403
"""
FEW = 3
"""The file itself, and those that read what was edited, or whose facts tell a line of it."""
EDITS = {
    "a log call in a function": (
        "    except Wrong:",
        "    except ValueError:\n        log.warning('odd')\n        return 0\n    except Wrong:",
    ),
    "a secret in a log": ("        return load(token)", "        log.info('token %s', token)\n        return load(token)"),
    "a function at the end": ("", "\n\ndef more(password):\n    log.info('for %s', password)\n"),
    "a logger more": ("bp = ", "audit = logging.getLogger('audit')\nbp = "),
    "an exception that is raised": ("    if request.form", "    if not g.users:\n        raise Wrong('nobody')\n    if request.form"),
    "an exception that is caught": ("    except Wrong:", "    except (Wrong, KeyError):"),
    "a class at the end": ("", "\n\nclass Basket:\n    def add(self, token):\n        log.info('added %s', token)\n"),
    "a record of a refusal": ("        abort(401)", "        log.warning('login failed')\n        abort(401)"),
    "an import": ("import bcrypt", "import bcrypt\nimport json"),
    "a caller of what everybody has": ("", "\n\ndef all_prices():\n    return [price{after}(one) for one in g.users]\n"),
}


def shop(root: Path) -> Path:
    """Views that log, refuse, catch and inherit from one another in a row, and an application with a handler."""
    (root / "shop").mkdir(parents=True)
    for name, text in (
        ("pyproject.toml", ""),
        ("shop/__init__.py", ""),
        ("shop/errors.py", ERRORS),
        ("shop/app.py", APP),
        ("shop/models.py", MODELS),
    ):
        (root / name).write_text(text)
    for number in range(COUNT):
        text = MODULE.format(number=number, after=number + 1) if number + 1 < COUNT else LAST.format(number=number)
        (root / f"shop/part{number}.py").write_text(text)
    return root


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_of_one_file_makes_few_others_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edit: str) -> None:
    """No question about the whole project makes every file be told anew because one of them logs, raises, catches or calls more."""
    monkeypatch.setenv("LOGPROOF_CACHE_DIR", str(tmp_path / "cache"))
    root = shop(tmp_path / "project")
    told = list[str]()
    real = Program.told

    def telling(self: Program, path: str, kinds: frozenset[str]) -> object:
        told.append(path)
        return real(self, path, kinds)

    monkeypatch.setattr(Program, "told", telling)
    request = Request((), str(root), today="2026-01-15", jobs=1)
    check(request)
    assert len(told) == COUNT + 4
    told.clear()
    edited = root / f"shop/part{COUNT // 2}.py"
    before, (old, new) = edited.read_text(), EDITS[edit]
    new = new.replace("{after}", str(COUNT // 2 + 1))
    assert before.count(old) == 1 or not old
    edited.write_text(before.replace(old, new) if old else before + new)
    check(request)
    assert f"shop/part{COUNT // 2}.py" in told
    assert len(told) <= FEW, told
