"""What a later call leaves of an earlier one is what Python's own logging leaves of it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from checker.pipeline import Request, check

_HEAD = "import logging\nimport logging.config\n\nimport schedule\n\n"
_TAIL = "\nprint([one.baseFilename for one in logging.getLogger().handlers if isinstance(one, logging.FileHandler)])\n"
_LINE = '"%(asctime)s %(levelname)s %(name)s %(message)s"'
_DICT = """logging.config.dictConfig({{
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {{"line": {{"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}}}},
    "handlers": {{"file": {{"class": "logging.FileHandler", "filename": "second.log", "formatter": "line"}}}},
    {root}
}})
"""
_SNIPPETS = {
    "the second does nothing": f"logging.basicConfig(filename='first.log', format={_LINE})\nlogging.basicConfig(filename='second.log')\n",
    "the second is forced": "logging.basicConfig(filename='first.log')\n"
    f"logging.basicConfig(filename='second.log', format={_LINE}, force=True)\n",
    "handlers that nobody takes": (
        f"logging.basicConfig(filename='first.log', format={_LINE})\nlogging.basicConfig(handlers=[logging.FileHandler('second.log')])\n"
    ),
    "a handler comes first": (
        "handler = logging.FileHandler('first.log')\n"
        f"handler.setFormatter(logging.Formatter({_LINE}))\nlogging.getLogger().addHandler(handler)\nlogging.basicConfig(filename='second.log')\n"
    ),
    "a dictionary with a root": "logging.basicConfig(filename='first.log')\n" + _DICT.format(root='"root": {"handlers": ["file"]},'),
    "a dictionary without one": f"logging.basicConfig(filename='first.log', format={_LINE})\n"
    + _DICT.format(root='"loggers": {"shop": {"handlers": ["file"]}},'),
}


@pytest.mark.parametrize("name", _SNIPPETS)
def test_files_of_the_root_logger_are_those_that_are_left(tmp_path: Path, name: str) -> None:
    """Nothing is said of a file that the root logger no longer has, or never had, and something of each that it has."""
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "shop"\n', encoding="utf-8")
    (tmp_path / "schedule.py").write_text("", encoding="utf-8")
    file = tmp_path / "worker.py"
    file.write_text(_HEAD + _SNIPPETS[name] + _TAIL, encoding="utf-8")
    done = subprocess.run([sys.executable, file.name], cwd=tmp_path, capture_output=True, text=True, check=True)
    left = set(re.findall(r"(\w+\.log)", done.stdout))
    found = check(Request(cwd=str(tmp_path), today="2026-01-01", cache=False, jobs=1)).report.findings
    told = {match[1] for one in found if one.code == "LP512" and (match := re.search(r"(\w+\.log)$", one.message))}
    assert told - {"second.log"} == left - {"second.log"}
    assert ("second.log" in told) == ("second.log" in left or "shop" in _SNIPPETS[name])
    assert not [one.message for one in found if one.code == "LP519"]
