"""``python -m tests.robustness.fuzz --count N --seed S [--corpus DIR]``: more mutants than a test run has time for."""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from checker.source.ir import ModuleFacts
from tests.robustness import analysis
from tests.robustness.mutants import Mutant, mutant

ROOT = analysis.ROOT
_LARGEST = 60_000
"""Bytes of a file that mutants are made of: larger ones teach no more and take longer."""
_NEIGHBOURS = 2
"""Files beside the mutant in its project."""


def own_files() -> list[tuple[str, bytes]]:
    """This project's sources, the example shop and the labelled cases."""
    patterns = ("checker/**/*.py", "examples/shop/**/*.py", "tests/cases/*/*.py")
    paths = sorted(path for pattern in patterns for path in ROOT.glob(pattern))
    return [(path.relative_to(ROOT).as_posix(), path.read_bytes()) for path in paths]


def corpus_files(folder: Path, luck: random.Random, most: int = 3000) -> list[tuple[str, bytes]]:
    """Files of other people's packages below a folder."""
    paths = sorted(path for path in folder.rglob("*.py") if path.is_file() and path.stat().st_size < _LARGEST)
    chosen = sorted(luck.sample(paths, min(most, len(paths))))
    return [(path.relative_to(folder).as_posix(), path.read_bytes()) for path in chosen]


class Neighbours:
    """The facts of the files that stand beside a mutant."""

    def __init__(self, files: Sequence[tuple[str, bytes]]) -> None:
        self.files = files
        self._facts: dict[int, ModuleFacts] = {}

    def of(self, base: int) -> list[ModuleFacts]:
        """Those next to the file that the mutant was made of."""
        around = range(max(0, base - _NEIGHBOURS // 2), min(len(self.files), base + _NEIGHBOURS // 2 + 1))
        return [self._of_one(position) for position in around if position != base]

    def _of_one(self, position: int) -> ModuleFacts:
        if position not in self._facts:
            self._facts[position] = analysis.index(*self.files[position])
        return self._facts[position]


def failures(files: Sequence[tuple[str, bytes]], seed: int, numbers: range, walk_every: int) -> Iterator[tuple[int, Mutant, str]]:
    """Every mutant that breaks something: its number, itself, and what broke."""
    neighbours = Neighbours(files)
    for number in numbers:
        made = mutant(files, seed, number)
        wrong = analysis.attempt(made.path, made.data, neighbours.of(made.base), walk=number % walk_every == 0)
        if wrong:
            yield number, made, wrong


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, tell each failure with its seed and number; 1 where there was one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--start", type=int, default=0, help="number of the first mutant; with --count 1 a failure is run again")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--corpus", type=Path, help="a folder of Python packages to make mutants of")
    parser.add_argument("--walk-every", type=int, default=4, help="walk the CST of every so many mutants")
    parser.add_argument("--keep", type=Path, help="a folder for the mutants that break something")
    given = parser.parse_args(arguments)
    files = corpus_files(given.corpus, random.Random(given.seed)) if given.corpus else own_files()
    began, broken = time.monotonic(), 0
    for number, made, wrong in failures(files, given.seed, range(given.start, given.start + given.count), given.walk_every):
        broken += 1
        print(f"--seed {given.seed} --start {number} --count 1: {made.path} ({made.how})\n{wrong}", flush=True)
        if given.keep:
            given.keep.mkdir(parents=True, exist_ok=True)
            (given.keep / f"{given.seed}-{number}.py").write_bytes(made.data)
    print(f"{given.count} mutants of {len(files)} files, {broken} broke something, {time.monotonic() - began:.0f} s")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
