"""A small application whose events are traced through whatever shippers and alert rules are put beside it."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from unittest.mock import patch

from checker import pipeline
from checker.pipeline import Request
from checker.trace.engine import traced
from checker.trace.evidence import Evidence
from checker.trace.model import Matrix

_CODE = """import logging
import logging.config

log = logging.getLogger(__name__)


def login(user, request):
    log.warning("login failed for %s from %s", user, request.ip)
    print("login failed for", user)


def refused(user):
    log.error("access denied to %s", user)


logging.config.dictConfig({
    "version": 1,
    "formatters": {
        "plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"},
        "json": {"()": "pythonjsonlogger.json.JsonFormatter", "format": "%(asctime)s %(levelname)s %(name)s %(message)s"},
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "json"},
        "app": {"class": "logging.FileHandler", "filename": "/var/log/app.log", "formatter": "plain"},
        "auth": {"class": "logging.FileHandler", "filename": "/var/log/auth.log", "formatter": "json"},
        "syslog": {"class": "logging.handlers.SysLogHandler", "formatter": "plain"},
    },
    "root": {"handlers": ["console", "app", "auth", "syslog"], "level": "INFO"},
})
"""


@cache
def evidence() -> Evidence:
    """What a trace of it looks at, without shippers and rules."""
    kept: list[Evidence] = []

    def keep(held: Evidence) -> Matrix:
        kept.append(held)
        return traced(held)

    with tempfile.TemporaryDirectory() as own:
        Path(own, "pyproject.toml").write_text('[project]\nname = "shop"\nversion = "1"\n', encoding="utf-8")
        Path(own, "shop.py").write_text(_CODE, encoding="utf-8")
        with patch("checker.trace.engine.traced", keep):
            pipeline.trace(Request(cwd=own, cache=False, jobs=1))
    return kept[0]
