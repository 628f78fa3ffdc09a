"""The baseline's file: JSON, one line a field, sorted, so that a change of it can be read and merged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import msgspec

from checker import patterns as re
from checker.baseline.entry import Entry
from checker.errors import LogproofError, Problem

LIMIT = 50_000_000
"""Bytes; a larger file is not read."""
FORMAT = "logproof-baseline"
VERSION = 1
"""Counted up when a field changes its meaning or goes."""
_CONFLICT = re.compile(rb"^(?:<{7}|>{7}|\|{7})(?: |\r?$)|^={7}\r?$", re.MULTILINE)
_ENTRY = re.compile(rb'"fingerprint"\s*:')
_WHERE = re.compile(r"(?P<said>.*?)(?: - at `\$(?P<path>[^`]*)`)?", re.DOTALL)
_STEP = re.compile(r"\.([\w-]+)|\[(\d+)\]")
_MERGE = "keep the entries of both sides, once each, then run `logproof baseline prune`"
_TRUST = "take the entry out, then accept the finding with `logproof baseline update --add`"


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: Literal["logproof-baseline"]
    version: int
    entries: list[Entry]


@dataclass(frozen=True, slots=True)
class Baseline:
    """What a file holds."""

    label: str
    """The file as messages name it."""
    entries: tuple[Entry, ...] = ()
    lines: tuple[int, ...] = field(default=(), compare=False)
    """Where each entry's fingerprint stands, 1-based."""


def text(entries: Iterable[Entry]) -> str:
    """The whole file."""
    listed = [msgspec.to_builtins(entry) for entry in sorted(entries, key=lambda entry: entry.order)]
    import json  # few runs have a baseline

    return json.dumps({"format": FORMAT, "version": VERSION, "entries": listed}, indent=2) + "\n"


def read(path: Path, label: str) -> Baseline:
    """Read and check a file; raises LogproofError with the place of what is wrong and what to do about it."""
    data = _bytes(path, label)
    conflict = _CONFLICT.search(data)
    if conflict:
        raise LogproofError(Problem("there are merge conflict markers in the baseline", label, _line(data, conflict.start()), hint=_MERGE))
    _refuse_newer(data, label)
    try:
        entries = msgspec.json.decode(data, type=_File).entries
    except msgspec.ValidationError as error:
        raise LogproofError(_misfit(data, label, str(error))) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise LogproofError(_no_json(data, label)) from error
    places = [_line(data, match.start()) for match in _ENTRY.finditer(data)]
    lines = places if len(places) == len(entries) else [1] * len(entries)
    problems = list(_wrong(entries, lines, label))
    if problems:
        raise LogproofError(*problems)
    return Baseline(label, tuple(entries), tuple(lines))


def _bytes(path: Path, label: str) -> bytes:
    try:
        if path.is_dir():
            raise LogproofError(Problem("the baseline is a folder", label, hint="name a file: --baseline FILE"))
        if not path.is_file():
            hint = "`logproof baseline create` makes one; `--no-baseline` does without"
            raise LogproofError(Problem("there is no such baseline", label, hint=hint))
        with path.open("rb") as stream:
            data = stream.read(LIMIT + 1)
    except (OSError, ValueError) as error:
        raise LogproofError(Problem(f"the baseline cannot be read: {getattr(error, 'strerror', None) or error}", label)) from error
    if len(data) > LIMIT:
        raise LogproofError(Problem(f"the baseline is larger than {LIMIT:,} bytes", label))
    return data


def _refuse_newer(data: bytes, label: str) -> None:
    """A later version may have other fields: say that, and not that they are unknown."""
    found = re.search(rb'"version"\s*:\s*([0-9]{1,6})\b', data[:300])
    if found and int(found[1]) > VERSION:
        hint = f"this logproof reads versions up to {VERSION}: install a newer one"
        raise LogproofError(Problem(f"the baseline has version {int(found[1])}", label, _line(data, found.start()), hint=hint))


def _line(data: bytes, offset: int) -> int:
    return data.count(b"\n", 0, offset) + 1


def _no_json(data: bytes, label: str) -> Problem:
    """Where the text stops to be JSON; the fast reader does not say it."""
    hint = "take it as it was from git, or remove it and make a new one: `logproof baseline create`"
    import json

    try:
        json.loads(data)
    except json.JSONDecodeError as error:
        return Problem(f"the baseline is not JSON: {error.msg}", label, error.lineno, error.colno, hint)
    except (ValueError, RecursionError):
        return Problem("the baseline is not JSON", label, hint=hint)
    return Problem("the baseline is not UTF-8 JSON", label, hint=hint)


def _misfit(data: bytes, label: str, told: str) -> Problem:
    """What the reader said, with the place of the value: JSON is YAML, whose reader knows places."""
    from checker.policy.yaml_reader import read_yaml

    match = _WHERE.fullmatch(told)
    said = match["said"] if match else told
    path = tuple(name or int(number) for name, number in _STEP.findall((match and match["path"]) or ""))
    try:
        line, column = read_yaml(data, label).place(path)
    except LogproofError:
        line, column = None, None
    return Problem(f"the baseline has another form: {said[:1].lower()}{said[1:]}", label, line, column, _TRUST if path else None)


def _wrong(entries: Sequence[Entry], lines: Sequence[int], label: str) -> Any:
    """Every entry that is not what it says, or is there twice."""
    seen: dict[tuple[str, str], int] = {}
    for entry, line in zip(entries, lines, strict=True):
        if entry.fingerprint != entry.identity.fingerprint:
            yield Problem("the fingerprint does not belong to this entry: one of its fields was changed", label, line, hint=_TRUST)
        elif entry.key in seen:
            hint = "keep one of them; `count` says how many findings it stands for"
            yield Problem(f"the same entry stands in line {seen[entry.key]}", label, line, hint=hint)
        seen.setdefault(entry.key, line)
