"""What a hook does in processes beside its own says what is said without them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
import pytest

from checker import pool
from checker.pipeline import Request, check

APP = "import logging\n\nlog = logging.getLogger(__name__)\n\n\ndef login(user):\n    log.info('%s came', user)\n"
SETTINGS = """import logging.config

LOGGING = {
    "version": 1,
    "disable_existing_loggers": %s,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "INFO"},
}
logging.config.dictConfig(LOGGING)
"""
LEAK = "\n\ndef enter(password):\n    log.info('with %s', password)\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a module, settings, and a file that is no Python; its cache knows it."""
    monkeypatch.setenv("LOGPROOF_CACHE_DIR", str(tmp_path / "cache"))
    made = tmp_path / "project"
    made.mkdir()
    (made / "pyproject.toml").touch()
    (made / "logging.yml").write_text("version: 1\nroot: {level: DEBUG}\n")
    (made / "app.py").write_text(APP)
    (made / "settings.py").write_text(SETTINGS % "False")
    said(made)
    return made


def said(root: Path, *paths: str, cache: bool = True, jobs: int = 2) -> bytes:
    """A run's report."""
    request = Request(paths, str(root), today="2026-01-15", jobs=jobs, cache=cache, overrides={"min-confidence": "low"})
    return msgspec.json.encode(check(request).report)


@pytest.fixture
def forks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of what forks were made for."""
    made: list[str] = []
    real = pool.Fork.__init__

    def noting(self: pool.Fork, work: Callable[[BinaryIO], bytes]) -> None:
        made.append(f"{work.__module__}.{work.__qualname__}".removeprefix("checker.").split(".<locals>")[0])
        real(self, work)

    monkeypatch.setattr(pool.Fork, "__init__", noting)
    return made


def test_a_hook_lists_configures_and_walks_beside_itself(root: Path, forks: list[str]) -> None:
    """A leak and other settings are told as a run alone tells them that has no cache, and once more without a second look."""
    (root / "app.py").write_text(APP + LEAK)
    (root / "settings.py").write_text(SETTINGS % "True")
    told = said(root, "app.py", "settings.py")
    assert b"secret-in-log" in told
    assert forks == (["run.listing.listed", "run.configuring.configured", "walks.waiting"] if pool.forks(2) else [])
    assert told == said(root, "app.py", "settings.py", cache=False, jobs=1)
    assert told == said(root, "app.py", "settings.py")
    assert {"run.configuring.configured", "walks.waiting"}.isdisjoint(forks[3:])
    assert said(root) == said(root, cache=False, jobs=1)


def test_a_process_that_gets_ready_in_vain_is_stopped(root: Path, forks: list[str]) -> None:
    """A record more in which nothing is wrong starts none; one with a password does, whatever is said of it."""
    (root / "app.py").write_text(APP + LEAK.replace("password", "size"))
    assert said(root, "app.py") == said(root, "app.py", cache=False, jobs=1)
    assert "walks.waiting" not in forks
    (root / "app.py").write_text(APP + LEAK + "    # logproof: ignore[secret-in-log] it is one for tests\n")
    told = said(root, "app.py")
    assert ("walks.waiting" in forks) is pool.forks(2)
    assert told == said(root, "app.py", cache=False, jobs=1)


@pytest.mark.parametrize("name", ["run.listing.listed", "run.configuring.configured", "walks.waiting"])
def test_what_a_dead_process_would_have_said_is_found_out_here(root: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Whichever of them dies, the report is the same."""
    (root / "app.py").write_text(APP + LEAK)
    (root / "settings.py").write_text(SETTINGS % "True")
    real = pool.Fork.__init__

    def deadly(self: pool.Fork, work: Callable[[BinaryIO], bytes]) -> None:
        def fail(given: Any) -> bytes:
            raise MemoryError

        real(self, fail if f"checker.{name}." in f"{work.__module__}.{work.__qualname__}." else work)

    monkeypatch.setattr(pool.Fork, "__init__", deadly)
    assert said(root, "app.py", "settings.py") == said(root, "app.py", "settings.py", cache=False, jobs=1)
