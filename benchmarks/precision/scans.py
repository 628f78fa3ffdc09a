"""One release's code, unpacked and scanned; both are kept, so that a run in which logproof did not change takes no time."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]
_START = "import sys, runpy; del sys.path[0]; runpy.run_module('checker', run_name='__main__', alter_sys=True)"
"""As ``-m checker``, but nothing is imported from the folder that is scanned: it may hold a package that logproof uses."""
_READ = frozenset({0, 3})
"""Exit codes of a run that did its work; 3: it names in its report what it could not read."""


@dataclass(frozen=True, slots=True)
class Place:
    """Lines of one file, and what a flow says there."""

    file: str
    line: int
    last: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """One finding."""

    code: str
    rule: str
    message: str
    confidence: str
    place: Place
    function: str
    """Qualified; empty at module level."""
    steps: tuple[Place, ...]

    @property
    def shown(self) -> bool:
        """Whether it is shown by default."""
        return self.confidence != "low"


@dataclass(frozen=True, slots=True)
class Scan:
    """What a run over one release found."""

    found: tuple[Found, ...]
    """Without those about the run itself."""
    lines: int
    unread: tuple[str, ...]
    """Files that could not be parsed."""


def default_workdir() -> Path:
    """Downloads, sources and reports; outside of the repository."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "logproof-benchmarks"


def kept_folder(folder: Path, write: Callable[[Path], object]) -> Path:
    """The folder, which ``write`` fills where it does not stand yet; a run that was ended half-way leaves none."""
    if not folder.exists():
        part = folder.with_name(f"{folder.name}.{os.getpid()}.part")
        shutil.rmtree(part, ignore_errors=True)
        part.parent.mkdir(parents=True, exist_ok=True)
        write(part)
        try:
            part.rename(folder)
        except OSError:  # another run was faster
            shutil.rmtree(part)
    return folder


@cache
def tool_digest() -> str:
    """Of all that decides what logproof finds: its sources and its vocabulary."""
    digest = hashlib.sha256(sys.version.encode())
    for path in sorted([*REPOSITORY.glob("checker/**/*.py"), *REPOSITORY.glob("policies/**/*.yaml")]):
        digest.update(f"{path.relative_to(REPOSITORY)}\0{path.stat().st_size}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def scan(folder: Path, reports: Path, jobs: int | None = None) -> Scan:
    """All that the default rules find in a folder, that of low confidence too; raises SystemExit where logproof fails."""
    kept = reports / tool_digest() / f"{folder.name}.json"
    if not kept.exists():
        print(f"scanning {folder.name} ...", file=sys.stderr)
        kept.parent.mkdir(parents=True, exist_ok=True)
        part = kept.with_suffix(f".{os.getpid()}")
        options = ["--no-cache", "--min-confidence", "low", "--exit-zero", "--report", f"json={part}", *(["-j", str(jobs)] if jobs else [])]
        command = [sys.executable, "-c", _START, "check", ".", *options]
        environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        if done.returncode not in _READ:
            raise SystemExit(f"logproof ended with {done.returncode} on {folder}:\n{done.stderr[-2000:]}")
        part.rename(kept)
    return parsed(json.loads(kept.read_text(encoding="utf-8")))


def parsed(report: Mapping[str, Any]) -> Scan:
    """A JSON report."""
    own = [one for one in report["findings"] if one["code"].startswith("LP0")]
    others = tuple(_found(one) for one in report["findings"] if one not in own)
    unread = tuple(one["span"]["path"] for one in own if one["rule"] == "unread-file")
    return Scan(others, report["summary"]["lines"], unread)


def _found(one: Mapping[str, Any]) -> Found:
    told = {key: one[key] for key in ("code", "rule", "message", "confidence", "function")}
    steps: Iterable[Mapping[str, Any]] = one["steps"]
    return Found(place=_place(one["span"]), steps=tuple(_place(step["span"], step["text"]) for step in steps), **told)


def _place(span: Mapping[str, Any], text: str = "") -> Place:
    return Place(span["path"], span["line"], span["end_line"], text)
