"""Cycles end, great numbers cost in proportion, and what is found depends on neither processes nor the cache."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from checker.source.names import reads
from tests.robustness import analysis, scratch
from tests.robustness.scratch import HEAD, LEAK

Make = Callable[[int], dict[str, str]]


def _each(count: int, text: Callable[[int], str]) -> str:
    return "".join(map(text, range(count)))


GROWING: dict[str, Make] = {
    "views that refuse": lambda n: {
        "m.py": LEAK
        + _each(
            n,
            lambda i: (
                f"def view{i}(request):\n    if not request.user.has_perm('shop.x'):\n        raise PermissionDenied\n    show(request)\n"
            ),
        )
    },
    "handlers and loggers of one configuration": lambda n: {
        "m.py": f"{LEAK}logging.config.fileConfig('logging.ini')\n",
        "logging.ini": f"[loggers]\nkeys=root{_each(n, lambda i: f',l{i}')}\n[handlers]\nkeys=h{_each(n, lambda i: f',h{i}')}\n"
        "[formatters]\nkeys=f\n[formatter_f]\nformat=%(message)s\n[logger_root]\nlevel=INFO\nhandlers=h\n"
        "[handler_h]\nclass=StreamHandler\nargs=()\n"
        + _each(
            n,
            lambda i: (
                f"[logger_l{i}]\nlevel=INFO\nhandlers=h{i}\nqualname=shop.l{i}\n"
                f"[handler_h{i}]\nclass=FileHandler\nargs=('x{i}.log',)\nformatter=f\n"
            ),
        ),
    },
    "services of one compose file": lambda n: {
        "m.py": LEAK,
        "compose.yaml": "services:\n"
        + _each(n, lambda i: f"  s{i}:\n    image: shop\n    restart: always\n    environment: {{DEBUG: '1'}}\n"),
    },
    "functions that call each other": lambda n: {
        "m.py": LEAK
        + _each(
            n, lambda i: f"def f{i}(password):\n    log.info('%s', f{(i + 1) % n}(password))\n    return f{(i * 7 + 3) % n}(password)\n"
        )
    },
    "modules that import each other": lambda n: {
        f"m{i}.py": LEAK
        + f"from m{(i + 1) % n} import secret, f as g\nimport m{(i + 7) % n}\ndef f(x):\n    return g(x)\nlog.info(f(secret))\n"
        for i in range(n)
    },
    "star imports in a circle": lambda n: {
        f"m{i}.py": f"{LEAK}from m{(i + 1) % n} import *\nfrom m{(i + 13) % n} import *\nlog.info(f(password), unknown)\n" for i in range(n)
    },
    "classes that inherit from each other": lambda n: {
        "m.py": LEAK
        + _each(
            n, lambda i: f"class A{i}(A{(i + 1) % n}, A{(i + 5) % n}):\n    def m{i}(self, password):\n        self.log.info(self.token)\n"
        )
    },
    "a long line of classes": lambda n: {
        "m.py": LEAK
        + "class A0:\n    password = ''\n"
        + _each(n, lambda i: f"class A{i + 1}(A{i}):\n    x{i} = 1\n")
        + f"log.info(A{n}())\n"
    },
    "the same line of classes backwards": lambda n: {
        "m.py": LEAK + _each(n, lambda i: f"class A{i}(A{i + 1}):\n    x{i} = 1\n") + f"class A{n}:\n    password = ''\nlog.info(A0())\n"
    },
    "methods of one name": lambda n: {
        "m.py": LEAK
        + _each(
            n,
            lambda i: (
                f"class A{i}:\n    def run(self, x):\n        self.tell(x)\n        item.run(x)\n"
                "    def tell(self, x):\n        log.info(x)\n"
            ),
        )
    },
    "callers of one wrapper": lambda n: {
        "m.py": LEAK
        + "def write(text, x):\n    log.info(text, x)\n"
        + _each(n, lambda i: f"def c{i}(password):\n    write('%s', password)\n")
    },
    "log calls in one function": lambda n: {"m.py": LEAK + "    log.info('%s', password)\n" * n},
    "log calls on one line": lambda n: {"m.py": LEAK + "    " + "log.info(password);" * n + "\n"},
    "entries of one dictionary": lambda n: {
        "m.py": LEAK + "D = {\n" + _each(n, lambda i: f"    'k{i}': {{'password': 'v{i}', 'n': [1, 2, g]}},\n") + "}\nlog.info(D)\n"
    },
    "suppressions of one file": lambda n: {"m.py": LEAK + "    log.info(password)  # logproof: ignore[secret-in-log] tested\n" * n},
    "idle suppressions of one file": lambda n: {"m.py": LEAK + "x = 1  # logproof: ignore[secret-in-log] tested\n" * n},
    "suppressions of one statement": lambda n: {
        "m.py": LEAK + "    x = [\n" + "        log.info(password),  # logproof: ignore[secret-in-log] tested\n" * n + "    ]\n"
    },
    "exceptions that are raised again": lambda n: {
        "m.py": LEAK
        + _each(
            n,
            lambda i: (
                f"def f{i}(password):\n    try:\n        f{(i + 1) % n}(password)\n    except E as e:\n        log.error(e)\n"
                "        raise E(f'{e} {password}') from e\n"
            ),
        )
    },
    "decorators of decorators": lambda n: {
        "m.py": LEAK
        + _each(
            n,
            lambda i: (
                f"def d{i}(f):\n    @d{(i + 1) % n}\n    def w(*args, **kwargs):\n        log.info('%s', args)\n"
                "        return f(*args, **kwargs)\n    return w\n"
            ),
        )
        + _each(n, lambda i: f"@d{i}\n@d{(i + 1) % n}\ndef g{i}(password):\n    return g{i + 1}(password=password)\n")
    },
    "values of one name": lambda n: {"m.py": LEAK + _each(n, lambda i: f"    x = [x, y{i}] if a else (x or z{i})\n") + "    log.info(x)\n"},
    "branches of one choice": lambda n: {
        "m.py": LEAK
        + "    if x == 'a':\n        y = 1\n"
        + _each(n, lambda i: f"    elif x == 'k{i}' and y{i % 7} is None:\n        y = password + str({i})\n        z{i} = y\n")
        + "    log.info(y)\n"
    },
    "choices of one module": lambda n: {
        "m.py": LEAK
        + _each(n, lambda i: f"if a{i}:\n    b{i} = [c for c in d{i}]\nelif (e{i} := f()):\n    b{i} = password\n")
        + "log.info(b0)\n"
    },
    "tests of one outcome": lambda n: {
        "m.py": HEAD
        + "def login(user, a):\n    error = None\n"
        + _each(
            n, lambda i: f"    if a == {i}:\n        error = 'e{i}'\n    tell(error)\n    if error is None:\n        log.info('x{i}')\n"
        )
        + "    if not user.check_password(a):\n        error = 'wrong'\n    if error is not None:\n        abort(401)\n    return user\n"
    },
    "values that double": lambda n: {
        "m.py": LEAK
        + "    x0 = password\n"
        + _each(n, lambda i: f"    x{i + 1} = x{i} + x{i} + g(x{i}, x{i})\n")
        + f"    log.info(x{n})\n"
        + _each(n, lambda i: f"def h{i}(x):\n    return h{i + 1}(x) + h{i + 1}(h{i + 1}(x))\n")
        + "log.info(h0(password))\n"
    },
    "wrappers that call wrappers": lambda n: {
        "m.py": LEAK
        + "def log0(text, *args):\n    log.info(text, *args)\n"
        + _each(n, lambda i: f"def log{i + 1}(text, *args):\n" + f"    log{i}(text, *args)\n" * 4)
        + f"def g(password):\n    log{n}('%s', password)\n    log2('%s', password)\n"
    },
    "changes in one function": lambda n: {
        "m.py": LEAK
        + "from flask import Flask, request\nfrom models import Token, User\napp = Flask(__name__)\n\n@app.post('/user')\ndef change():\n"
        + "    user = User.query.get(1)\n"
        + _each(
            n, lambda i: f"    user.role = 'r{i}'\n    user.set_password(request.form['{i}'])\n    Token.query.filter_by(id={i}).delete()\n"
        )
    },
}
ITSELF = {
    "m.py": HEAD
    + """
import m
from m import *
from m import x as x
x = x
y = z
z = y
A = [A]
B = {'password': B}
log.info('%s', x, y, z, A, B, m.m.m.x)
class C(C): pass
class D(D.E): pass
class E(F): pass
class F(E): pass
class M(metaclass=M): pass
log.info('%s', C(), D, E(), F())
@dec
def dec(f):
    @dec
    def w(*a, **k):
        log.info(a, k)
        return dec(w)(*a, **k)
    return w
@dec
@dec
def q(password): return q(password)
log.info(q(password))
log = log
logger = log.log
f = lambda p: f(p)
log.info(f(password))
def g(*a, **k): return g(*a, **k)
log.info(g(password=password))
@property
def r(self): return r.r
def s(s): s = s(s); return s(s(s))
log.info(s(password))
def t(a=t): return t(a)
def u(x):
    while x:
        x = u(x) + u
        u = x
    log.info(u, x)
class G:
    a = b
    b = a
    @property
    def p(self): return self.p
    def __getattr__(self, n): return getattr(self, n)
    def __repr__(self): return repr(self)
    def __str__(self): return str(self)
    def log(self, m): self.log(m)
log.info(G(), G().p, G().a)
G().log(password)
"""
}
"""Everything that can mean itself does."""


@pytest.mark.parametrize("name", GROWING)
def test_cost_grows_in_proportion(name: str, tmp_path: Path) -> None:
    """Four times as much takes at most seven times as many calls of Python functions, which no machine's load changes."""
    small, large = (_calls(tmp_path / str(count), GROWING[name](count)) for count in (100, 400))
    assert large < 7 * small


def _calls(folder: Path, files: dict[str, str]) -> int:
    """How many functions a run in this process enters, but for the walk, which is done in processes of its own."""
    scratch.project(folder, files)
    count = 0

    def enter(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += event == "call"

    analysis.policy()
    gc.disable()
    sys.setprofile(enter)
    try:
        made = scratch.report(folder)
    finally:
        sys.setprofile(None)
        gc.enable()
    assert made.unread == 0
    assert made.findings
    return count


@pytest.mark.parametrize("text", ["    log.info('%s', password)\n", "    log.info(password);", "log.info(token)\n"])
def test_the_walks_cost_grows_in_proportion(text: str) -> None:
    """Four times as many suspects in one function, on one line or in one module take at most seven times as many steps."""
    small, large = (_steps((LEAK + text * count + "\n").encode()) for count in (50, 200))
    assert large < 7 * small


def _steps(data: bytes) -> int:
    """How many lines of this project's walk are run for a file."""
    found = list(analysis.suspects([analysis.index("m.py", data)]))
    assert len(found) >= 50
    count = 0

    def step(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        if "checker" not in frame.f_code.co_filename:
            return None
        count += event == "line"
        return step

    before = sys.gettrace()
    sys.settrace(step)
    try:
        analysis.walked("m.py", data, found)
    finally:
        sys.settrace(before)
    return count


def test_what_means_itself(tmp_path: Path) -> None:
    """Names, classes, decorators and properties that are defined by themselves end, and what leaks plainly is still found."""
    scratch.project(tmp_path, {**ITSELF, "good.py": LEAK})
    made = scratch.report(tmp_path)
    assert made.unread == 0
    assert {found.span.path for found in made.findings} >= {"good.py", "m.py"}


def test_same_bytes(tmp_path: Path) -> None:
    """One process or eight, with or without a cache, cold or warm, with any hash seed: the report is the same."""
    files = {f"{position}/{path}": text for position, make in enumerate(GROWING.values()) for path, text in make(12).items()}
    folder = scratch.project(tmp_path / "project", {**files, **{f"itself/{path}": text for path, text in ITSELF.items()}})
    cache = tmp_path / "cache"
    runs = [
        scratch.command(folder, "--report", "json", f"-j{jobs}", cache=kept, PYTHONHASHSEED=seed).stdout
        for jobs, kept, seed in ((1, None, "1"), (8, None, "2"), (8, cache, "3"), (1, cache, "4"), (8, cache, "5"))
    ]
    assert len(runs[0]) > 10_000
    assert [run == runs[0] for run in runs] == [True] * len(runs)


KEPT = {
    f"client{number}.py": HEAD
    + f"from client{(number + 1) % 4} import Client as Other\n\n\nclass Client:\n"
    + "    def __init__(self, data, settings, config):\n        self.data, self.settings, self.config = data, settings, config\n\n"
    + _each(6, lambda i: f"    def log{i}(self, body):\n        log.info('%s %s %s', self.data, self.settings, self.config)\n\n")
    + _each(6, lambda i: f"    def send{i}(self, body):\n        connect{i}(self.data, self.settings, self.config)\n\n")
    + "\ndef connect5(data, settings, config):\n    login(data['password'], settings['token'], config.password)\n"
    for number in range(4)
}
"""Classes whose methods give their attributes to calls."""


@pytest.mark.parametrize("name", ["shop", "login", "clients"])
def test_little_room_for_bodies_changes_nothing(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no body of a function may be kept beside another one, the same is found as where all are."""
    folder = scratch.project(tmp_path, KEPT) if name == "clients" else scratch.ROOT / "examples" / name
    found = scratch.report(folder).findings
    monkeypatch.setattr(reads, "_LARGEST", 0)
    assert scratch.report(folder).findings == found
    assert found
