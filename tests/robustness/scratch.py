"""Projects made for one test, and the command run on them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from checker.model import Finding, Report
from checker.pipeline import Request, check
from checker.text import lines, readable

ROOT = Path(__file__).resolve().parents[2]
TODAY = "2026-01-01"
HEAD = "import logging\n\nlog = logging.getLogger(__name__)\n\n\n"
LEAK = f'{HEAD}def login(password):\n    log.info("signed in with %s", password)\n'


def project(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write the files, with a mark of the project's root."""
    for name, content in {"pyproject.toml": '[project]\nname = "scratch"\n', **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def report(folder: Path, *, cache: bool = False) -> Report:
    """What a run in this process says."""
    return check(Request(cwd=str(folder), today=TODAY, cache=cache, jobs=1)).report


def leaks(folder: Path) -> tuple[Finding, ...]:
    """The findings that are no matter of the run itself."""
    return tuple(found for found in report(folder).findings if found.code.startswith("LP1"))


def pointed_at(folder: Path, found: Finding) -> str:
    """The text that a finding's range covers."""
    text = lines(readable((folder / found.span.path).read_bytes()).removeprefix("\ufeff"))
    span = found.span
    covered = text[span.line - 1 : span.end_line]
    covered[-1] = covered[-1][: span.end_column - 1]
    return "".join(covered)[span.column - 1 :]


def command(
    folder: Path, *arguments: str, cache: Path | None = None, seconds: int = 120, **environ: str
) -> subprocess.CompletedProcess[bytes]:
    """Run ``logproof check`` in the folder, in a process of its own."""
    keep = () if cache else ("--no-cache",)
    return run(folder, "check", *keep, *arguments, cache=cache, seconds=seconds, **environ)


def run(folder: Path, *arguments: str, cache: Path | None = None, seconds: int = 120, **environ: str) -> subprocess.CompletedProcess[bytes]:
    """Run any command of logproof's in the folder, in a process of its own."""
    given = {**os.environ, "PYTHONPATH": str(ROOT), "LOGPROOF_TODAY": TODAY, **environ}
    if cache:
        given["LOGPROOF_CACHE_DIR"] = str(cache)
    line = [sys.executable, "-m", "checker", *arguments]
    return subprocess.run(line, cwd=folder, env=given, capture_output=True, timeout=seconds, stdin=subprocess.DEVNULL)
