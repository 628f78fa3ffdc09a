"""What LP537 says of a configuration is what Python's own logging does with it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from checker.pipeline import Request, check

_APPLY = """
import json, logging.config, sys
logging.config.dictConfig(json.loads(sys.argv[1]))
logging.getLogger("shop").error("no stock")
"""


@pytest.mark.parametrize(
    ("root", "handler", "drops"),
    [("INFO", "CRITICAL", True), ("CRITICAL", "NOTSET", True), ("INFO", "ERROR", False), ("ERROR", "NOTSET", False)],
)
def test_errors_are_dropped_where_logging_writes_none(tmp_path: Path, root: str, handler: str, drops: bool) -> None:
    """A finding stands exactly where an error is not written by the same configuration in a process of its own."""
    given = {
        "version": 1,
        "disable_existing_loggers": False,
        "handlers": {"console": {"class": "logging.StreamHandler", "level": handler}},
        "root": {"handlers": ["console"], "level": root},
    }
    done = subprocess.run([sys.executable, "-c", _APPLY, json.dumps(given)], capture_output=True, text=True, check=True)
    assert ("no stock" not in done.stderr) == drops
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "shop"\n', encoding="utf-8")
    (tmp_path / "service.py").write_text(f"import logging.config\n\nlogging.config.dictConfig({given!r})\n", encoding="utf-8")
    found = check(Request(cwd=str(tmp_path), today="2026-01-01", cache=False, jobs=1)).report.findings
    assert any(one.code == "LP537" for one in found) == drops
