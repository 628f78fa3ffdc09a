"""Which findings the baseline has accepted: each entry hides as many as it counts, equal ones first, then renamed ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from checker.baseline.entry import Entry
from checker.baseline.renamed import is_renamed, shape
from checker.model import Finding
from checker.source.ir.enclosing import Enclosing

_RUN = "LP0"
"""Codes of the rules about the run itself; no baseline hides what was not read."""


class Code(msgspec.Struct, frozen=True):
    """What matching needs to know of the project and of the run."""

    functions: Enclosing
    text: Callable[[str], str]
    """A file's text by its path, ``""`` where there is none."""
    covers: Callable[[str], bool]
    """Whether the run looks for every finding of that file."""
    ran: Callable[[str, str], bool]
    """Whether the rule (by name) judges the file."""
    locked: frozenset[str]
    """Rules whose findings nothing may hide."""


class Match(msgspec.Struct, frozen=True):
    """A finding that an entry has accepted."""

    finding: Finding
    entry: int
    """Position in the baseline."""
    same: bool
    """Whether all of its parts and its file are as the entry has them."""


class Matched(msgspec.Struct):
    """All findings of a run, parted by a baseline."""

    accepted: list[Match] = msgspec.field(default_factory=list)
    new: list[Finding] = msgspec.field(default_factory=list)
    """In the order in which they were given."""
    left: dict[int, int] = msgspec.field(default_factory=dict)
    """Entry to how many of its findings are missing; none with zero."""


def match(entries: Sequence[Entry], findings: Sequence[Finding], code: Code) -> Matched:
    """Part the findings, which come sorted by place.

    Of more equal findings in a file than its entry counts the first ones are taken for the accepted ones. An entry may also stand for
    findings of another file, but not while its own is left out of the run: the copy of a leak is not the leak.
    """
    taking = _Taking(entries, code)
    waiting = [found for found in findings if found.rule not in code.locked and not found.code.startswith(_RUN)]
    waiting = taking.take(waiting, taking.same_file)
    waiting = taking.take(waiting, taking.other_file)
    taking.take(waiting, taking.renamed)
    hidden = {id(found.finding) for found in taking.accepted}
    order = {id(found): number for number, found in enumerate(findings)}
    accepted = sorted(taking.accepted, key=lambda found: order[id(found.finding)])
    left = {number: count for number, count in enumerate(taking.left) if count}
    return Matched(accepted, [found for found in findings if id(found) not in hidden], left)


class _Taking:
    """Entries being used up."""

    def __init__(self, entries: Sequence[Entry], code: Code) -> None:
        self.entries, self.code = entries, code
        self.left = [entry.count for entry in entries]
        self.accepted: list[Match] = []
        self.by_print: dict[str, list[int]] = defaultdict(list)
        self.by_shape: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, entry in enumerate(entries):
            if entry.rule not in code.locked:
                self.by_print[entry.fingerprint].append(number)
                self.by_shape[entry.rule, shape(entry.statement)].append(number)

    def take(self, findings: Iterable[Finding], fitting: Callable[[Finding], Iterator[int]]) -> list[Finding]:
        """Give each finding the first fitting entry that is not used up; the findings for which there is none."""
        rest: list[Finding] = []
        for found in findings:
            number = next((number for number in fitting(found) if self.left[number]), None)
            if number is None:
                rest.append(found)
                continue
            self.left[number] -= 1
            self.accepted.append(Match(found, number, fitting == self.same_file))
        return rest

    def same_file(self, found: Finding) -> Iterator[int]:
        return (number for number in self.by_print.get(found.fingerprint, ()) if self.entries[number].path == found.span.path)

    def other_file(self, found: Finding) -> Iterator[int]:
        return (number for number in self.by_print.get(found.fingerprint, ()) if self._free(self.entries[number].path))

    def renamed(self, found: Finding) -> Iterator[int]:
        numbers = self.by_shape.get((found.rule, shape(found.statement)), ())
        for number in sorted(numbers, key=lambda number: self.entries[number].path != found.span.path):
            entry = self.entries[number]
            here = entry.path == found.span.path or entry.path not in self.code.functions
            if self.left[number] and here and is_renamed(entry, found, self.code.functions, self.code.text):
                yield number

    def _free(self, path: str) -> bool:
        """Whether nothing that this run does not see can still be what an entry means."""
        return path not in self.code.functions or self.code.covers(path)


def gone(entries: Sequence[Entry], matched: Matched, code: Code, unsure: Iterable[Finding] = ()) -> dict[int, int]:
    """Entries to how many of their findings this run has shown to be gone.

    Nothing is known of rules that did not run, and nothing while only a part of the project is looked at. ``unsure`` are findings below
    the confidence asked for: one of the same rule in the same function may be the missing one.
    """
    if not code.covers(""):
        return {}
    hidden = {(found.rule, found.span.path, found.function) for found in unsure}
    return {
        number: count
        for number, count in matched.left.items()
        if entries[number].rule in code.locked
        or (
            code.ran(entries[number].rule, entries[number].path)
            and (entries[number].rule, entries[number].path, entries[number].function) not in hidden
        )
    }
