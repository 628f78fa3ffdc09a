"""Mutants of configuration files, and what the readers and rules make of each: never an exception, and an end.

``python -m tests.monitoring.fuzz 5000`` tries so many mutants of every file below ``tests/monitoring/files`` and of every case.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

from checker.logconfig.reading import Read
from checker.monitoring import FACTS, Monitored, read
from checker.rule import read_example
from checker.rules import registry

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


def run(name: str, text: str) -> None:
    """Read it and let every rule judge what comes out; raises what they raise."""
    data = text.encode("utf-8", "surrogatepass")
    made = read([name], lambda path: data)
    project = _Project(made)
    for fact in made.facts:
        if type(fact) in FACTS:
            for rule in registry():
                if rule.fact is type(fact):
                    list(rule.messages(fact, project, rule.defaults))


class _Project:
    def __init__(self, monitored: Monitored) -> None:
        self.monitored = monitored
        self.configured = Read()


def main(count: int, seed: int = 1) -> int:
    """Try mutants of every original; the number of those that raise is returned, the first of each is printed."""
    failed = 0
    for name, text in originals():
        chance = random.Random(f"{seed} {name}")
        for number in range(count):
            made = mutant(text, chance)
            try:
                run(name, made)
            except Exception as error:  # noqa: BLE001 - whatever it is, it must not happen
                failed += 1
                print(f"{name} {number}: {type(error).__name__}: {error}\n{made[:2000]}\n", file=sys.stderr)
                break
    return failed


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100))
