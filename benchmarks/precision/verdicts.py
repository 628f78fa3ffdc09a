"""What readers of the code say of findings, and which verdict belongs to which finding."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.precision.scans import Found
from benchmarks.wheels import Pin

FILE = Path(__file__).with_name("verdicts.jsonl")
VERDICTS = ("true", "false", "debatable", "missed")
"""What the message says happens in a normal run; it does not; it does in an odd deployment only, or readers differ; it happens, and was
found by reading the code where nothing was reported."""
RIGHT = frozenset({"true", "missed"})
"""A finding with one of these is right."""


Key = tuple[str, int | str, str]
"""A file, a line or a function, and a rule."""


@dataclass(frozen=True, slots=True, order=True)
class Verdict:
    """One line of verdicts.jsonl."""

    package: str
    version: str
    file: str
    line: int
    """That of the finding."""
    rule: str
    verdict: str
    reason: str
    """One sentence that names the fact in the code."""
    message: str = ""
    """The finding's, where the same rule finds several things in one line; else left out."""
    function: str = ""
    """Qualified. Given where the verdict is about what a function does, and not about one line: it holds for the rule's findings in it."""

    @property
    def key(self) -> Key:
        """What ties it to a finding of its package."""
        return (self.file, self.function or self.line, self.rule)


def load(file: Path = FILE) -> list[Verdict]:
    """All verdicts."""
    if not file.exists():
        return []
    return checked([Verdict(**json.loads(line)) for line in file.read_text(encoding="utf-8").splitlines()])


def checked(found: list[Verdict]) -> list[Verdict]:
    """The same; raises ValueError where one is unknown or has no reason."""
    for one in found:
        if one.verdict not in VERDICTS or not one.reason:
            raise ValueError(f"not one of {', '.join(VERDICTS)}, or without a reason: {one}")
    return found


def save(verdicts: Iterable[Verdict], file: Path = FILE) -> None:
    """Sorted, so that two readers' verdicts merge."""
    lines = (json.dumps({key: value for key, value in asdict(one).items() if value != ""}) for one in sorted(verdicts))
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def merged(known: Iterable[Verdict], given: Iterable[Verdict]) -> list[Verdict]:
    """Both; where they speak of the same finding, the one that is given."""
    found = {(one.package, one.version, one.key, one.message): one for one in [*known, *given]}
    return sorted(found.values())


def of_package(verdicts: Iterable[Verdict], pin: Pin) -> list[Verdict]:
    """Those on this release."""
    return [one for one in verdicts if (one.package, one.version) == (pin.name, pin.version)]


def key(found: Found) -> Key:
    """What ties a finding to the verdict on its line."""
    return (found.place.file, found.place.line, found.rule)


def keys(found: Found) -> tuple[Key, Key]:
    """What ties a finding to a verdict: on its line, which goes before, or on its function."""
    return (key(found), (found.place.file, found.function, found.rule))


def judged(found: Iterable[Found], verdicts: Iterable[Verdict]) -> Iterator[tuple[Found, Verdict | None]]:
    """Each finding with its verdict, if it has one."""
    places: dict[tuple[Key, Key], list[Found]] = {}
    for each in found:
        places.setdefault(keys(each), []).append(each)
    given: dict[Key, list[Verdict]] = {}
    for one in verdicts:
        given.setdefault(one.key, []).append(one)
    for (line, function), findings in places.items():
        yield from _paired(findings, given.get(line) or given.get(function, []))


def _paired(findings: Sequence[Found], given: Sequence[Verdict]) -> Iterator[tuple[Found, Verdict | None]]:
    """In one place: a verdict with a message is on the one finding whose message is most alike, for wordings change."""
    general = next((one for one in given if not one.message), None)
    alike = {(i, j): _likeness(each, one) for i, each in enumerate(findings) for j, one in enumerate(given) if one.message}
    taken: dict[int, int] = {}
    for i, j in sorted(alike, key=alike.__getitem__, reverse=True):
        if i not in taken and j not in taken.values():
            taken[i] = j
    for i, each in enumerate(findings):
        yield each, given[taken[i]] if i in taken else general


def _likeness(found: Found, verdict: Verdict) -> float:
    return difflib.SequenceMatcher(None, found.message, verdict.message).ratio()


def lost(found: Sequence[Found], verdicts: Iterable[Verdict]) -> Iterator[tuple[Verdict, bool]]:
    """The true verdicts whose finding is not shown any more, and whether it is still there with low confidence."""
    shown = {each for one in found if one.shown for each in keys(one)}
    hidden = {each for one in found for each in keys(one)} - shown
    for one in verdicts:
        if one.verdict == "true" and one.key not in shown:
            yield one, one.key in hidden
