"""What is measured: how each tool is called on a folder, and where it says how many files it read."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent
YARDSTICK = "ast.parse"
OURS = "logproof"


@dataclass(frozen=True, slots=True)
class Paths:
    """Where one run reads and writes."""

    bin: Path
    """The peers' commands."""
    subject: Path
    cache: Path
    report: Path


@dataclass(frozen=True, slots=True)
class Tool:
    """One thing to measure; each writes a JSON report to a file, so that printing is not measured."""

    name: str
    command: Callable[[Paths], list[str]]
    files: Callable[[Path, str], int | None] = lambda _report, _output: None
    """``(report, output) -> files read``, where the tool says so."""
    caches: bool = False
    """Whether a second run with the same cache folder can be faster."""
    environment: Mapping[str, str] = field(default_factory=dict)
    """Added to the environment; ``{cache}`` stands for the cache folder."""
    codes: frozenset[int] = frozenset({0})
    """Exit codes of a run that did its work."""


def _parse(at: Paths) -> list[str]:
    return [sys.executable, str(HERE / "bare_parse.py"), str(at.subject)]


def _parsed(_report: Path, output: str) -> int | None:
    found = re.search(r"\d+", output)
    return int(found[0]) if found else None


def _logproof(at: Paths) -> list[str]:
    return [sys.executable, "-m", "checker", "check", str(at.subject), "--exit-zero", "--report", f"json={at.report}"]


def _bandit(at: Paths) -> list[str]:
    return [str(at.bin / "bandit"), "-r", str(at.subject), "-f", "json", "-o", str(at.report), "--exit-zero", "-q"]


def _ruff(at: Paths) -> list[str]:
    rules = ["--isolated", "--no-respect-gitignore", "--select", "LOG,G,BLE,TRY,S,T20"]
    output = ["--exit-zero", "--output-format", "json", "--output-file", str(at.report)]
    return [str(at.bin / "ruff"), "check", str(at.subject), "--cache-dir", str(at.cache), *rules, *output]


def _semgrep(at: Paths) -> list[str]:
    offline = ["--config", str(HERE / "logging-rule.yaml"), "--metrics", "off", "--disable-version-check"]
    every = ["--no-git-ignore", "--max-target-bytes", "0", "--x-ignore-semgrepignore-files"]  # else it leaves tests/ out
    return [str(at.bin / "semgrep"), "scan", *offline, *every, "--quiet", "--json", "--output", str(at.report), str(at.subject)]


TOOLS = (
    Tool(YARDSTICK, _parse, _parsed),
    Tool(
        OURS,
        _logproof,
        lambda report, _output: int(json.loads(report.read_text())["summary"]["files"]),
        caches=True,
        environment={"LOGPROOF_CACHE_DIR": "{cache}", "PYTHONPATH": str(REPOSITORY)},
        codes=frozenset({0, 3}),  # 3: it names in its report what it could not read
    ),
    Tool("bandit", _bandit, lambda report, _output: len(json.loads(report.read_text())["metrics"]) - 1),  # one entry is _totals
    Tool("ruff", _ruff, caches=True),
    Tool("semgrep", _semgrep, lambda report, _output: len(json.loads(report.read_text())["paths"]["scanned"])),
)
