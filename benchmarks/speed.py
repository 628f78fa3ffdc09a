"""Measures logproof beside Bandit, Ruff, Semgrep and bare ``ast.parse`` on real code, cold, warm and after edits, in one run.

    python benchmarks/speed.py                      # everything, three times
    python benchmarks/speed.py --only states --only django      # logproof alone: cold, warm, after edits, as a hook
    python benchmarks/speed.py --runs 5 --only django --only logproof --only bandit

It downloads the code (subjects.txt, pinned by hash) and the tools (requirements.txt, in a virtual environment of their own) into
--workdir, runs everything interleaved and prints medians and ratios. README.md beside this file says what the numbers mean.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import venv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))
import measure  # these three stand beside the script
from states import measure_states, print_states
from tools import OURS, TOOLS, YARDSTICK, Paths, Tool

HERE = Path(__file__).resolve().parent
STATES = "states"


def subjects() -> dict[str, str]:
    """Name to pinned requirement, from subjects.txt."""
    lines = (line.strip() for line in (HERE / "subjects.txt").read_text().splitlines())
    return {line.split("==")[0]: line for line in lines if line and not line.startswith("#")}


def _pip(python: Path | str, *arguments: str) -> None:
    subprocess.run([str(python), "-m", "pip", "--disable-pip-version-check", "-q", *arguments], check=True)


def prepare_peers(workdir: Path) -> Path:
    """The peers' virtual environment, made anew when requirements.txt or the Python changed; returns its folder of commands."""
    home = workdir / "peers"
    bin_ = home / ("Scripts" if os.name == "nt" else "bin")
    wanted = platform.python_version() + "\n" + (HERE / "requirements.txt").read_text()
    stamp = home / "installed.txt"
    if not stamp.exists() or stamp.read_text() != wanted:
        print("installing the peers ...", file=sys.stderr)
        shutil.rmtree(home, ignore_errors=True)
        venv.create(home, with_pip=True)
        _pip(bin_ / "python", "install", "-r", str(HERE / "requirements.txt"))
        stamp.write_text(wanted)
    return bin_


def prepare_subject(workdir: Path, name: str, requirement: str) -> Path:
    """The unpacked release."""
    version = requirement.split(maxsplit=1)[0].partition("==")[2]
    folder = workdir / "subjects" / f"{name}-{version}"
    if not folder.exists():
        print(f"downloading {name} {version} ...", file=sys.stderr)
        pinned = workdir / f"{name}.txt"
        pinned.write_text(requirement + "\n")
        part = folder.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        options = ("--no-deps", "--only-binary", ":all:", "--ignore-requires-python", "--no-compile", "--require-hashes")
        _pip(sys.executable, "install", *options, "--target", str(part), "-r", str(pinned))
        part.rename(folder)
    return folder


def run_once(tool: Tool, at: Paths) -> tuple[measure.Sample, int | None]:
    """One run, and how many files the tool says it read; fails aloud when the tool did."""
    at.report.unlink(missing_ok=True)
    added = {name: value.format(cache=at.cache) for name, value in tool.environment.items()}
    path = f"{at.bin}{os.pathsep}{os.environ['PATH']}"
    environment = measure.environment(at.report.parent.parent, PATH=path, NO_COLOR="1", **added)
    sample = measure.run(tool.command(at), environment, at.report.parent)
    if sample.code not in tool.codes:
        raise SystemExit(f"{tool.name} ended with {sample.code} on {at.subject}:\n{sample.output[-2000:]}")
    return sample, tool.files(at.report, sample.output)


@dataclass(slots=True)
class Cell:
    """All runs of one tool on one subject."""

    cold: list[measure.Sample]
    warm: list[measure.Sample]
    files: int | None = None


def measure_all(chosen: Sequence[Tool], folders: Mapping[str, Path], runs: int, workdir: Path, bin_: Path) -> dict[str, dict[str, Cell]]:
    """Every tool on every subject, interleaved and in another order each round, so that a slow minute hits all alike."""
    table = {name: {tool.name: Cell([], []) for tool in chosen} for name in folders}
    for folder in folders.values():
        for path in folder.rglob("*.py"):
            path.read_bytes()  # the operating system's own cache is warm for all
    for number in range(runs):
        for name, folder in folders.items():
            for tool in [*chosen[number % len(chosen) :], *chosen[: number % len(chosen)]]:
                print(f"round {number + 1} of {runs}: {name}, {tool.name} ...", file=sys.stderr)
                cell = table[name][tool.name]
                with tempfile.TemporaryDirectory(dir=workdir) as own:  # two measurements at once must not share a report
                    at = Paths(bin_, folder, Path(own) / "cache", Path(own) / "report.json")
                    at.cache.mkdir()
                    sample, cell.files = run_once(tool, at)
                    cell.cold.append(sample)
                    if tool.caches:
                        cell.warm.append(run_once(tool, at)[0])
    return table


def _median(samples: Sequence[measure.Sample]) -> float | None:
    return statistics.median(sample.seconds for sample in samples) if samples else None


def summary(row: Mapping[str, Cell]) -> dict[str, dict[str, Any]]:
    """Medians, ratios and peaks of one subject, by tool."""
    medians = {name: (_median(cell.cold), _median(cell.warm)) for name, cell in row.items()}
    parse = medians.get(YARDSTICK, (None, None))[0]
    ours = medians.get(OURS, (None, None))[0]
    result: dict[str, dict[str, Any]] = {}
    for name, cell in row.items():
        cold, warm = medians[name]
        every = [*cell.cold, *cell.warm]
        result[name] = {
            "cold": cold,
            "warm": warm,
            "cpu": statistics.median(sample.cpu for sample in cell.cold),
            "per_parse": cold / parse if cold and parse else None,
            "warm_per_parse": warm / parse if warm and parse else None,
            "per_logproof": cold / ours if cold and ours else None,
            "largest_bytes": max(sample.largest for sample in every),
            "tree_bytes": max((sample.tree or 0 for sample in every), default=0) or None,
            "files": cell.files,
            "cold_samples": [sample.seconds for sample in cell.cold],
            "warm_samples": [sample.seconds for sample in cell.warm],
        }
    return result


def _cell(value: float | None, form: str) -> str:
    return "-" if value is None else form.format(value)


def print_table(name: str, rows: Mapping[str, Mapping[str, Any]]) -> None:
    """One subject's table, aligned."""
    head = ("tool", "cold s", "warm s", "cpu s", "cold/parse", "warm/parse", "cold/logproof", "largest MB", "tree MB", "files")
    lines: list[tuple[str, ...]] = [head]
    for tool, row in rows.items():
        megabytes = [value / 1e6 if (value := row[key]) is not None else None for key in ("largest_bytes", "tree_bytes")]
        seconds = [_cell(row[key], "{:.2f}") for key in ("cold", "warm", "cpu")]
        ratios = [_cell(row[key], "{:.2f}") for key in ("per_parse", "warm_per_parse", "per_logproof")]
        peaks = [_cell(value, "{:.0f}") for value in megabytes]
        lines.append((tool, *seconds, *ratios, *peaks, _cell(row["files"], "{}")))
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    print(f"\n{name}")
    for line in lines:
        first, *rest = (cell.rjust(width) for cell, width in zip(line, widths, strict=True))
        print("  ".join((first.lstrip().ljust(widths[0]), *rest)))


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--only", action="append", default=[], metavar="NAME", help="a tool, a subject or `states`; repeatable")
    parser.add_argument("--runs", type=int, default=3, help="rounds; medians are printed (3)")
    parser.add_argument("--path", type=Path, action="append", default=[], help="measure this folder instead of the subjects")
    parser.add_argument("--json", type=Path, help="write every sample to this file")
    parser.add_argument("--workdir", type=Path, help="downloads, peers and caches (the user's cache folder)")
    return parser.parse_args()


def main() -> None:
    """Prepare, measure, print."""
    options = arguments()
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    workdir = (options.workdir or base / "logproof-benchmarks").resolve()
    (workdir / "subjects").mkdir(parents=True, exist_ok=True)
    unknown = set(options.only) - {tool.name for tool in TOOLS} - set(subjects()) - {STATES}
    if unknown:
        raise SystemExit(f"neither a tool nor a subject: {', '.join(sorted(unknown))}")
    chosen = [tool for tool in TOOLS if tool.name in options.only] or ([] if STATES in options.only else list(TOOLS))
    pinned = {name: line for name, line in subjects().items() if name in options.only} or subjects()
    if options.path:
        folders = {path.name: path.resolve() for path in options.path}
    else:
        folders = {name: prepare_subject(workdir, name, line) for name, line in pinned.items()}
    bin_ = prepare_peers(workdir) if any(tool.name not in (OURS, YARDSTICK) for tool in chosen) else Path()
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    head = {"python": platform.python_version(), "cores": os.cpu_count(), "machine": platform.machine(), "runs": options.runs, "load": load}
    table = measure_all(chosen, folders, options.runs, workdir, bin_) if chosen else {}
    wanted = STATES in options.only or not {tool.name for tool in TOOLS} & set(options.only)
    states = {name: measure_states(folder, options.runs, workdir) for name, folder in folders.items()} if wanted else {}
    print(", ".join(f"{name} {value}" for name, value in head.items()))
    summaries = {name: summary(row) for name, row in table.items()}
    for name, rows in summaries.items():
        print_table(name, rows)
    for name, samples in states.items():
        print_states(name, samples)
    if options.json:
        seconds = {name: {state: [sample.seconds for sample in runs] for state, runs in rows.items()} for name, rows in states.items()}
        options.json.write_text(json.dumps({**head, "subjects": summaries, "states": seconds}, indent=1) + "\n")


if __name__ == "__main__":
    main()
