"""What the tool shows of each sample by default, and what a reader of the code says of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from checker.model import Report
from checker.pipeline import Request, check
from checker.report.escape import one_line

EXPECTED = Path(__file__).with_name("expected.json")
VERDICTS = ("true", "false", "debatable")
"""A true finding, a false alarm, and one of which readers may differ."""
UNREAD = "unread"
"""The verdict of a finding whose code nobody has read yet."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """What tells a finding from others; the line does so where a function holds several, and stays, for the version is pinned."""

    file: str
    line: int
    rule: str
    function: str

    def __str__(self) -> str:
        """The place as one line."""
        return one_line(f"{self.rule} {self.file}:{self.line} in {self.function or 'the module'}")


@dataclass(frozen=True, slots=True)
class Judged:
    """A finding that is expected, and what the code says of it."""

    place: Place
    verdict: str = UNREAD
    reason: str = ""


Expected = dict[str, list[Judged]]
"""By package."""


def load() -> Expected:
    """Read expected.json."""
    document = json.loads(EXPECTED.read_text(encoding="utf-8"))
    return {package: [_judged(**entry) for entry in entries] for package, entries in document.items()}


def _judged(*, verdict: str, reason: str, file: str, line: int, rule: str, function: str) -> Judged:
    return Judged(Place(file, line, rule, function), verdict, reason)


def save(expected: Mapping[str, Iterable[Judged]]) -> None:
    """Write expected.json."""
    document = {
        package: [{**asdict(one.place), "verdict": one.verdict, "reason": one.reason} for one in judged]
        for package, judged in expected.items()
    }
    EXPECTED.write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8")


def scan(folder: Path) -> Report:
    """The report of a run with the default settings on a folder."""
    return check(Request(paths=(str(folder),), cwd=str(folder), today="2026-01-01", cache=False, jobs=1)).report


def places(report: Report) -> dict[Place, str]:
    """Every place where something is shown, in order, with what is said of it."""
    found: dict[Place, str] = {}
    for one in report.findings:
        found.setdefault(Place(one.span.path, one.span.line, one.rule, one.function), one.message)
    return dict(sorted(found.items()))


def differences(expected: Iterable[Judged], shown: Mapping[Place, str]) -> Iterator[str]:
    """A line for each finding that is new and for each that is gone; nothing where all are as expected."""
    known = {one.place: one for one in expected}
    for place in sorted(known.keys() | shown.keys()):
        if place not in known:
            yield f"+ {place}: {one_line(shown[place])}"
        elif place not in shown:
            yield f"- {place}: was {known[place].verdict}: {one_line(known[place].reason)}"


def renewed(known: Iterable[Judged], shown: Iterable[Place]) -> list[Judged]:
    """The findings shown now, each with the verdict that it has; where a new version only moved a function's lines, they go along."""
    judged = {one.place: one for one in known}
    wanted = sorted(shown)
    found = {place: judged.get(place) or Judged(place) for place in wanted}
    gone = [one for place, one in sorted(judged.items()) if place not in found]
    for group in {(place.rule, place.file, place.function) for place in wanted}:
        old = [one for one in gone if (one.place.rule, one.place.file, one.place.function) == group]
        new = [place for place in wanted if place not in judged and (place.rule, place.file, place.function) == group]
        if len(old) == len(new):
            found.update({place: replace(one, place=place) for place, one in zip(new, old, strict=True)})
    return [found[place] for place in wanted]
