"""``python -m tests.logconfig.fuzz --count 20000 [FOLDER ...]``: mutants of real logging configurations through every reader and rule.

The files are this project's own fixtures, and those of the folders that are named. Each mutant is a project of one file: it is read, and
every rule about configuration looks at every fact. It fails where anything is raised, where a place lies outside the file, or where it
takes more than ``SLOWEST`` seconds of processor time. Ends with 1 where one failed, and names seed and number, which make it again.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from checker.logconfig import Sources, read
from checker.logconfig.reader import fitting, may_be_configuration
from checker.logconfig.telling import is_telling
from checker.rule import Message
from checker.rules import registry
from tests.logconfig.test_configurations import PROJECTS
from tests.robustness.mutants import mutant

HERE = Path(__file__).resolve().parent
SLOWEST = 5.0
LARGEST = 60_000
_SOWN = (
    b"{{ value }}", b"${LEVEL}", b"${LEVEL:-DEBUG}", b"&a [*a, *b]", b"<<: *base\n", b"*missing",
    b"!!python/object:os.system x", b"\0", b"\xff\xfe",
    b"[" * 300, b"{a: " * 200, b"'\"", b"\t", b"%(x)s", b"include: logging.yaml\n", b"---\n", b"? [a, b]\n: c\n", b"1" * 400,
    "Stufe: größer\n".encode(),
    b"\nkeys=", b"\r", b"\xe2\x80\xa8", b"0x1F", b".inf", b"~", b"args=(sys.stdout,)\n", b"args=((\n", b"LOGGING = LOGGING\n", b"lambda: 0",
)  # fmt: skip


class _Project:
    """As much of a project as rules about configuration ask for."""

    def __init__(self, configured: Any) -> None:
        self.configured = configured


def own_files() -> list[tuple[str, bytes]]:
    """Every fixture: those of the comparison with Python, and the whole configurations."""
    oracle = [path for path in sorted((HERE / "oracle").rglob("*")) if path.is_file() and "__pycache__" not in path.parts]
    found = [(path.relative_to(HERE / "oracle").as_posix(), path.read_bytes()) for path in oracle]
    return [*found, *((path, text.encode()) for project in PROJECTS for path, text in project.files if text.strip())]


def files_of(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The files below a folder that some reader wants."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if not path.is_file() or path.is_symlink() or path.stat().st_size > LARGEST:
            continue
        data = path.read_bytes()
        if (name.endswith(".py") and is_telling(data)) or (may_be_configuration(name) and any(True for _ in fitting(name, data))):
            yield name, data


def made(files: Sequence[tuple[str, bytes]], seed: int, number: int) -> tuple[str, bytes]:
    """Name and content of one mutant: changed as code is, and in every second one with something odd sown in."""
    luck = random.Random(f"{seed} {number}")
    name, _ = files[luck.randrange(len(files))]
    kin = [one for one in files if one[0].rpartition(".")[2] == name.rpartition(".")[2]]
    changed = mutant(kin, seed, number)
    data = changed.data
    if number % 2:
        at = luck.randrange(len(data) + 1)
        data = data[:at] + luck.choice(_SOWN) + data[at:]
    return changed.path, data


def problem(name: str, data: bytes) -> str:
    """What went wrong, ``""`` for nothing."""
    start = time.process_time()
    try:
        configured = read(Sources(frozenset([name]), lambda path: data if path == name else None), *_parted(name, data))
        lines = data.count(b"\n") + data.count(b"\r") + 2 + data.count(b"\xe2\x80\xa8")
        for place in _places(configured):
            if not 1 <= place.line <= max(lines, 1):
                return f"a place in line {place.line} of {lines}"
    except Exception:  # noqa: BLE001 - whatever it is, it ends a run
        return traceback.format_exc(limit=-4)
    took = time.process_time() - start
    return f"it took {took:.1f} s" if took > SLOWEST else ""


def _parted(name: str, data: bytes) -> tuple[list[str], list[str]]:
    if name.endswith(".py"):
        return ([name] if is_telling(data) else []), []
    return [], [name] if may_be_configuration(name) and any(True for _ in fitting(name, data)) else []


def _places(configured: Any) -> Iterator[Any]:
    """Where each message of each rule lies."""
    rules = [rule for rule in registry() if rule.code.startswith("LP5")]
    for fact in configured.facts:
        for rule in rules:
            if rule.fact is type(fact):
                messages: Iterator[Message] = iter(rule.messages(fact, _Project(configured), rule.defaults))
                yield from (message.span or fact.span for message in messages)


def failures(files: Sequence[tuple[str, bytes]], seed: int, numbers: Sequence[int]) -> Iterator[tuple[int, str, str]]:
    """Number, name and what went wrong of each mutant that fails."""
    for number in numbers:
        name, data = made(files, seed, number)
        found = problem(name, data)
        if found:
            yield number, name, found


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--count", type=int, default=5_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    files = [*own_files(), *(one for folder in options.folders for one in files_of(folder))]
    failed = 0
    for number, name, what in failures(files, options.seed, range(options.first, options.first + options.count)):
        failed += 1
        print(f"seed {options.seed}, number {number}, {name}: {what}")
    print(f"{options.count} mutants of {len(files)} files, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
