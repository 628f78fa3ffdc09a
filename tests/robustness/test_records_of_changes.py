"""Records of changes that ``--fix=unsafe`` writes: run, each stands exactly where the change was made, whatever asks for that."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

from tests.robustness.fixes import fixed, troubles

_STUB = """\
import logging


class Flask:
    logger = logging.getLogger("flask")

    def __init__(self, name): ...

    def delete(self, path):
        return lambda view: view


class Refused(Exception): ...


def abort(status):
    raise Refused(status)
"""
_VIEW = """\
import logging

from flask import Flask, abort

from store import Gone, db, tokens

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.delete("/tokens/<int:number>")
def delete_token(number):
{body}
"""
_STORE = """\
import sys


class Gone(Exception): ...


class Tokens:
    made = False

    def delete_token(self, number):
        if sys.argv[1] == "raises":
            raise Gone(number)
        self.made = sys.argv[1] == "there"
        return int(self.made)


class Db:
    failed = False

    def commit(self):
        if sys.argv[1] == "broken":
            self.failed = True
            raise Gone("commit")


db, tokens = Db(), Tokens()
"""
_RUN = """\
import json, logging, sys

sys.path.insert(0, ".")
written = []


class Keep(logging.Handler):
    def emit(self, record):
        written.append(record.getMessage())


logging.getLogger().addHandler(Keep())
logging.getLogger().setLevel(logging.INFO)
import api
from store import tokens

try:
    api.delete_token(7)
except Exception:
    pass
print(json.dumps([tokens.made, written]))
"""
_ACTS = {
    "bound": "rows = tokens.delete_token(number)",
    "typed": "rows: int = tokens.delete_token(number)",
    "alone": "tokens.delete_token(number)",
}
_TESTS = {
    "none": "",
    "compared": "if rows == 0:\n    abort(404)",
    "negated": "if not rows:\n    return 'none', 404",
    "derived": "found = bool(rows)\nif found is False:\n    abort(404)",
    "of two": "if number < 0 or not rows:\n    abort(404)",
    "the other way": "if rows:\n    return 'gone', 200\nabort(404)",
    "told aside": "if number == 9:\n    return 'the ninth', 200",
    "below one": "if rows < 1:\n    return 'none', 404",
    "with an else": "if rows:\n    number = 0\nelse:\n    abort(404)",
}
_AROUND = {
    "plain": "{0}\n{1}",
    "in a try": "try:\n    {0}\nexcept Gone:\n    abort(500)\n{1}",
    "kept": "{0}\n{1}\ndb.commit()",
    "in a branch": "if number:\n    {0}\n    {1}",
}
_ALONE = {
    "at once": "if not tokens.delete_token(number):\n    abort(404)",
    "at once, the other way": "if tokens.delete_token(number):\n    return 'gone', 200\nabort(404)",
    "behind another": "if number == 9:\n    abort(400)\nelif not tokens.delete_token(number):\n    abort(404)",
}
_BODIES = {
    **{
        f"{act}, {test}, {around}": _AROUND[around].format(
            _ACTS[act], _TESTS[test].replace("\n", "\n    " if around == "in a branch" else "\n")
        )
        for act, test, around in product(_ACTS, _TESTS, _AROUND)
        if act != "alone" or "rows" not in _TESTS[test]
    },
    **_ALONE,
}
_ASKING = tuple(name for name, test in _TESTS.items() if "rows" in test)
_WITHOUT = frozenset({
    "behind another",
    *(f"{act}, {test}, in a try" for act, test in product(_ACTS, _ASKING)),
})  # fmt: skip
"""No one line is reached exactly when it was made."""


def _text(body: str) -> bytes:
    lines = "".join(f"    {line}".rstrip() + "\n" for line in (*body.splitlines(), "return 'gone', 200"))
    return _VIEW.format(body=lines.rstrip("\n")).encode()


def _ran(folder: Path, case: str) -> tuple[bool, list[str]]:
    done = subprocess.run([sys.executable, "-I", "run.py", case], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    made, written = json.loads(done.stdout)
    return made, written


@pytest.mark.parametrize("name", _BODIES)
def test_a_change_is_told_exactly_when_it_was_made(tmp_path: Path, name: str) -> None:
    """What was not there, or was not kept, is no change that was made; where no line tells the two apart none is written."""
    text = _text(_BODIES[name])
    new = fixed({"api.py": text, "store.py": _STORE.encode()}, unsafe=True).get("api.py")
    assert (new is None) == (name in _WITHOUT)
    if new is None:
        return
    assert list(troubles(text, new)) == []
    for path, content in {"api.py": new.decode(), "store.py": _STORE, "flask.py": _STUB, "run.py": _RUN}.items():
        (tmp_path / path).write_text(content)
    for case in (
        ("there", "absent", "raises") if "rows" in _BODIES[name].replace("rows = ", "").replace("rows: int = ", "") else ("there", "raises")
    ):
        made, written = _ran(tmp_path, case)
        assert len(written) == made, f"{case}: {new.decode()}"
    if "kept" in name and "the other way" not in name:
        assert _ran(tmp_path, "broken")[1] == []
