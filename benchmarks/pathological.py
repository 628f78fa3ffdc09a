"""Measures that code of an unusual shape costs time in proportion to its size: each shape at half its size and whole.

    python benchmarks/pathological.py                # every shape, one run after the other: some two minutes
    python benchmarks/pathological.py --only elif --runs 3

The exponent is ``log2(whole / half)`` of the processor time, what a run costs that finds a file of one line being taken off from both:
1 is linear, 2 quadratic. What exceeds a budget is named in the report's notes, which are printed beside it. README.md says more.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import measure
from tools import REPOSITORY

HEAD = "import logging\n\nlog = logging.getLogger(__name__)\n"
Files = dict[str, str]


def literal(size: int) -> Files:
    """One dict of so many lines, logged whole."""
    items = "".join(f"    'k{i}': {{'password': 'v{i}', 'n': [1, 2, g({i})]}},\n" for i in range(size))
    return {"m.py": f"{HEAD}D = {{\n{items}}}\nlog.info(D)\n"}


def branches(size: int) -> Files:
    """One ``if`` with so many ``elif``, each of which changes what is logged at the end."""
    arms = "".join(f"    elif x == 'k{i}' and y is not {i}:\n        y = password + str({i})\n        z{i} = y\n" for i in range(size))
    return {"m.py": f"{HEAD}def f(x, password):\n    y = 0\n    if x == 'a':\n        y = 1\n{arms}    log.info(y)\n"}


def recursion(size: int) -> Files:
    """So many functions, each of which calls two others of them and logs what one returns."""
    functions = (
        f"def f{i}(password):\n    log.info('%s', f{(i + 1) % size}(password))\n    return f{(i * 7 + 3) % size}(password)\n"
        for i in range(size)
    )
    return {"m.py": HEAD + "".join(functions)}


def cycle(size: int) -> Files:
    """So many modules, each of which imports from the next one, the last from the first."""
    text = "from m{0} import secret, f as g\nimport m{1}\n\n\ndef f(x):\n    return g(x)\n\n\nlog.info(f(secret))\n"
    return {f"m{i}.py": HEAD + text.format((i + 1) % size, (i + 7) % size) for i in range(size)}


SHAPES: dict[str, tuple[int, Callable[[int], Files]]] = {
    "dict": (50_000, literal),
    "elif": (5_000, branches),
    "recursion": (3_000, recursion),
    "cycle": (2_000, cycle),
}
"""Name to the whole size, and what makes a project of a size."""


def cost(files: Files, runs: int) -> tuple[float, float, str]:
    """Seconds of processor time and of the clock of a run without a cache (medians), and the notes of its report."""
    with tempfile.TemporaryDirectory() as own:
        project, report = Path(own, "project"), Path(own, "report.json")
        project.mkdir()
        (project / "pyproject.toml").touch()
        for name, text in files.items():
            (project / name).write_text(text)
        environment = measure.environment(Path(own), PYTHONPATH=str(REPOSITORY), NO_COLOR="1")
        command = [sys.executable, "-m", "checker", "check", str(project), "--no-cache", "--exit-zero", "--report", f"json={report}"]
        measure.run([sys.executable, "-m", "checker", "check", "--help"], environment, Path(own))  # leaves the bytecode
        samples = [measure.run(command, environment, Path(own)) for _ in range(runs)]
        if any(sample.code not in (0, 3) for sample in samples):
            raise SystemExit(f"logproof ended with {[sample.code for sample in samples]}:\n{samples[0].output[-2000:]}")
        notes = json.loads(report.read_text())["notes"]
    return statistics.median(one.cpu for one in samples), statistics.median(one.seconds for one in samples), " ".join(notes)


def exponent(half: float, whole: float, start: float) -> float:
    """The power of the size with which time grows, ``start`` being the seconds of a run on nothing."""
    return math.log2(max(whole - start, 1e-3) / max(half - start, 1e-3))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--only", action="append", choices=sorted(SHAPES), default=[], help="a shape; repeatable")
    parser.add_argument("--runs", type=int, default=1, help="runs of each size; medians are printed (1)")
    given = parser.parse_args()
    start, _, _ = cost({"m.py": "x = 1\n"}, max(given.runs, 3))
    machine = f"python {sys.version.split()[0]}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    print(f"{machine}; a run on one line: {start:.2f} s of processor time")
    print(f"{'shape':12}{'size':>8}{'half cpu s':>12}{'whole cpu s':>13}{'clock s':>9}{'exponent':>10}  notes")
    for name, (size, made) in SHAPES.items():
        if given.only and name not in given.only:
            continue
        half, _, _ = cost(made(size // 2), given.runs)
        whole, clock, notes = cost(made(size), given.runs)
        print(f"{name:12}{size:8}{half:12.2f}{whole:13.2f}{clock:9.2f}{exponent(half, whole, start):10.2f}  {notes or '-'}", flush=True)


if __name__ == "__main__":
    main()
