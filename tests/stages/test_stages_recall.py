"""What earlier runs found changes nothing but the time that a run takes."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import checker.source.cst.walk  # noqa: F401 - the workers are forks of this process, so that each has libcst at once
from checker import recall, walks
from checker.pipeline import Request, check
from checker.source.program import Program

sys.setrecursionlimit(20_000)  # as the join does, which Hypothesis would notice
NAMES = ("a.py", "b.py", "c.py", "shop/__init__.py", "shop/a.py", "shop/log.py", "logging.py", "test_a.py")
MODULES = ("a", "a", "b", "shop", "shop.log", ".a", ".", "logging")
HEAD = "import logging\nlog = logging.getLogger(__name__)\n"
PIECES = (
    "def get():\n    return password\n",
    "def get(x=1):\n    return x\n",
    "def get(x=1):\n    return hash(x)\n",
    "from {m} import get\n",
    "from {m} import *\n",
    "import {d} as other\nlog.info(other.get(token))\n",
    "log.info('%s', get(api_key))\n",
    "log.info('%s', get())\n",
    "def tell(text):\n    log.warning(text)\n",
    "def use(api_key):\n    tell(f'{{api_key}}')\n",
    "from {m} import tell\n",
    "class K:\n    def __init__(self, secret):\n        self.value = secret\n    def unusual_name(self): return self.value\n",
    "from {m} import K\nclass L(K):\n    def unusual_name(self):\n        return 1\n",
    "from {m} import K\ndef run(thing: K):\n    log.info(thing.unusual_name(), thing.value)\n",
    "def walk(thing):\n    log.info(thing.unusual_name())\n",
    "def fail(password):\n    raise ValueError(f'bad {{password}}')\n",
    "from {m} import fail\ntry:\n    fail(1)\nexcept ValueError as error:\n    log.error(error)\n",
    "def deco(f):\n    def inner(*args):\n        log.info(args)\n        return f(*args)\n    return inner\n",
    "from {m} import deco\n@deco\ndef login(user, password):\n    pass\n",
    "class Hide(logging.Filter):\n    def filter(self, r):\n        r.msg = re.sub(x, '***', r.msg)\nlog.addFilter(Hide())\n",
    "log.info('token %s', token)  # logproof: ignore[secret-in-log] known\n",
    "import http.client\nhttp.client.HTTPConnection.debuglevel = 1\n",
    "# \n" * 3,
    "def broken(:\n",
)

texts = st.lists(
    st.tuples(st.sampled_from(PIECES), st.sampled_from(MODULES)).map(lambda made: made[0].format(m=made[1], d=made[1].strip(".") or "a")),
    max_size=6,
).map(lambda parts: HEAD + "".join(parts))
steps = st.one_of(
    st.tuples(st.just("write"), st.sampled_from(NAMES), texts),
    st.tuples(st.just("add"), st.sampled_from(NAMES), texts),
    st.tuples(st.just("move"), st.sampled_from(NAMES), st.sampled_from(NAMES)),
    st.tuples(st.just("delete"), st.sampled_from(NAMES), st.just("")),
)


def change(root: Path, kind: str, name: str, more: str) -> None:
    """One step of somebody's work."""
    file = root / name
    if kind == "move" and file.exists() and not (root / more).exists():
        file.rename(root / more)
    elif kind == "delete":
        file.unlink(missing_ok=True)
    elif kind in ("write", "add"):
        file.write_text((file.read_text() if kind == "add" and file.exists() else "") + more)


def report(root: Path, *paths: str, cache: bool = True, jobs: int = 1) -> bytes:
    """One run's report in bytes, low confidence included."""
    request = Request(paths, str(root), today="2026-01-15", jobs=jobs, cache=cache, overrides={"min-confidence": "low"})
    return msgspec.json.encode(check(request).report)


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache apart from the user's."""
    monkeypatch.setenv("LOGPROOF_CACHE_DIR", str(tmp_path / "cache"))


def started(root: Path) -> Path:
    """An empty project."""
    (root / "shop").mkdir(parents=True)
    (root / "pyproject.toml").touch()
    return root


def findings(said: bytes) -> list[dict[str, Any]]:
    """The findings of a report."""
    found: list[dict[str, Any]] = msgspec.json.decode(said)["findings"]
    return found


def places(found: dict[str, Any]) -> set[str]:
    """The files that a finding and its flow lie in."""
    return {step["span"]["path"] for step in (found, *found["steps"])}


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])  # each example empties the cache
@given(st.lists(texts, min_size=3, max_size=len(NAMES)), st.lists(steps, max_size=4), st.sampled_from(NAMES))
def test_warm_equals_cold_whatever_was_changed(contents: list[str], work: list[tuple[str, str, str]], asked: str) -> None:
    """After every edit, addition, deletion and renaming, shadowed modules included, a run with a memory says what one without says."""
    with tempfile.TemporaryDirectory() as folder:
        root = started(Path(folder) / "project")
        shutil.rmtree(os.environ["LOGPROOF_CACHE_DIR"], ignore_errors=True)
        for name, text in zip(NAMES, contents, strict=False):
            (root / name).write_text(text)
        for step in [("keep", "", ""), *work]:
            change(root, *step)
            every = report(root)
            assert every == report(root, cache=False)
            if (root / asked).exists():
                assert report(root, asked) == report(root, asked, cache=False)
                assert findings(report(root, asked)) == [one for one in findings(every) if asked in places(one)]


LOGS = HEAD + "from lib import get\nlog.info('%s', get())\n"
PARTS: dict[str, tuple[dict[str, str], dict[str, str]]] = {
    "a function that is called": ({"lib": "def get():\n    return password\n", "use": LOGS}, {"lib": "def get():\n    return 1\n"}),
    "a function that was looked for in vain": (
        {"lib": "size = 1\n", "use": LOGS},
        {"lib": "size = 1\n\n\ndef get():\n    return password\n"},
    ),
    "a name that was looked for behind a star": (
        {"lib": "from deep import *\n", "deep": "size = 1\n", "use": LOGS},
        {"deep": "size = 1\n\n\ndef get():\n    return password\n"},
    ),
    "a new function that fills a global": (
        {"lib": "value = None\n\n\ndef get():\n    return value\n", "use": LOGS},
        {"lib": "value = None\n\n\ndef get():\n    return value\n\n\ndef fill(password):\n    global value\n    value = password\n"},
    ),
    "a body in its place": (
        {"lib": "def get():\n    return 1\n\n\ndef size():\n    return 2\n", "use": LOGS},
        {"lib": "def get():\n    return password\n\n\ndef size():\n    return 2\n"},
    ),
    "what a file imports": (
        {"lib": "def get(request):\n    return request.body\n", "use": HEAD + "from lib import get\nlog.info('%s', get(1))\n"},
        {"lib": "def get(request):\n    return request.body\n\n\ndef serve():\n    import starlette\n    return starlette\n"},
    ),
    "another caller in a file that calls": (
        {
            "lib": HEAD + "def work(x):\n    y = [x]\n    log.info('now %s', y)\n",
            "use": "from lib import work\n\n\ndef first():\n    work(1)\n",
        },
        {"use": "from lib import work\n\n\ndef first():\n    work(1)\n\n\ndef second(password):\n    work(password)\n"},
    ),
    "a name that is handed on": (
        {"lib": "from deep import *\n", "deep": "from deeper import get\n", "deeper": "def get():\n    return password\n", "use": LOGS},
        {"deeper": "def get():\n    return 1\n"},
    ),
    "a module of the same name": ({"shop/lib": "def get():\n    return password\n", "shop/use": LOGS}, {"lib": "get = len\n"}),
    "a new caller": (
        {"lib": HEAD + "def work(x):\n    y = [x]\n    log.info('now %s', y)\n"},
        {"use": "from lib import work\nwork(password)\n"},
    ),
    "a caller that calls another now": (
        {
            "lib": HEAD + "def work(x):\n    y = [x]\n    log.info('now %s', y)\n",
            "far": "from lib import work\n",
            "use": "from far import work\nwork(password)\n",
        },
        {"far": "def work(x):\n    return x\n"},
    ),
    "a new subclass": (
        {
            "lib": "class K:\n    def fetch(self):\n        return 1\n",
            "use": HEAD + "from lib import K\ntry:\n    K().fetch()\nexcept ValueError as error:\n    log.error(error)\n",
        },
        {"sub": "from lib import K\nclass L(K):\n    def fetch(self, password):\n        raise ValueError(f'no {password}')\n"},
    ),
    "a second method of the name": (
        {
            "lib": "class K:\n    def unusual_name(self):\n        return password\n",
            "use": HEAD + "def f(thing):\n    log.info('%s', thing.unusual_name())\n",
        },
        {"more": "class L:\n    def unusual_name(self):\n        return 1\n"},
    ),
    "a decorated function": (
        {"lib": HEAD + "def deco(f):\n    def inner(*args):\n        log.info('%s', args)\n        return f(*args)\n    return inner\n"},
        {"use": "from lib import deco\n@deco\ndef login(user, password):\n    pass\n"},
    ),
    "a filter": (
        {"shop/use": HEAD + "log.info(password)\n"},
        {
            "shop/hide": HEAD + "import re\nclass Hide(logging.Filter):\n    def filter(self, record):\n"
            "        record.msg = re.sub(x, '***', record.msg)\n        return True\n"
            "for handler in logging.getLogger().handlers:\n    handler.addFilter(Hide())\n"
        },
    ),
    "a filter of one logger": (
        {"shop/use": "import logging\nlogging.getLogger('shop').info(password)\n"},
        {
            "shop/hide": "import logging, re\nclass Hide(logging.Filter):\n    def filter(self, record):\n"
            "        record.msg = re.sub(x, '***', record.msg)\n        return True\nlogging.getLogger('shop').addFilter(Hide())\n"
        },
    ),
    "a handler that logs": (
        {"lib": "def fail(password):\n    raise ValueError(f'bad {password}')\n"},
        {"use": HEAD + "from lib import fail\ntry:\n    fail(1)\nexcept ValueError as error:\n    log.error(error)\n"},
    ),
}


@pytest.mark.parametrize("name", PARTS)
def test_a_change_elsewhere_is_noticed(tmp_path: Path, name: str) -> None:
    """What another file changes in a module's facts is seen in the next run, and when it is taken back, in the run after that."""
    root, (before, after) = started(tmp_path / "project"), PARTS[name]
    for path, text in before.items():
        (root / f"{path}.py").write_text(text)
    first = report(root)
    for path, text in after.items():
        (root / f"{path}.py").write_text(text)
    second = report(root)
    told = ("code", "message", "steps", "confidence")
    findings = [[[found[key] for key in told] for found in msgspec.json.decode(one)["findings"]] for one in (first, second)]
    assert findings[0] != findings[1]
    assert second == report(root, cache=False)
    for path in after:
        (root / f"{path}.py").unlink()
    for path, text in before.items():
        (root / f"{path}.py").write_text(text)
    assert report(root) == first


@pytest.mark.parametrize("name", PARTS)
def test_who_asks_for_one_file_is_told_all_that_goes_through_it(tmp_path: Path, name: str) -> None:
    """What is found for one file is what is found for all and lies in it, or on whose way it is; also where it is told by other files."""
    root, (before, after) = started(tmp_path / "project"), PARTS[name]
    for path, text in {**before, **after}.items():
        (root / f"{path}.py").write_text(text)
    for changed in (False, True):
        if changed:
            change(root, "add", "shop/a.py", HEAD + "log.info(secret)\n")
        every = findings(report(root))
        for path in (*before, *after):
            assert findings(report(root, f"{path}.py")) == [one for one in every if f"{path}.py" in places(one)]


def shop(root: Path, count: int = 30) -> Path:
    """Modules that each log what the next one returns."""
    started(root)
    for number in range(count):
        text = (
            f"{HEAD}from m{number + 1} import get\n\ndef get(password):\n    return password\n\ndef use(token):\n    log.info(get(token))\n"
        )
        (root / f"m{number}.py").write_text(text)
    return root


def made(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]) -> list[str]:
    """The modules whose facts are made while something is done."""
    told = list[str]()
    real = Program.told

    def telling(self: Program, path: str, kinds: frozenset[str]) -> object:
        told.append(path)
        return real(self, path, kinds)

    with monkeypatch.context() as patch:
        patch.setattr(Program, "told", telling)
        act()
    return told


def test_only_what_an_edit_can_have_changed_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of thirty modules in a row, an edit of one concerns itself and those that read it; without an edit, nothing is read."""
    root = shop(tmp_path / "project")
    assert len(made(monkeypatch, lambda: report(root))) == 30
    assert made(monkeypatch, lambda: report(root)) == []
    with (root / "m10.py").open("a") as stream:
        stream.write("x = 1\n")
    again = made(monkeypatch, lambda: report(root))
    assert "m10.py" in again
    assert len(again) <= 3


def test_what_others_did_not_read_of_a_file_does_not_concern_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A function at the end of a file, or another body in its place, concerns others where they read it or looked for its name."""
    root = started(tmp_path / "project")
    lib = "def get():\n    return 1\n\n\ndef size():\n    return 2\n"
    (root / "lib.py").write_text(lib)
    (root / "use.py").write_text(LOGS + "from lib import late\nlog.info('%s', late())\n")
    report(root)
    (root / "lib.py").write_text(lib + "\n\ndef more():\n    return 3\n")
    assert made(monkeypatch, lambda: report(root)) == ["lib.py"]
    (root / "lib.py").write_text(lib + "\n\ndef more():\n    return 3\n\n\ndef other():\n    import json\n    return json\n")
    assert made(monkeypatch, lambda: report(root)) == ["lib.py"]
    (root / "lib.py").write_text(lib.replace("2", "4"))
    assert made(monkeypatch, lambda: report(root)) == ["lib.py", "use.py"]  # the end was cut off
    (root / "lib.py").write_text(lib.replace("2", "5"))
    assert made(monkeypatch, lambda: report(root)) == ["lib.py"]
    (root / "lib.py").write_text(lib.replace("1", "6"))
    assert made(monkeypatch, lambda: report(root)) == ["lib.py", "use.py"]
    (root / "lib.py").write_text(lib.replace("1", "6") + "\n\ndef late():\n    return password\n")
    assert made(monkeypatch, lambda: report(root)) == ["lib.py", "use.py"]
    assert report(root) == report(root, cache=False)


def test_what_functions_are_looked_for_by_is_noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A function more in a file concerns those who look through a decorator there, or for what stores a global, where it is of these."""
    root = started(tmp_path / "project")
    lib = HEAD + "size = 1\n\n\ndef get():\n    return size\n\n\ndef deco(f):\n    def inner(*a):\n        return f(*a)\n    return inner\n"
    use = LOGS + "from lib import deco\n\n\n@deco\ndef set_password(user, password):\n    user.password = password\n    user.save()\n"
    (root / "lib.py").write_text(lib)
    (root / "use.py").write_text(use)
    report(root)
    (root / "lib.py").write_text(more := lib + "\n\ndef more(number):\n    return number\n")
    assert made(monkeypatch, lambda: report(root)) == ["lib.py"]
    (root / "lib.py").write_text(more := more + "\n\ndef fill(password):\n    global size\n    size = password\n")
    assert made(monkeypatch, lambda: report(root)) == ["lib.py", "use.py"]
    assert report(root) == report(root, cache=False)
    inner = "    def inner(*a):\n        def told():\n            log.info('changed')\n        told()\n"
    (root / "lib.py").write_text(more.replace("    def inner(*a):\n", inner))
    assert made(monkeypatch, lambda: report(root)) == ["lib.py", "use.py"]
    assert report(root) == report(root, cache=False)


def test_lines_that_moved_concern_who_tells_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is added above a function concerns its readers only where their facts tell one of its lines."""
    root = started(tmp_path / "project")
    lib = "def get():\n    return 0\n\n\ndef size():\n    return 1\n\n\ndef find():\n    return password\n"
    above = lib.replace("return 0", "x = 3\n    return x")
    further = above.replace("def size", "# of sizes\ndef size")
    (root / "lib.py").write_text(lib)
    (root / "quiet.py").write_text(HEAD + "from lib import size\nlog.info('%s', size())\n")
    (root / "telling.py").write_text(HEAD + "from lib import find\nlog.info('%s', find())\n")
    assert b"secret-in-log" in report(root)
    (root / "lib.py").write_text(above)
    assert made(monkeypatch, lambda: report(root)) == ["lib.py", "telling.py"]
    assert report(root) == report(root, cache=False)
    (root / "lib.py").write_text(further)
    assert made(monkeypatch, lambda: report(root)) == ["lib.py", "telling.py"]
    (root / "lib.py").write_text(further.replace("return 1", "return True"))
    assert made(monkeypatch, lambda: report(root)) == ["lib.py", "quiet.py"]
    (root / "lib.py").write_text(above.replace("return 1", "return True"))
    assert made(monkeypatch, lambda: report(root)) == ["lib.py", "telling.py"]
    (root / "lib.py").write_text(lib.replace("size", "other"))
    assert made(monkeypatch, lambda: report(root)) == ["lib.py", "quiet.py", "telling.py"]
    assert report(root) == report(root, cache=False)


def test_a_statement_more_concerns_who_reads_that_function(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a function stores attributes and logs, all that it computes has another number, which only its readers can ask for."""
    root = started(tmp_path / "project")
    keep = "class Keeper:\n    def keep(self, it):\n        self.it = it\n        log.info('kept %s', self.it)\n"
    keep += "\n    def size(self):\n        return 1\n"
    (root / "lib.py").write_text(HEAD + keep)
    (root / "quiet.py").write_text(HEAD + "from lib import Keeper\nlog.info('%s', Keeper().size())\n")
    (root / "near.py").write_text("from lib import Keeper\ndef enter(password):\n    k = Keeper()\n    k.keep(password)\n    print(k.it)\n")
    assert b"secret-in-log" in report(root)
    (root / "lib.py").write_text(HEAD + keep.replace("self.it = it", "more = 1\n        self.it = it"))
    assert "quiet.py" not in made(monkeypatch, lambda: report(root))
    assert report(root) == report(root, cache=False)
    (root / "lib.py").write_text(HEAD + keep.replace("self.it = it", "more = 1\n        self.it = hash(it)"))
    assert "near.py" in made(monkeypatch, lambda: report(root))
    assert report(root) == report(root, cache=False)


def test_who_only_calls_a_function_of_the_name_is_read_for_the_answer_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A module that asks who calls its function is made again where that answer changes, and not for each file that calls such a name."""
    root = started(tmp_path / "project")
    (root / "lib.py").write_text(HEAD + "def work(x):\n    y = [x]\n    log.info('now %s', y)\n")
    (root / "use.py").write_text("from lib import work\nwork(password)\n")
    (root / "other.py").write_text("from far import work\nwork(1)\n")
    assert b"secret-in-log" in report(root)
    with (root / "other.py").open("a") as stream:
        stream.write("x = 1\n")
    assert made(monkeypatch, lambda: report(root)) == ["other.py"]
    (root / "other.py").write_text("from lib import work\nwork(api_key)\n")
    assert made(monkeypatch, lambda: report(root)) == ["lib.py", "other.py"]
    assert report(root) == report(root, cache=False)


def test_a_statement_more_in_a_function_that_calls_concerns_who_reads_that_function(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of more calls than are followed those that are not may move; another call among them, or a change in one that is, is told anew."""
    root = started(tmp_path / "project")
    kept = (
        "class Kept:\n    def __init__(self, text):\n        self.text = text\n\n    def show(self):\n        log.info('%s', self.text)\n"
    )
    (root / "kept.py").write_text(HEAD + kept)
    uses = [root / f"use{number:02}.py" for number in range(25)]
    for use in uses:
        use.write_text("from kept import Kept\n\n\ndef run(name):\n    Kept(name)\n")
    report(root)
    uses[-1].write_text(uses[-1].read_text().replace("    Kept", "    size = 1\n    Kept"))
    assert made(monkeypatch, lambda: report(root)) == ["use24.py"]
    assert report(root) == report(root, cache=False)
    uses[-1].write_text(uses[-1].read_text().replace("size = 1", "Kept(1)"))
    assert made(monkeypatch, lambda: report(root)) == ["kept.py", "use24.py"]
    uses[0].write_text(uses[0].read_text().replace("Kept(name)", "size = 1\n    Kept(password)"))
    assert made(monkeypatch, lambda: report(root)) == ["kept.py", "use00.py"]
    assert report(root) == report(root, cache=False)


def test_one_more_function_that_asks_a_verifier_concerns_who_calls_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What has somebody verified is known by name, and others that answer requests need not be made again for it."""
    root = started(tmp_path / "project")
    view = "app = Flask(__name__)\n\n\n@app.route('/{name}')\ndef {name}():\n    return {name}_now(request.form)\n"
    for name in ("enter", "leave"):
        (root / f"{name}.py").write_text("from flask import Flask, request\n\n" + view.format(name=name))
    report(root)
    (root / "more.py").write_text("import bcrypt\n\n\ndef enter_now(form):\n    return bcrypt.checkpw(form['password'], stored(form))\n")
    assert made(monkeypatch, lambda: report(root)) == ["enter.py", "more.py"]
    assert report(root) == report(root, cache=False)


def test_an_unchanged_suspect_is_not_looked_at_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The parser that looks at surroundings is not started where it saw the same suspects in the same file."""
    root = shop(tmp_path / "project")
    before = report(root)
    monkeypatch.setattr(recall.Memory, "part", lambda self, suspects, digests: pytest.fail("asked"))
    with pytest.raises(BaseException, match="asked"):
        report(root)
    monkeypatch.undo()
    monkeypatch.setenv("LOGPROOF_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr("checker.walks._walk_file", lambda item: pytest.fail("looked"))
    assert report(root) == before


@pytest.mark.parametrize("moment", range(4))
def test_a_killed_run_leaves_a_cache_that_the_next_can_use(tmp_path: Path, moment: int) -> None:
    """Killed before or after either of the two files is in its place, it leaves no half of one, and the next run says the same."""
    root = shop(tmp_path / "project", 3)
    report(root)
    (root / "m1.py").write_text(HEAD + "log.info(password)\n")
    child = os.fork()
    if child == 0:
        count, real = iter(range(100)), Path.replace

        def deadly(self: Path, target: Path) -> Path:
            if next(count) == moment // 2:
                if moment % 2:
                    real(self, target)
                os.kill(os.getpid(), signal.SIGKILL)
            return real(self, target)

        Path.replace = deadly  # type: ignore[method-assign,assignment]  # in the child alone
        report(root)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    assert report(root) == report(root, cache=False)
    assert report(root) == report(root, cache=False)


def test_runs_at_once_share_a_cache(tmp_path: Path) -> None:
    """Four runs on one cache, each of another state of the project, all say what a run without a cache says."""
    root = shop(tmp_path / "project", 6)
    expected = {root: report(root, cache=False)}
    children = []
    for number in range(4):
        child = os.fork()
        if child == 0:
            ok = all(report(root) == expected[root] for _ in range(3))
            os._exit(0 if ok else 1 + number)
        children.append(child)
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0, 0, 0, 0]
    assert report(root) == expected[root]


def test_only_facts_that_a_rule_takes_are_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With one rule chosen no other facts are made; each choice remembers its own, and says warm what it says cold."""
    root = started(tmp_path / "project")
    (root / "a.py").write_text(
        HEAD + "def run(api_key):\n    log.info(api_key)\n    try:\n        connect()\n    except Exception:\n        pass\n"
    )
    asked: list[frozenset[str]] = []
    told = Program.told

    def listening(program: Program, path: str, kinds: frozenset[str] | None = None) -> object:
        asked.append(kinds or frozenset())
        return told(program, path, kinds)

    def chosen(*rules: str) -> list[str]:
        overrides = {"min-confidence": "low", **({"select": list(rules)} if rules else {})}
        return [found.code for found in check(Request((), str(root), today="2026-01-15", jobs=1, overrides=overrides)).report.findings]

    monkeypatch.setattr(Program, "told", listening)
    every, leaks = chosen(), chosen("secret-in-log")
    assert leaks == ["LP101"]
    assert set(leaks) < set(every)
    caught, logged = "checker.source.facts.errors.CaughtError", "checker.source.facts.records.LogCall"
    assert asked[0] >= {caught, logged}
    assert asked[1] & {caught, logged} == {logged}
    assert (chosen(), chosen("secret-in-log")) == (every, leaks)
    assert len(asked) == 2


def test_what_will_be_hidden_is_not_walked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A suspect of low confidence is looked at only where it would be shown, whether or not its rule looks at its surroundings."""
    root = started(tmp_path / "project")
    (root / "a.py").write_text("def read(token):\n    raise ValueError(f'unexpected {token}')\n")
    walked: list[str] = []
    walk = walks.walk

    def listening(suspects: Iterable[walks.Said], *rest: Any) -> walks.Walks:
        kept = list(suspects)
        walked.extend(one.rule.code for one in kept)
        return walk(kept, *rest)

    monkeypatch.setattr(walks, "walk", listening)
    assert report(root, cache=False)
    assert walked == ["LP105"]
    del walked[:]
    hidden = check(Request((), str(root), jobs=1, cache=False)).report
    assert (hidden.findings, hidden.hidden, walked) == ((), 1, [])
