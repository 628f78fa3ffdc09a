"""Mutants of configuration files, and what the readers, the rules and the trace make of each: never an exception, and an end.

``python -m tests.monitoring.fuzz 5000 --each`` tries so many mutants of the files of every reader: those below ``tests/monitoring/files``
and those of the cases. It prints a line for each reader, and of what raises the mutant; ``--seed`` makes others.
"""

from __future__ import annotations

import argparse
import random
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec.structs import replace

from checker.logconfig.reading import Read
from checker.monitoring import FACTS, Monitored, UnreadConfig, fitting, read
from checker.rule import read_example
from checker.rules import registry
from checker.trace.engine import traced
from checker.trace.model import Matrix

HERE = Path(__file__).resolve().parent
_PIECES = (
    "{{", "}}", "${X}", "\t", "\n", "\0", ":", "- ", "[", "]", "{", "}", "|", "|=", "*a", "&a ", "<<: *a", "'", '"', "(", ")", "=~", "\x85",
    "\\", "#", "!!binary", "%", "1e999", "0x", "9" * 400, "by (", "[5m]", "==", "é", "\ud800", "@", "$", "forward_to = [", "not ", "1 of ",
)  # fmt: skip


def originals() -> Iterator[tuple[str, str]]:
    """Name and text of every file to start from."""
    for path in sorted((HERE / "files").iterdir()):
        yield path.name, path.read_text(encoding="utf-8")
    rules = {rule.name for rule in registry() if rule.code.startswith("LP6")}
    for path in sorted((HERE.parent / "cases").glob("*/*.case")):
        if path.parent.name in rules:
            yield from read_example(path.read_text(encoding="utf-8")).files


def mutant(text: str, chance: random.Random) -> str:
    """The text with one to five changes."""
    lines = text.split("\n")
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(len(lines))
        kind = chance.randrange(7)
        if kind == 0:
            del lines[at : at + chance.randint(1, 3)]
            lines = lines or [""]
        elif kind == 1:
            lines.insert(at, lines[chance.randrange(len(lines))])
        elif kind == 2:
            lines[at] = " " * chance.randint(0, 12) + lines[at].lstrip()
        else:
            line = lines[at]
            place = chance.randint(0, len(line))
            end = min(len(line), place + chance.randint(0, 4)) if kind > 4 else place
            lines[at] = line[:place] + chance.choice(_PIECES) + line[end:]
    return "\n".join(lines)


def run(name: str, text: str) -> Monitored:
    """Read it and let every rule judge what comes out; raises what they raise."""
    data = text.encode("utf-8", "surrogatepass")
    made = read([name], lambda path: data)
    project = _Project(made)
    for fact in made.facts:
        if type(fact) in FACTS:
            for rule in registry():
                if rule.fact is type(fact):
                    list(rule.messages(fact, project, rule.defaults))
    return made


def follow(made: Monitored) -> Matrix:
    """Trace the events of a small application through what was read; raises what that raises."""
    from tests.monitoring.application import evidence

    return traced(replace(evidence(), monitored=made))


class _Project:
    def __init__(self, monitored: Monitored) -> None:
        self.monitored = monitored
        self.configured = Read()


class Tried(msgspec.Struct):
    """What became of the mutants of one reader's files."""

    files: int = 0
    mutants: int = 0
    read: int = 0
    """Those of which something was read."""
    unread: int = 0
    """Those that are told as unread."""
    chains: int = 0
    """Ways of events through them."""
    raised: int = 0


def tried(name: str, text: str, count: int, seed: str, into: Tried) -> None:
    """Try mutants of one file; of those that raise the first is printed."""
    chance = random.Random(f"{seed} {name}")
    into.files += 1
    for number in range(count):
        made = mutant(text, chance)
        into.mutants += 1
        try:
            found = run(name, made)
            into.chains += len(follow(found).chains)
        except Exception as error:  # noqa: BLE001 - whatever it is, it must not happen
            into.raised += 1
            where = traceback.extract_tb(error.__traceback__)[-1]
            print(f"{name} {number}: {type(error).__name__}: {error} ({where.filename}:{where.lineno})\n{made[:2000]}\n", file=sys.stderr)
            return
        into.unread += any(isinstance(fact, UnreadConfig) for fact in found.facts)
        into.read += any(not isinstance(fact, UnreadConfig) for fact in found.facts)


def main(count: int, seed: int = 1, *, each: bool = False) -> int:
    """Try so many mutants of every original, or with ``each`` of the files of each reader together; returns how many raise.

    A file is tried for every reader that wants it. What was done is printed, a line for each reader.
    """
    files: dict[str, list[tuple[str, str]]] = {}
    for name, text in originals():
        for one in fitting(name, text.encode("utf-8", "surrogatepass")):
            files.setdefault(one.name, []).append((name, text))
    print(f"{'reader':18}{'files':>6}{'mutants':>9}{'read':>8}{'unread':>8}{'chains':>9}{'raised':>8}")
    failed = 0
    for reader, held in sorted(files.items()):
        into = Tried()
        for number, (name, text) in enumerate(held):
            share = (count + len(held) - 1 - number) // len(held) if each else count
            tried(name, text, share, f"{seed} {reader}", into)
        failed += into.raised
        print(f"{reader:18}{into.files:6}{into.mutants:9}{into.read:8}{into.unread:8}{into.chains:9}{into.raised:8}", flush=True)
    return failed


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    asked.add_argument("count", type=int, nargs="?", default=100, help="mutants of each file (100)")
    asked.add_argument("--seed", type=int, default=1, help="another seed makes other mutants (1)")
    asked.add_argument("--each", action="store_true", help="COUNT is for each reader, shared by its files, and not for each file")
    given = asked.parse_args()
    sys.exit(1 if main(given.count, given.seed, each=given.each) else 0)
