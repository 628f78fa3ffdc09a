"""Scans pinned packages and holds what is found against the verdicts of people who read the code.

    python benchmarks/precision/run.py                          # two tables: by rule, by package
    python benchmarks/precision/run.py --auth --frozen          # of the rules about unlogged outcomes, whose packages are others
    python benchmarks/precision/run.py --monitoring ~/checkouts # of the rules about shippers and alerts, on monitoring-repositories.txt
    python benchmarks/precision/run.py --package scrapy --unjudged > mine.jsonl
    python benchmarks/precision/run.py --add mine.jsonl         # once each line has its verdict and reason

It downloads lists/packages.txt, pinned by hash, into --workdir. README.md beside this file says what the numbers mean.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from benchmarks.precision import verdicts
from benchmarks.precision.scans import Found, Place, Scan, default_workdir, kept_folder, scan
from benchmarks.precision.scores import HEAD, row, table
from benchmarks.precision.verdicts import Verdict
from benchmarks.wheels import Pin, pins, unpack, wheels
from checker.rules import shipped

HERE = Path(__file__).resolve().parent
LISTS = HERE / "lists"
"""One file for each list: packages as requirements with hashes, or repositories each at a commit."""
GROUPS = {
    "tuned": LISTS / "packages.txt",
    **{
        name: LISTS / f"{name}.txt"
        for name in (
            "frozen",
            *(f"frozen-{number}" for number in range(2, 27)),
            "clean",
            "auth",
            "auth-frozen",
            *(f"auth-{number}" for number in (*range(2, 13), 26, 27)),
            "errors",
            *(f"errors-{number}" for number in range(2, 9)),
            "configurations",
        )
    },
}
CONFIGURATIONS = "LP5"
"""How the codes begin of the rules about logging configuration, whose verdicts have a file of their own."""
MONITORING = "LP6"
"""The same of the rules about shippers and alerts."""
AUTH = "LP2"
"""How the codes begin of the rules about authentication and authorization that leave no record. Their packages were read function by
function, so that what they miss is known; the other groups' tables leave them out."""
AROUND = 8
"""So many lines of code are handed out on each side of a finding, and a quarter of them around each step."""
_PLATFORM = (
    "--python-version=3.11",
    "--ignore-requires-python",
    *(f"--platform={name}_x86_64" for name in ("manylinux2014", "manylinux_2_17", "manylinux_2_28")),
)
"""The same wheels on every machine: a few hold compiled parts beside their Python."""


Pair = tuple[Found, Verdict | None]


@dataclass(frozen=True, slots=True)
class Result:
    """One package's scan, with the verdicts."""

    pin: Pin
    folder: Path
    scan: Scan
    pairs: list[Pair]
    verdicts: list[Verdict]


def results(group: str, options: argparse.Namespace) -> Iterator[Result]:
    """Each chosen package of a group, in the file's order."""
    if options.monitoring:
        yield from _of_checkouts(options)
        return
    known = verdicts.load(HERE / "configurations.jsonl") if options.configurations else verdicts.load()
    known = known if options.configurations else [one for one in known if (one.rule not in _other_rules()) is options.auth]
    listed = pins(GROUPS[group])
    chosen = [pin for pin in listed if pin.name in options.package] if options.package else listed
    folders = {pin: options.workdir / "precision" / f"{pin.name}-{pin.version}-{pin.sha256[:12]}" for pin in chosen}
    missing = [pin for pin in chosen if not folders[pin].exists()]
    for pin, wheel in wheels(missing, options.workdir / "wheels", *_PLATFORM).items():
        kept_folder(folders[pin], partial(unpack, wheel))
    for pin, folder in folders.items():
        found = _counted(scan(folder, options.workdir / "reports", options.jobs), options)
        own = verdicts.of_package(known, pin)
        yield Result(pin, folder, found, list(verdicts.judged(found.found, own)), own)


def _of_checkouts(options: argparse.Namespace) -> Iterator[Result]:
    """Each repository of monitoring-repositories.txt that lies at OWNER/NAME below the folder, at its commit."""
    known = verdicts.load(HERE / "monitoring.jsonl")
    for line in (LISTS / "monitoring-repositories.txt").read_text(encoding="utf-8").splitlines():
        name, _, commit = line.partition(" ")
        folder = options.monitoring / name
        if name == "#" or not folder.is_dir() or (options.package and name not in options.package):
            continue
        pin = Pin(name, commit[:12], "")
        found = scan(folder, options.workdir / "reports" / name.replace("/", "-"), options.jobs)
        own = verdicts.of_package(known, pin)
        found = replace(found, found=tuple(one for one in found.found if one.code.startswith(MONITORING)))
        yield Result(pin, folder, found, list(verdicts.judged(found.found, own)), own)


@cache
def _other_rules() -> frozenset[str]:
    return frozenset(rule.name for rule in shipped() if not rule.code.startswith(AUTH))


def _counted(found: Scan, options: argparse.Namespace) -> Scan:
    if options.configurations:
        return replace(found, found=tuple(one for one in found.found if one.code.startswith(CONFIGURATIONS)))
    return replace(found, found=tuple(one for one in found.found if one.code.startswith(AUTH) is options.auth))


def print_tables(group: str, done: Sequence[Result]) -> None:
    """By rule and by package."""
    lines = sum(one.scan.lines for one in done)
    every = [pair for one in done for pair in one.pairs]
    known = [verdict for one in done for verdict in one.verdicts]
    rules = sorted({(found.code, found.rule) for found, _ in every})
    total = {"all": row(every, known, lines)}
    by_rule = {f"{code} {rule}": row(*_of(rule, every, known), lines) for code, rule in rules}
    by_package = {f"{one.pin.name} {one.pin.version}": row(one.pairs, one.verdicts, one.scan.lines) for one in done}
    print(f"\n{group}: {len(done)} packages, {lines:,} lines")
    print(table("rule", HEAD, {**by_rule, **total}))
    print()
    print(table("package", HEAD, {**by_package, **total}))
    unread = [f"{one.pin.name}/{file}" for one in done for file in one.scan.unread]
    if unread:
        print(f"not read: {', '.join(unread)}")


def _of(rule: str, pairs: Iterable[Pair], known: Iterable[Verdict]) -> tuple[list[Pair], list[Verdict]]:
    return [pair for pair in pairs if pair[0].rule == rule], [one for one in known if one.rule == rule]


def unjudged(result: Result, low: bool, most: int) -> Iterator[dict[str, Any]]:
    """What has no verdict yet, ready to be given one; of each rule at most so many."""
    handed: dict[str, int] = {}
    for found, verdict in result.pairs:
        if verdict or found.shown is low:
            continue
        handed[found.rule] = handed.get(found.rule, 0) + 1
        if handed[found.rule] <= most:
            place = {"package": result.pin.name, "version": result.pin.version, "file": found.place.file, "line": found.place.line}
            several = sum(verdicts.key(other) == verdicts.key(found) for other, _ in result.pairs) > 1
            told = {"several": several, "confidence": found.confidence, "message": found.message, "function": found.function}
            code = {"code": _code(result, found.place, AROUND), "steps": [_step(result, step) for step in found.steps]}
            yield {**place, "rule": found.rule, "verdict": "", "reason": "", **told, **code}


def _step(result: Result, step: Place) -> dict[str, Any]:
    return {"at": f"{step.file}:{step.line}", "text": step.text, "code": _code(result, step, AROUND // 4)}


def _code(result: Result, place: Place, around: int) -> list[str]:
    """Numbered lines around a place."""
    lines = (result.folder / place.file).read_text(encoding="utf-8", errors="replace").splitlines()
    first = max(0, place.line - 1 - around)
    return [f"{number}: {text}" for number, text in enumerate(lines[first : place.last + around], first + 1)]


def add(file: Path) -> None:
    """Take over the verdicts that were filled in; a message is kept only where the same rule speaks several times of one line."""
    given = []
    for line in file.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        if entry["verdict"]:
            fields = {name: entry[name] for name in ("package", "version", "file", "line", "rule", "verdict", "reason")}
            given.append(Verdict(**fields, message=entry["message"] if entry.get("several") else ""))
    verdicts.save(verdicts.merged(verdicts.load(), verdicts.checked(given)))


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--package", action="append", default=[], metavar="NAME", help="only this package; repeatable")
    parser.add_argument("--frozen", action="store_true", help="the packages that no rule was made on too, once the rules are frozen")
    parser.add_argument("--auth", action="store_true", help="the rules about unlogged outcomes and their packages, not all the others")
    parser.add_argument("--configurations", action="store_true", help="the rules about logging configuration, on configurations.txt")
    parser.add_argument("--monitoring", type=Path, metavar="FOLDER", help="the rules LP6xx, on the checkouts OWNER/NAME in this folder")
    parser.add_argument("--clean", action="store_true", help="those of clean.txt too: libraries of which little should be shown")
    parser.add_argument("--errors", action="store_true", help="those of errors*.txt too, of which only the rules LP3xx were judged")
    parser.add_argument("--unjudged", nargs="?", const="shown", choices=("shown", "low"), help="findings without a verdict, as JSON lines")
    parser.add_argument("--most", type=int, default=sys.maxsize, metavar="N", help="with --unjudged: of each rule at most so many")
    parser.add_argument("--lost", action="store_true", help="true verdicts whose finding is not shown any more")
    parser.add_argument("--add", type=Path, metavar="FILE", help="take over the verdicts filled into what --unjudged printed")
    parser.add_argument("-j", "--jobs", type=int, help="processes for each scan (one for each core)")
    parser.add_argument("--workdir", type=Path, default=default_workdir(), help="downloads, sources and reports (the user's cache folder)")
    return parser.parse_args()


def groups(options: argparse.Namespace) -> tuple[str, ...]:
    """Those that are asked for."""
    if options.configurations or options.monitoring:
        return ("configurations" if options.configurations else "monitoring",)
    about_outcomes = tuple(name for name in GROUPS if name.startswith("auth"))
    if options.auth:
        return about_outcomes if options.frozen else ("auth",)
    left_out = {
        *(() if options.frozen else (name for name in GROUPS if name.startswith("frozen"))),
        *(() if options.clean else ("clean",)),
        *(() if options.errors else (name for name in GROUPS if name.startswith("errors"))),
    }
    return tuple(name for name in GROUPS if name not in {*left_out, *about_outcomes, "configurations"})


def print_lines(done: Iterable[Result], options: argparse.Namespace) -> None:
    """What --unjudged and --lost ask for."""
    for result in done:
        if options.unjudged:
            for entry in unjudged(result, options.unjudged == "low", options.most):
                print(json.dumps(entry))
        else:
            for one, hidden in sorted(verdicts.lost(result.scan.found, result.verdicts), key=lambda pair: pair[1]):
                state = "low confidence" if hidden else "gone"
                print(f"{one.package} {one.file}:{one.line} {one.rule} ({state}): {one.reason}")


def main() -> None:
    """Scan, match, print."""
    options = arguments()
    if options.add:
        add(options.add)
        return
    for group in groups(options):
        done = list(results(group, options))
        if options.unjudged or options.lost:
            print_lines(done, options)
        elif done:
            print_tables(group, done)


if __name__ == "__main__":
    main()
