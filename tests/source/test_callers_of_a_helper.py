"""A helper that logs is one finding; who calls it with a secret is told with it, so that mending one caller leaves no surprise."""

from __future__ import annotations

from pathlib import Path

from checker.pipeline import Request, check

HELPER = """\
import logging

logger = logging.getLogger(__name__)


def trace(step, data):
    logger.info("%s: %s", step, data)


def enrol(password):
    trace("enrol", password)


def rename(user):
    trace("rename", user.password)


def restore(entry):
    trace("restore", entry["password"])


def close(user):
    trace("close", user.id)
"""


def test_every_caller_that_hands_a_secret_on_is_a_place_of_the_finding(tmp_path: Path) -> None:
    """One caller is the finding's way; the others that give a password are its further places, and who gives none is not."""
    (tmp_path / "steps.py").write_text(HELPER)
    (found,) = check(Request((str(tmp_path),), cwd=str(tmp_path), today="2026-01-01", cache=False, jobs=1)).report.findings
    assert (found.rule, found.span.line, found.steps[0].span.line) == ("secret-in-log", 7, 10)
    assert [(step.span.line, step.text) for step in found.related] == [
        (15, "`user.password` comes to the same place"),
        (19, "`entry['password']` comes to the same place"),
    ]
