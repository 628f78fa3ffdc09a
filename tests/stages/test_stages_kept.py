"""What is kept beside the facts of files (configuration, names, logproof's own files) changes nothing but the time that a run takes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from checker import cache, logconfig, own_files
from checker.cache import Cache, open_cache
from checker.logconfig.facts import LogPipeline
from checker.logconfig.model import Handler, Setting
from checker.model import Span
from checker.pipeline import Request, check
from checker.rules import shipped
from checker.run import configuring

SETTINGS = """\
from shop.levels import LEVEL
LOGGING = {"version": 1, "root": {"level": LEVEL, "handlers": ["file"]},
    "handlers": {"file": {"class": "logging.FileHandler", "filename": "/tmp/shop.log", "mode": "w"}}}
"""
INI = """\
[loggers]
keys=root
[handlers]
keys=a
[formatters]
keys=
[logger_root]
level=DEBUG
handlers=a,b
[handler_a]
class=StreamHandler
args=()
"""
FILES = {
    "pyproject.toml": "",
    "manage.py": "import shop.settings\n",
    "shop/__init__.py": "",
    "shop/levels.py": "LEVEL = 'INFO'\n",
    "shop/settings.py": SETTINGS,
    "logging.ini": INI,
    "shop/views.py": "import logging\nlog = logging.getLogger(__name__)\nlog.info('shown')\n",
}
EDITS: dict[str, Callable[[Path], object]] = {
    "an imported constant": lambda root: (root / "shop/levels.py").write_text("LEVEL = 'DEBUG'\n"),
    "the settings": lambda root: (root / "shop/settings.py").write_text(SETTINGS.replace('"mode": "w"', '"mode": "a"')),
    "a file that is no Python": lambda root: (root / "logging.ini").write_text(INI.replace("handlers=a,b", "handlers=a")),
    "a module that shadows": lambda root: [(root / "shop/shop").mkdir(), (root / "shop/shop/levels.py").write_text("LEVEL = 'DEBUG'\n")],
    "a module that goes": lambda root: (root / "shop/levels.py").unlink(),
    "another file that is no Python": lambda root: (root / "logging-2.ini").write_text(INI),
    "the file's name": lambda root: (root / "logging.ini").rename(root / "logging.txt"),
    "code of no matter": lambda root: (root / "shop/views.py").write_text("x = 1\n"),
    "who speaks of a file": lambda root: (root / "shop/views.py").write_text("NAME = 'logging.ini'\n"),
    "what is started": lambda root: (root / "manage.py").rename(root / "shop/manage.py"),
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A service with settings, and a cache apart from the user's."""
    monkeypatch.setenv("LOGPROOF_CACHE_DIR", str(tmp_path / "cache"))
    root = tmp_path / "project"
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root


def report(root: Path, *, cached: bool) -> tuple[bytes, tuple[Any, ...]]:
    """A run's report and all that it looked at."""
    outcome = check(Request((), str(root), today="2026-01-15", jobs=1, cache=cached, overrides={"min-confidence": "low"}))
    return msgspec.json.encode(outcome.report), outcome.facts


@pytest.mark.parametrize("edit", EDITS)
def test_configuration_is_read_again_when_anything_changed_that_it_was_read_from(edit: str, project: Path) -> None:
    """After every kind of edit a run with a cache finds the same facts as one without, and so does the run after it."""
    assert report(project, cached=True) == report(project, cached=False)
    EDITS[edit](project)
    cold = report(project, cached=False)
    assert report(project, cached=True) == cold
    assert report(project, cached=True) == cold


def test_configuration_is_not_read_again_without_a_reason(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Code that no configuration was read from can change without its being evaluated again, unless it speaks of one."""
    before = report(project, cached=True)
    calls: list[object] = []
    monkeypatch.setattr(logconfig, "made", lambda *given: calls.append(given))
    assert report(project, cached=True) == before
    (project / "shop/views.py").write_text(FILES["shop/views.py"] + "y = 2\n")
    report(project, cached=True)
    assert not calls
    (project / "shop/views.py").write_text(FILES["shop/views.py"] + "import shop.logs\nshop.logs.setup_logging()\n")
    report(project, cached=True)
    assert calls


APART = {
    "manage.py": "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\n",
    "lab/old/__init__.py": "",
    "lab/old/settings.py": SETTINGS.replace("from shop.levels import LEVEL\n", "INSTALLED_APPS = []\nLEVEL = 'DEBUG'\n"),
}


def test_settings_apart_are_not_read_again_without_a_reason(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who looks whether any file imports settings depends on the answer alone: not on what else these files say."""
    for name, text in APART.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text)
    assert _unapplied(report(project, cached=True)[1])["lab/old/settings.py"]
    made, calls = logconfig.made, list[object]()
    monkeypatch.setattr(logconfig, "made", lambda *given: calls.append(given) or made(*given))
    for text, again in (("y = 2\n", False), ("from lab.old import settings\n", True), ("from lab.old import settings as s\n", False)):
        calls.clear()
        (project / "shop/views.py").write_text(FILES["shop/views.py"] + text)
        warm = report(project, cached=True)
        assert bool(calls) is again
        assert warm == report(project, cached=False)
    assert not _unapplied(warm[1])["lab/old/settings.py"]


def _unapplied(facts: tuple[Any, ...]) -> dict[str, str]:
    return {fact.span.path: fact.unapplied for fact in facts if isinstance(fact, LogPipeline)}


def test_what_msgpack_would_change_is_not_kept(tmp_path: Path) -> None:
    """A fact with a value that would come back as another one is made anew each time."""
    span = Span("a.py", 1, 1, 1, 2)
    for value, same in (("x", True), ((1, 2), False)):
        handler = Handler("h", span, "logging.StreamHandler", span, options={"o": Setting(value, span)})
        made = logconfig.Made((LogPipeline("code", span, handlers={"h": handler}),))
        kept = Cache(tmp_path / f"{same}.pack", "key")
        kept.remember(configuring._encoded(b"asked", {}, made, [], {}), configuring._PART)
        assert (configuring._recalled(kept, b"asked", lambda path: b"", logconfig.Sources(frozenset(), lambda path: b"")) == made) is same


def test_a_name_is_judged_once(tmp_path: Path) -> None:
    """What was said of a path is known to the next run, and a path that is gone is forgotten."""
    kept = open_cache("/project", "v", tmp_path)
    assert kept.judged("a.yml", lambda path: True)
    assert not kept.judged("b.yml", lambda path: False)
    kept.save()
    again = open_cache("/project", "v", tmp_path)
    assert again.judged("a.yml", lambda path: False)
    again.save()
    assert open_cache("/project", "v", tmp_path).judged("b.yml", lambda path: True)


def test_the_shipped_rules_are_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They come back equal and can be run, and are read from their files again where a file has another stamp or the memory is broken."""
    monkeypatch.setattr(own_files, "SETTLED", 0)
    assert own_files.own(None).rules == shipped()
    first = own_files.own(tmp_path)
    monkeypatch.setattr(own_files, "shipped", lambda: ())
    monkeypatch.setattr(own_files, "sources_digest", lambda: "anew")
    again = own_files.own(tmp_path)
    assert (again.sources, again.rules) == (cache.sources_digest(), shipped())
    assert all(callable(rule.check) and rule.page.title for rule in again.rules)
    memory = tmp_path / "own.memory"
    memory.write_bytes(memory.read_bytes()[:-1])
    assert own_files.own(tmp_path).sources == "anew"
    assert first == again
    monkeypatch.setattr(own_files, "_stamps", lambda: (b"other", False))
    assert own_files.own(tmp_path).sources == "anew"
