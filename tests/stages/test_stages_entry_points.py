"""Rules that an installed package brings along."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

_RULE = '''"""A greeting is logged

## Why it matters

It is noise.

## How to fix it

Leave it out.
"""

from checker import Message, Severity, rule
from checker.source.facts.records import LogCall


@rule("XX001", "greeting-in-log", fact=LogCall, severity=Severity.LOW)
def greeting_in_log(call, project, parameters):
    if call.template == "hello":
        yield Message("a greeting is logged")
'''


def _installed(folder: Path, target: str) -> None:
    (folder / "greeting.py").write_text(_RULE, encoding="utf-8")
    info = folder / "greeting-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: greeting\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[logproof.rules]\ngreeting = {target}\n", encoding="utf-8")


def _check(packages: Path, project: Path) -> subprocess.CompletedProcess[str]:
    here = str(Path(__file__).parents[2])
    code = f"import sys; sys.path[:0] = [{here!r}, {str(packages)!r}]; from checker.cli import main; main()"
    command = [sys.executable, "-c", code, "check", str(project), "--no-cache", "--report", "concise"]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that logs a greeting."""
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "app.py").write_text('import logging\n\nlogging.getLogger(__name__).info("hello")\n', encoding="utf-8")
    return folder


def test_an_installed_package_brings_its_rules(tmp_path: Path, project: Path) -> None:
    """A package that names a module under ``logproof.rules`` has its rules run, also on records that carry nothing."""
    packages = tmp_path / "packages"
    packages.mkdir()
    _installed(packages, "greeting")
    run = _check(packages, project)
    assert "app.py:3:1: XX001 greeting-in-log a greeting is logged" in run.stdout, run.stderr
    assert run.returncode == 1


def test_an_installed_package_that_cannot_be_loaded_is_named(tmp_path: Path, project: Path) -> None:
    """A broken entry point ends the run with one sentence and exit code 2."""
    packages = tmp_path / "packages"
    packages.mkdir()
    _installed(packages, "no_such_module")
    run = _check(packages, project)
    assert run.returncode == 2
    assert "no_such_module" in run.stderr
    assert "Traceback" not in run.stderr
