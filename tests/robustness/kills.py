"""``python -m tests.robustness.kills --count 50``: runs that are killed at a random moment, workers and all.

The run after that finds what the killed one left, uses it or does not, and must print the bytes of a run without a cache. In between the
project is edited, so that there is something to write; the moments are spread over the whole of a run, be it one that begins with
nothing or with what earlier ones left, and the seed chooses them.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_ADDED = "\n\ndef added_{number}(password):\n    import logging\n\n    logging.getLogger(__name__).info('for %s', password)\n"


@dataclass(frozen=True, slots=True)
class Kill:
    """One run that was to be killed, and the one after it."""

    number: int
    after: float
    """Seconds."""
    hit: bool
    """Whether it was still running then."""
    left: tuple[str, ...]
    """Kinds of files that it left in the cache's folder: ``.pack``, ``.memory``, ``.unfinished``."""
    same: bool
    """Whether the next run, and the one after that, print what one without a cache prints."""


def _run(project: Path, cache: Path, *more: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "LOGPROOF_CACHE_DIR": str(cache), "PYTHONPATH": str(ROOT), "NO_COLOR": "1", "LOGPROOF_TODAY": "2026-01-15"}
    command = [sys.executable, "-m", "checker", "check", "--exit-zero", "--min-confidence=low", "--report=json", "-j2", *more]
    return subprocess.Popen(
        command, cwd=project, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
    )


def _printed(project: Path, cache: Path, *more: str) -> bytes:
    with _run(project, cache, *more) as process:
        return process.communicate()[0]


def _lasting(project: Path, cache: Path) -> tuple[bytes, float]:
    began = time.perf_counter()
    printed = _printed(project, cache)
    return printed, time.perf_counter() - began


def kills(source: Path, count: int, seed: int) -> Iterator[Kill]:
    """Edit, kill in mid-run, run again and compare, so many times."""
    luck = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        project, cache = Path(folder, "project"), Path(folder, "cache")
        shutil.copytree(source, project, ignore=shutil.ignore_patterns("__pycache__", ".git"))
        (project / "pyproject.toml").write_text("")
        files = sorted(project.rglob("*.py"))
        usual = [_lasting(project, cache)[1]] * 2
        for number in range(count):
            if number % 5 == 0:
                shutil.rmtree(cache, ignore_errors=True)  # every fifth begins with nothing
            for file in luck.sample(files, min(len(files), luck.choice((1, 1, 3, 30)))):
                with file.open("a", encoding="utf-8") as stream:
                    stream.write(_ADDED.format(number=number))
            after = luck.uniform(0.05, 1.0) * usual[number % 5 > 0]
            hit = _killed(_run(project, cache), after)
            left = tuple(sorted({path.suffix for path in cache.glob("*")}))
            expected = _printed(project, cache, "--no-cache")
            next_one, seconds = _lasting(project, cache)
            usual[1] = min(usual[1], seconds) if number > 1 else seconds
            same = bool(expected) and next_one == expected and _printed(project, cache) == expected
            yield Kill(number, after, hit, left, same)


def _killed(process: subprocess.Popen[bytes], after: float) -> bool:
    """Kill the process and its workers after so many seconds; whether it was still running."""
    try:
        process.communicate(timeout=after)
    except subprocess.TimeoutExpired:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return True
    return False


def main(arguments: Sequence[str] | None = None) -> int:
    """Run and tell each kill; 1 where a report differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--source", type=Path, default=ROOT / "checker", help="a folder of Python files, which is copied")
    given = parser.parse_args(arguments)
    told = []
    for kill in kills(given.source, given.count, given.seed):
        told.append(kill)
        how = f"killed after {kill.after:.2f} s" if kill.hit else "ended by itself"
        print(f"{kill.number}: {how}, left {', '.join(kill.left) or 'nothing'}: {'same' if kill.same else 'DIFFERS'}", flush=True)
    differ = sum(not kill.same for kill in told)
    print(f"{sum(kill.hit for kill in told)} of {len(told)} runs killed with seed {given.seed}, {differ} of the runs after them differ")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
