"""What a run costs after what: nothing known, nothing changed, one file changed, and as a hook on three changed files."""

from __future__ import annotations

import ast
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import measure
from tools import REPOSITORY

QUIET = "\n\ndef added_by_the_benchmark(number):\n    return number + 1\n"
LEAK = "\n\ndef added_by_the_benchmark(password):\n    import logging\n\n    logging.getLogger(__name__).info('for %s', password)\n"
Change = Callable[[str], str]
_HOUR = 3600
_COARSE = 2.5
"""Seconds after which a file counts as settled, whatever the file system's clock: the copy has just been made."""


@dataclass(frozen=True, slots=True)
class State:
    """One kind of run, and what it is compared with."""

    name: str
    against: str
    target: float
    """The ratio that it should not exceed; 0 for none."""
    edits: Callable[[Sequence[Path]], dict[Path, Change]]
    """The chosen files to what is done to their text."""
    hook: bool = False
    """Whether the changed files are named."""
    cold: bool = False


def quiet(text: str) -> str:
    """A function more at the end."""
    return text + QUIET


def leak(text: str) -> str:
    """The same, with a suspect."""
    return text + LEAK


def inside(text: str) -> str:
    """A statement more in the first function of the file's second half: all below it stands a line further down."""
    lines = text.splitlines(keepends=True)
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    first = min((node.body[0] for node in functions), key=lambda body: (body.lineno <= len(lines) // 2, body.lineno), default=None)
    if first is None or first.col_offset == 0 or lines[first.lineno - 1][: first.col_offset].strip():
        return text + QUIET  # it has no function, or one on a line
    lines.insert(first.lineno - 1, f"{' ' * first.col_offset}added_by_the_benchmark = 1\n")
    return "".join(lines)


IMPORT = "import libcst"
STATES = (
    State("cold", "", 0, lambda files: {}, cold=True),
    State("warm", "cold", 0.25, lambda files: {}),
    State("one file changed", "cold", 0.35, lambda files: {files[0]: quiet}),
    State("hook, three files", IMPORT, 1.5, lambda files: dict.fromkeys(files, quiet), hook=True),
    State("hook, edits inside", IMPORT, 0, lambda files: dict.fromkeys(files, inside), hook=True),
    State("hook with a suspect", IMPORT, 3.0, lambda files: dict.fromkeys(files, quiet) | {files[0]: leak}, hook=True),
)
Samples = dict[str, list[measure.Sample]]


def measure_states(folder: Path, runs: int, workdir: Path) -> Samples:
    """Every state in each round, with other files changed each time."""
    samples: Samples = {name: [] for name in (IMPORT, *(state.name for state in STATES))}
    with tempfile.TemporaryDirectory(dir=workdir) as own:
        project, primed = Path(own) / "project", Path(own) / "primed"
        shutil.copytree(folder, project)
        (project / "pyproject.toml").touch()
        files = sorted(project.rglob("*.py"))
        for path in files:
            os.utime(path, (time.time() - _HOUR,) * 2)  # a file that is younger than the file system's clock is read again
        time.sleep(_COARSE)
        primed.mkdir()
        _check(project, primed, Path(own), ())
        measure.run(libcst := [sys.executable, "-c", "import libcst"], measure.environment(Path(own)), Path(own))
        for number in range(runs):
            print(f"states, round {number + 1} of {runs}: {folder.name} ...", file=sys.stderr)
            chosen = [files[(number * 3 + at) * len(files) // (3 * runs)] for at in range(3)]
            for state in STATES:
                samples[IMPORT].append(measure.run(libcst, measure.environment(Path(own)), Path(own)))  # beside each, for machines wobble
                samples[state.name].append(_in_state(state, project, primed, Path(own), chosen))
    return samples


def _in_state(state: State, project: Path, primed: Path, own: Path, chosen: Sequence[Path]) -> measure.Sample:
    """One run from the primed cache, after the edits, which are taken back."""
    before = {path: (path.read_bytes(), path.stat()) for path in chosen}
    cache = own / "cache"
    shutil.rmtree(cache, ignore_errors=True)
    if state.cold:
        cache.mkdir()
    else:
        shutil.copytree(primed, cache)
    edits = state.edits(chosen)
    for path, change in edits.items():
        path.write_text(change(before[path][0].decode()))
    try:
        return _check(project, cache, own, [str(path) for path in edits] if state.hook else ())
    finally:
        for path, (data, status) in before.items():
            if path in edits:
                path.write_bytes(data)
                os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def _check(project: Path, cache: Path, own: Path, paths: Sequence[str]) -> measure.Sample:
    environment = measure.environment(own, LOGPROOF_CACHE_DIR=str(cache), PYTHONPATH=str(REPOSITORY), NO_COLOR="1")
    command = [sys.executable, "-m", "checker", "check", *(paths or [str(project)]), "--exit-zero"]
    sample = measure.run(command, environment, own)
    if sample.code not in (0, 3):
        raise SystemExit(f"logproof ended with {sample.code}:\n{sample.output[-2000:]}")
    return sample


def print_states(name: str, samples: Samples) -> None:
    """Medians, ratios and the targets."""
    print(f"\n{name}: states of logproof\n{'':22}{'seconds':>8}{'cpu s':>8}{'ratio':>8}{'of cpu':>8}{'target':>8}{'tree MB':>9}")
    busy = {state: statistics.median(sample.cpu for sample in runs) for state, runs in samples.items()}
    medians = {state: statistics.median(sample.seconds for sample in runs) for state, runs in samples.items()}
    print(f"{IMPORT:22}{medians[IMPORT]:8.2f}{busy[IMPORT]:8.2f}")
    for state in STATES:
        tree = max(sample.tree or 0 for sample in samples[state.name]) / 1e6
        ratio, of_cpu = (f"{times[state.name] / times[state.against]:.2f}" if state.against else "" for times in (medians, busy))
        target = f"{state.target:.2f}" if state.target else ""
        print(f"{state.name:22}{medians[state.name]:8.2f}{busy[state.name]:8.2f}{ratio:>8}{of_cpu:>8}{target:>8}{tree:9.0f}")
