"""``python -m tests.robustness.fuzz --count 50000``: more mutants of real files than a test run has time for.

The files are this project's own and those of pinned packages, which pip downloads once (``--pins``, twice for two lists; ``--own``: none).
Mutants are analysed in groups, each group as one project with unchanged files beside, because what a vocabulary costs is paid once a
project; where a group breaks, each of its mutants is tried alone to name the one. The last line has a digest of all that was found, which
has to be the same for the same seed whatever PYTHONHASHSEED is.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from benchmarks import wheels
from checker.source.ir import ModuleFacts
from tests.robustness import analysis
from tests.robustness.effort import Effort, TooLongError, counted
from tests.robustness.mutants import Mutant, mutant

ROOT = analysis.ROOT
PINS = ROOT / "tests" / "samples" / "packages.txt"
KEPT = ROOT / ".pytest_cache" / "d" / "samples"
LARGEST = 60_000
"""Bytes of a file that mutants are made of: larger ones teach no more and take longer."""
GROUP = 48
"""Mutants that are analysed together."""
COUNT_EVERY = 4
"""Groups: of one in so many the calls are counted, which takes as long as the analysis."""
WALK_EVERY = 4
_NEIGHBOURS = 2
"""Files beside the mutant in its project."""
Files = Sequence[tuple[str, bytes]]


def own_files() -> list[tuple[str, bytes]]:
    """This project's sources, the example shop and the labelled cases."""
    patterns = ("checker/**/*.py", "examples/shop/**/*.py", "tests/cases/*/*.py")
    paths = sorted(path for pattern in patterns for path in ROOT.glob(pattern))
    return [(path.relative_to(ROOT).as_posix(), path.read_bytes()) for path in paths]


def pinned_files(pins: Sequence[Path], folder: Path, largest: int = LARGEST) -> list[tuple[str, bytes]]:
    """The files of the packages that are pinned, without unpacking them; raises NotToBeHadError where pip cannot bring one."""
    found: dict[str, bytes] = {}
    wanted = list(dict.fromkeys(pin for file in pins for pin in wheels.pins(file)))
    for wheel in wheels.wheels(wanted, folder).values():
        with zipfile.ZipFile(wheel) as archive:
            members = sorted(archive.infolist(), key=lambda member: member.filename)
            found |= {one.filename: archive.read(one) for one in members if one.filename.endswith(".py") and 0 < one.file_size < largest}
    return list(found.items())


@dataclass(frozen=True, slots=True)
class Failure:
    """What broke something: one mutant, or several that did it only together."""

    numbers: range
    made: Mutant
    wrong: str


@dataclass(slots=True)
class Run:
    """Mutants of some files, and what became of those tried so far."""

    files: Files
    seed: int
    walk_every: int = WALK_EVERY
    progress: bool = False
    """Whether standard error is told now and then."""
    done: int = 0
    """Mutants."""
    found: int = 0
    """Suspects."""
    walked: int = 0
    unread: int = 0
    effort: Effort = field(default_factory=Effort)
    _digest: hashlib.blake2b = field(default_factory=lambda: hashlib.blake2b(digest_size=16))
    _facts: dict[int, ModuleFacts] = field(default_factory=dict)

    def __str__(self) -> str:
        """How far it is."""
        return (
            f"{self.done} mutants of {len(self.files)} files, {self.unread} of them no Python any more, {self.found} suspects, "
            f"{self.walked} looked at closely, at most {self.effort.most:.1f} calls a byte, digest {self._digest.hexdigest()}"
        )

    def failures(self, numbers: range) -> Iterator[Failure]:
        """Try the mutants of these numbers; those that broke something."""
        for start in range(numbers.start, numbers.stop, GROUP):
            group = range(start, min(start + GROUP, numbers.stop))
            made = [mutant(self.files, self.seed, number) for number in group]
            tried = self._tried(made, group)
            self._digest.update(msgspec.msgpack.encode((tried.told, tried.unread), order="deterministic"))
            self.found, self.walked, self.unread = self.found + len(tried.told), self.walked + tried.walked, self.unread + tried.unread
            self.done += len(group)
            if self.progress and start // GROUP % 20 == 0:
                print(self, file=sys.stderr, flush=True)
            if tried.wrong:
                yield from self._apart(made, group, tried.wrong)

    def _apart(self, made: Sequence[Mutant], numbers: range, wrong: str) -> Iterator[Failure]:
        """Which mutants of a group break something alone; else the group."""
        alone = [(number, one, self._tried([one], range(number, number + 1)).wrong) for number, one in zip(numbers, made, strict=True)]
        single = [Failure(range(number, number + 1), one, said) for number, one, said in alone if said]
        yield from single or [Failure(numbers, made[0], wrong)]

    def _tried(self, made: Sequence[Mutant], numbers: range) -> analysis.Tried:
        files: dict[str, bytes] = {}
        walk = []
        for number, one in zip(numbers, made, strict=True):
            path = one.path if one.path not in files else f"again{number}/{one.path}"
            files[path] = one.data
            if number % self.walk_every == 0:
                walk.append(path)
        beside = [position for position in sorted(self._around(made)) if self.files[position][0] not in files]
        texts = [self.files[position] for position in beside]
        size = sum(map(len, files.values())) + sum(len(data) for _, data in texts)
        facts = [self._of(position) for position in beside]
        few = len(made) < GROUP or numbers.start // GROUP % COUNT_EVERY == 0
        try:
            with counted(self.effort, size, only_time=not few):
                return analysis.attempt(files, facts, walk=walk, beside=texts)
        except TooLongError as error:
            return analysis.Tried(str(error))

    def _around(self, made: Sequence[Mutant]) -> set[int]:
        """Positions of the files next to those that the mutants were made of."""
        near = range(-(_NEIGHBOURS // 2), _NEIGHBOURS // 2 + 1)
        return {one.base + step for one in made for step in near if step and 0 <= one.base + step < len(self.files)}

    def _of(self, position: int) -> ModuleFacts:
        if position not in self._facts:
            self._facts[position] = analysis.index(*self.files[position])
        return self._facts[position]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, tell each failure with its seed and number; 1 where there was one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--start", type=int, default=0, help="number of the first mutant; with --count 1 a failure is run again")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--own", action="store_true", help="mutants of this project's files alone, which need no download")
    parser.add_argument("--pins", type=Path, action="append", help="a list of pinned wheels (default: tests/samples/packages.txt)")
    parser.add_argument("--wheels", type=Path, default=KEPT, help="the folder that keeps the wheels")
    parser.add_argument("--largest", type=int, default=LARGEST, help="bytes of the largest file of a package that mutants are made of")
    parser.add_argument("--walk-every", type=int, default=WALK_EVERY, help="walk the CST of every so many mutants")
    parser.add_argument("--keep", type=Path, help="a folder for the mutants that break something")
    given = parser.parse_args(arguments)
    files = own_files() + ([] if given.own else pinned_files(given.pins or [PINS], given.wheels, given.largest))
    run, broken = Run(files, given.seed, given.walk_every, progress=True), 0
    for failure in run.failures(range(given.start, given.start + given.count)):
        broken += 1
        _tell(failure, given.seed, given.keep)
    print(f"{run}, {broken} broke something", flush=True)
    return 1 if broken else 0


def _tell(failure: Failure, seed: int, keep: Path | None) -> None:
    numbers, made = failure.numbers, failure.made
    print(f"--seed {seed} --start {numbers.start} --count {len(numbers)}: {made.path} ({made.how})\n{failure.wrong}", flush=True)
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        (keep / f"{seed}-{numbers.start}.py").write_bytes(made.data)


if __name__ == "__main__":
    sys.exit(main())
