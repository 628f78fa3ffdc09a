"""What `logproof baseline explain` says of an entry or a finding."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from checker import baseline
from checker.baseline import Entry, Match
from checker.model import Finding
from checker.pipeline import Outcome
from checker.report.ranking import counted
from checker.tree import shown

_PRINT = re.compile(r"[0-9a-f]{4,64}")
_PLACE = re.compile(r"(?P<path>.+?)(?::(?P<line>\d{1,9})(?::\d{1,9})?)?")
_SHOWN = 8
"""Hex digits of a fingerprint that tell entries apart for a person."""


def means(word: str, found: Finding, root: str) -> bool:
    """Whether a fingerprint's beginning, PATH or PATH:LINE (from the current folder) means the finding."""
    if _PRINT.fullmatch(word) and found.fingerprint.startswith(word):
        return True
    match = _PLACE.fullmatch(word)
    if match is None:
        return False
    path = _from_root(match["path"], root)
    inside = path in (".", found.span.path) or found.span.path.startswith(f"{path}/")
    return inside and (match["line"] is None or (found.span.path == path and found.span.line <= int(match["line"]) <= found.span.end_line))


def _from_root(path: str, root: str) -> str:
    return shown(os.path.relpath(Path.cwd().resolve() / path, root))


def told(outcome: Outcome, which: str) -> Iterator[str]:
    """Lines about every entry and every finding that is meant; none where nothing is."""
    entries = outcome.standing.baseline.entries if outcome.standing.baseline else ()
    matched = outcome.standing.matched
    root = outcome.project.root
    here = {match.entry for match in matched.accepted if means(which, match.finding, root)}
    numbers = [number for number, entry in enumerate(entries) if number in here or _is_meant(which, entry, root)]
    blocks = [list(_entry(outcome, entries[number], number)) for number in numbers]
    fresh = [found for found in matched.new if means(which, found, root)]
    blocks += [list(_finding(outcome, found, entries)) for found in fresh]
    for number, block in enumerate(blocks):
        yield from [""] * bool(number)
        yield from block


def _is_meant(which: str, entry: Entry, root: str) -> bool:
    """An entry is meant by its fingerprint, or by its file; its line is what nobody knows."""
    return bool(_PRINT.fullmatch(which) and entry.fingerprint.startswith(which)) or entry.path == _from_root(which, root)


def _entry(outcome: Outcome, entry: Entry, number: int) -> Iterator[str]:
    stood = outcome.standing
    yield f"{entry.fingerprint[:_SHOWN]}  {entry.rule} in {_where(entry.path, entry.function)}, accepted"
    yield from _parts(entry)
    yield f"  accepted   on {entry.accepted}: {entry.reason}"
    found = [match for match in stood.matched.accepted if match.entry == number]
    if stood.baseline:
        yield f"  entry      {stood.baseline.label}:{stood.baseline.lines[number]}, for {counted(entry.count, 'finding')}"
    for match in found:
        yield f"  found      {match.finding.span.path}:{match.finding.span.line}{_changed(entry, match)}"
    if entry.rule in outcome.locked:
        yield "  locked     the policy locks this rule: the entry hides nothing"
    elif stood.gone.get(number):
        yield f"  gone       {stood.gone[number]} of {entry.count}: `logproof baseline prune` takes {_it(stood.gone[number])} out"
    elif len(found) < entry.count:
        yield f"  not found  {entry.count - len(found)} of {entry.count}: this run cannot tell whether {_it(1)} is gone"


def _it(count: int) -> str:
    return "them" if count > 1 else "it"


def _changed(entry: Entry, match: Match) -> str:
    """What of an entry is no longer so."""
    if match.same:
        return ""
    parts = [one.part for one in baseline.differences(entry, match.finding)]
    parts += ["path"] if entry.path != match.finding.span.path else []
    return f" ({' and '.join(parts)} changed: `logproof baseline update` writes that down)"


def _where(path: str, function: str) -> str:
    return f"{path}, {function}()" if function else path


def _parts(entry: Entry) -> Iterator[str]:
    yield f"  statement  {entry.statement}"
    if entry.leaks:
        yield f"  leaks      {entry.leaks} ({entry.value})"
    if entry.via:
        yield f"  via        {', '.join(f'{name}()' for name in entry.via)}"


def _finding(outcome: Outcome, found: Finding, entries: tuple[Entry, ...]) -> Iterator[str]:
    """A finding that no entry has accepted, and the entry that comes nearest."""
    yield f"{found.fingerprint[:_SHOWN]}  {found.rule} in {_where(found.span.path, found.function)}, line {found.span.line}, not accepted"
    yield f"  finding    {found.message}"
    if found.rule in outcome.locked:
        yield "  locked     the policy locks this rule: nothing can accept the finding"
        return
    if found.code.startswith("LP0"):
        yield "  the run    a finding about the run itself cannot be accepted"
        return
    number = baseline.nearest(entries, found)
    if number is None:
        yield "  nearest    no entry is like it"
        return
    near = entries[number]
    yield f"  nearest    {near.fingerprint[:_SHOWN]} in {_where(near.path, near.function)}, accepted on {near.accepted}: {near.reason}"
    differences = baseline.differences(near, found)
    for one in differences:
        yield f"  {one.part:<9}  {one.found or 'nothing'}"
        yield f"             accepted was: {one.accepted or 'nothing'}"
    if not differences:
        equal = [match.finding.span for match in outcome.standing.matched.accepted if match.entry == number]
        places = ", ".join(f"{span.path}:{span.line}" for span in equal) or near.path
        yield f"  equal      the entry stands for {counted(near.count, 'finding')}, and that is {places}; this is one more"
