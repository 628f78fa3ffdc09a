"""What is read of a configuration is what Python's own logging makes of it."""

from __future__ import annotations

import json
import logging
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from checker.logconfig import LogPipeline, Sources, read
from checker.logconfig.model import Handler
from checker.logconfig.routing import effective_level, reached
from tests.logconfig.oracle import RECORD, told_by_python

HERE = Path(__file__).resolve().parent / "oracle"
KINDS = {".py": "python", ".yaml": "yaml", ".json": "json", ".ini": "ini", ".toml": "toml"}
FIXTURES = sorted(path for path in HERE.iterdir() if path.suffix in KINDS or (path / "settings").is_dir() or (path / "setup.py").is_file())
STAND_INS = ("django", "flask", "gunicorn", "structlog", "uvicorn")
"""Libraries of which the folder ``stand_in`` has as much as the fixtures need, so that the tests need not install them."""
_OURS = {"django.utils.log.RequireDebugFalse", "django.utils.log.RequireDebugTrue", "logging.Filter"}


def fixture_of(path: Path) -> tuple[str, str]:
    """Kind and name for Python's side."""
    if path.is_dir():
        return ("django", "settings") if (path / "settings").is_dir() else ("python", "setup")
    kind = KINDS[path.suffix]
    if kind == "python" and path.stem.startswith("gunicorn_"):
        return "gunicorn", path.stem
    if kind == "python" and "INSTALLED_APPS" in path.read_text(encoding="utf-8"):
        return "django", path.stem
    return kind, path.stem if kind == "python" else path.name


def pipelines(folder: Path) -> list[LogPipeline]:
    """What the readers make of a folder."""
    python = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.py"))
    others = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.suffix in KINDS and path.suffix != ".py")
    sources = Sources(frozenset(python), lambda path: (folder / path).read_bytes())
    return list(read(sources, python, others).pipelines)


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_the_pipeline_is_what_python_has(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Effective level, handlers reached with their levels and filters, propagation, disabled loggers and formatted text agree."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    kind, name = fixture_of(path)
    for name_of in STAND_INS if kind != "python" or path.is_file() else ():
        if kind == name_of or (path.is_file() and name_of in path.read_text(encoding="utf-8")):
            shutil.copytree(HERE.parent / "stand_in" / name_of, tmp_path / name_of, dirs_exist_ok=True)
    if path.is_dir():
        shutil.copytree(path, tmp_path, dirs_exist_ok=True)
    else:
        shutil.copy(path, tmp_path)
    (tmp_path / "logs").mkdir(exist_ok=True)
    found = [
        one
        for one in pipelines(tmp_path)
        if one.environment in ("production", "migration") and not one.span.path.startswith(tuple(f"{name}/" for name in STAND_INS))
    ]
    assert len(found) == 1, found
    names = sorted({*found[0].loggers, *(f"{logger}.child" for logger in found[0].loggers if logger), "", "somewhere.else"})
    told = told_by_python(tmp_path, kind, name, names)
    assert {logger: read_of(found[0], logger) for logger in names} == told


def test_there_are_sixty_four_configurations() -> None:
    """The comparison is made on at least sixty-four configurations, of every form."""
    assert len(FIXTURES) >= 64
    assert {path.suffix for path in FIXTURES if path.is_file()} == set(KINDS)


def read_of(pipeline: LogPipeline, name: str) -> dict[str, Any]:
    """The same as the other side tells, from the pipeline."""
    level = effective_level(pipeline, name)
    handlers, more = reached(pipeline, name)
    assert not more or pipeline.kind in ("code", "gunicorn"), more  # other code may add to it
    logger = pipeline.loggers.get(name)
    return {
        "level": level.number,
        "disabled": logger is not None and logger.disabled is not None,
        "propagate": logger is None or logger.propagates is True,
        "handlers": sorted((handler_of(pipeline, one.handler) for one in handlers), key=json.dumps),
    }


def handler_of(pipeline: LogPipeline, handler: Handler) -> dict[str, Any]:
    """A handler as the other side tells it."""
    return {
        "class": handler.cls,
        "level": handler.threshold,
        "filters": sorted(filters_of(pipeline, handler)),
        "text": text_of(pipeline, handler),
    }


def filters_of(pipeline: LogPipeline, handler: Handler) -> Iterator[str]:
    """Dotted classes of its filters."""
    return (pipeline.filters[one.name].cls for one in handler.filters)


def text_of(pipeline: LogPipeline, handler: Handler) -> str | None:
    """What its formatter writes of the record, where that is Python's own."""
    formatter = pipeline.formatters[handler.formatter.name] if handler.formatter else None
    if formatter is None or formatter.cls != "logging.Formatter":
        return None
    text, date = formatter.format, formatter.datefmt
    made = logging.Formatter(text.value if text else None, date.value if date else None, formatter.style)  # type: ignore[arg-type]
    return made.format(logging.makeLogRecord(RECORD))
