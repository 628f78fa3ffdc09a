"""``python -m tests.robustness.rounds --count 3000``: projects that are worked on; a run with a memory must say what one without says.

A round is a small project and a few steps of somebody's work on it: files written, added to, moved, swapped and deleted, modules that
become packages and back, names that shadow others. All of it depends on the seed and the round's number alone.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import msgspec

import checker.source.cst.walk  # noqa: F401 - so that no step pays for loading libcst
from checker import pipeline, pool
from checker.faults import FAULT
from checker.pipeline import Request, check

NAMES = (
    "a.py", "b.py", "c.py", "a/__init__.py", "shop/__init__.py", "shop/a.py", "shop/a/__init__.py", "shop/log.py", "shop/logging.py",
    "shop/logging/__init__.py", "shop/sub/__init__.py", "shop/sub/a.py", "logging.py", "logging/__init__.py", "test_a.py", "conftest.py",
)  # fmt: skip
MODULES = ("a", "b", "shop", "shop.a", "shop.log", "shop.logging", "shop.sub", "shop.sub.a", ".a", ".", "..a", "..", ".logging", "logging")
HEADS = (
    "import logging\nlog = logging.getLogger(__name__)\n",
    "import logging\nlog = logging.getLogger(__name__)\n",
    "from . import logging\nlog = logging.getLogger(__name__)\n",
    "from {m} import log\n",
    "from {m} import *\n",
)
_PIECES = Path(__file__).with_name("pieces.txt").read_text(encoding="utf-8")
TOPICS = {head: body.split("---\n") for head, _, body in (part.partition("\n") for part in _PIECES.split("=== ")[1:])}
"""Pieces of modules; a round has two topics, so that its modules have something to do with each other."""
_WORK = ("write", "write", "add", "add", "cut", "move", "move", "swap", "delete", "pack", "other", "drop", "line", "line")


@dataclass(frozen=True, slots=True)
class Difference:
    """Where the two reports differ."""

    number: int
    step: str
    asked: str


@dataclass(frozen=True, slots=True)
class Kind:
    """What a round's modules are called, and what they are about."""

    luck: random.Random
    names: list[str]
    pieces: list[str]

    def text(self) -> str:
        """A module."""
        parts = [self.luck.choice(HEADS), *(self.luck.choice(self.pieces) for _ in range(self.luck.randint(1, 5)))]
        return "".join(map(self.filled, parts))

    def filled(self, piece: str) -> str:
        """A piece with the names of modules that are mostly there."""
        luck = self.luck
        number = luck.choice((1, 1, 1, 2))
        known = luck.choice(self.names).removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        module = luck.choice((known, known, known, f".{known.rpartition('.')[2]}", luck.choice(MODULES)))
        return piece.format(n=number, o=3 - number, m=module, d=module.strip(".") or "a")


def kind(luck: random.Random) -> Kind:
    """Anything."""
    topics = luck.sample(sorted(TOPICS), 2)
    return Kind(luck, luck.sample(NAMES, luck.randint(3, 6)), [piece for topic in topics for piece in TOPICS[topic]])


def change(root: Path, kind: Kind) -> str:
    """One step of somebody's work; what it was."""
    luck = kind.luck
    done, name, more = luck.choice(_WORK), luck.choice(kind.names), luck.choice((luck.choice(kind.names), luck.choice(NAMES)))
    file, other, new = root / name, root / more, kind.text()
    if done == "write" or (done in ("add", "cut", "other", "line") and not file.exists()):
        _write(file, new)
    elif done == "add":
        _write(file, file.read_text() + kind.filled(luck.choice(kind.pieces)))
    elif done == "cut":
        lines = file.read_text().splitlines(keepends=True)
        _write(file, "".join(lines[: luck.randint(0, len(lines))]))
    elif done == "line":
        _write(file, _with_another_line(file.read_text(), luck))
    elif done == "other":
        _write(file, file.read_text().replace("1", "_").replace("2", "1").replace("_", "2"))
    elif done == "move" and file.exists() and not other.exists():
        _write(other, file.read_text())
        file.unlink()
    elif done == "swap" and file.exists() and other.exists() and file != other:
        one, two = file.read_text(), other.read_text()
        _write(file, two)
        _write(other, one)
    elif done == "pack" and file.exists():
        _packed(file)
    elif done == "drop":
        shutil.rmtree(root / luck.choice(("shop/sub", "shop", "a", "logging", "shop/logging")), ignore_errors=True)
    else:
        file.unlink(missing_ok=True)
    return f"{done} {name} {more}"


def _with_another_line(text: str, luck: random.Random) -> str:
    """A line of the text stands in the place of another one that is as far to the right: all others stay where they are."""
    lines = text.splitlines(keepends=True)
    by_depth: dict[int, list[int]] = {}
    for at, line in enumerate(lines):
        if line.strip():
            by_depth.setdefault(len(line) - len(line.lstrip()), []).append(at)
    if by_depth:
        here = luck.choice(by_depth[luck.choice(sorted(by_depth))])
        depth = len(lines[here]) - len(lines[here].lstrip())
        lines[here] = lines[luck.choice(by_depth[depth])]
    return "".join(lines)


def _write(file: Path, content: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content)


def _packed(file: Path) -> None:
    """A module becomes a package, or a package a module."""
    target = file.parent.with_suffix(".py") if file.name == "__init__.py" else file.with_suffix("") / "__init__.py"
    if not target.exists():
        _write(target, file.read_text())
        file.unlink()


def report(root: Path, *paths: str, memory: bool) -> bytes:
    """One run's report in bytes, low confidence included; AssertionError where logproof failed on a file."""
    request = Request(paths, str(root), today="2026-01-15", jobs=1, cache=memory, overrides={"min-confidence": "low"})
    said = msgspec.json.encode(check(request).report)
    assert FAULT.encode() not in said, said
    return said


def differences(seed: int, numbers: range, told: list[int]) -> Iterator[Difference]:
    """Where a run with a memory says something else than one without; ``told`` gets the number of findings of each step."""
    with tempfile.TemporaryDirectory() as folder, _here(Path(folder, "cache")):
        for number in numbers:
            root = Path(folder, f"p{number}")
            yield from _round(root, random.Random(f"{seed}:{number}"), number, told)
            shutil.rmtree(root)
            shutil.rmtree(Path(folder, "cache"), ignore_errors=True)


def _round(root: Path, luck: random.Random, number: int, told: list[int]) -> Iterator[Difference]:
    root.mkdir()
    (root / "pyproject.toml").touch()
    about = kind(luck)
    for name in about.names:
        _write(root / name, about.text())
    for step in range(luck.randint(3, 6)):
        done = change(root, about) if step else "begin"
        part = luck.choice(about.names)
        asked = [(), *([(part,)] if luck.random() < 0.3 and (root / part).exists() else [])]
        for paths in luck.sample(asked, len(asked)):
            warm, cold = (report(root, *paths, memory=memory) for memory in (True, False))
            told.append(warm.count(b'"rule":"'))
            if warm != cold:
                yield Difference(number, f"{step} ({done})", "".join(paths))


@contextmanager
def _here(where: Path) -> Iterator[None]:
    """All in this process, with the cache there and the settings read once: what is tested is the memory."""

    def run(work: pool.Work[Any, Any], items: Sequence[Any], jobs: int, **more: Any) -> list[Any]:
        if work.prepare:
            work.prepare(*work.arguments)
        return [work.each(item) for item in items]

    read: list[Any] = []
    real = pipeline.policy_of

    def policy(request: Request, *more: Any) -> Any:
        if not read:
            read.append(real(request, *more))
        return read[0]

    with (
        mock.patch.object(pool, "run", run),
        mock.patch.object(pipeline, "policy_of", policy),
        mock.patch.dict("os.environ", {"LOGPROOF_CACHE_DIR": str(where)}),
    ):
        yield


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, tell each difference with its seed and number; 1 where there was one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--start", type=int, default=0, help="number of the first round; with --count 1 a difference is seen again")
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args(arguments)
    began, broken, told = time.process_time(), 0, list[int]()
    for number in range(given.start, given.start + given.count):
        for found in differences(given.seed, range(number, number + 1), told):
            broken += 1
            print(f"--seed {given.seed} --start {number} --count 1: step {found.step}, asked for {found.asked or 'all'}", flush=True)
        if number % 100 == 0:
            print(f"round {number}, {len(told)} pairs of runs, {sum(told)} findings", file=sys.stderr, flush=True)
    print(f"{given.count} rounds, {len(told)} pairs of runs, {sum(told)} findings, {broken} differ; {time.process_time() - began:.0f} s")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
