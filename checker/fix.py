"""Edits applied to files: in order, without overlap, and only where the outcome still parses.

Encoding, byte order mark and line ends of a file stay; a file is replaced whole, or not at all.
"""

from __future__ import annotations

import contextlib
import difflib
import errno
import os
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec
from msgspec.structs import replace

from checker import syntax, text
from checker.files import CHANGED
from checker.model import Edit, Finding, Fix, Span

Read = Callable[[str], bytes]
"""A file's present content by its path; raises OSError."""


class Change(msgspec.Struct, frozen=True):
    """What fixing makes of one file."""

    path: str
    old: bytes
    new: bytes


class Fixed(msgspec.Struct, frozen=True):
    """What fixing makes of all files; nothing is written yet."""

    changes: tuple[Change, ...]
    """Sorted by path."""
    findings: tuple[Finding, ...]
    """Those whose fix is in ``changes``."""
    broken: tuple[str, ...] = ()
    """Files that would no longer parse, and are left alone; sorted."""
    unread: tuple[tuple[str, str], ...] = ()
    """Files that cannot be read as they were, with why; sorted."""


def plan(findings: Iterable[Finding], read: Read, *, unsafe: bool = False) -> Fixed:
    """Choose and apply fixes in the order of the findings; one that overlaps an earlier one, or breaks its file, is left out."""
    sources: dict[str, tuple[str, str, bytes] | None] = {}
    unread: dict[str, str] = {}
    accepted: list[tuple[Finding, Fix]] = []
    taken: list[Edit] = []
    for finding in findings:
        fix = finding.fix
        if fix is None or not fix.edits or not (fix.safe or unsafe):
            continue
        for edit in fix.edits:
            if edit.span.path not in sources:
                sources[edit.span.path] = _source(edit.span.path, read, unread)
        known = all(_fits(edit.span, sources[edit.span.path]) for edit in fix.edits)
        if known and not any(_overlap(edit, other) for edit in fix.edits for other in taken):
            accepted.append((finding, fix))
            # one import that two fixes need is inserted once
            taken.extend(edit for edit in fix.edits if edit not in taken)
    made = _parsing(accepted, {path: source for path, source in sources.items() if source})
    return replace(made, unread=tuple(sorted(unread.items())))


def _parsing(accepted: Sequence[tuple[Finding, Fix]], sources: dict[str, tuple[str, str, bytes]]) -> Fixed:
    """Apply all; where a file would not parse any more, drop the fixes that touch it and begin again."""
    left = set[str]()
    while True:
        changes, broken = [], set[str]()
        edits = dict.fromkeys(edit for _, fix in accepted for edit in fix.edits)
        for path in sorted({edit.span.path for edit in edits}):
            old_text, encoding, old = sources[path]
            new = _applied(old_text, [edit for edit in edits if edit.span.path == path], encoding)
            if new is None or not _parses(new):
                broken.add(path)
            elif new != old:
                changes.append(Change(path, old, new))
        if not broken:
            return Fixed(tuple(changes), tuple(finding for finding, _ in accepted), tuple(sorted(left)))
        left |= broken
        accepted = [(finding, fix) for finding, fix in accepted if not broken & {edit.span.path for edit in fix.edits}]


def write(change: Change, real: str) -> None:
    """Replace the file, keeping its mode; raises OSError, also where somebody else has changed it meanwhile."""
    with open(real, "rb") as stream:
        if stream.read() != change.old:
            raise OSError(errno.EBUSY, CHANGED)
    descriptor, name = tempfile.mkstemp(prefix=".logproof.", dir=os.path.dirname(real))
    try:
        with open(descriptor, "wb") as stream:
            stream.write(change.new)
        os.chmod(name, os.stat(real).st_mode & 0o7777)
        os.replace(name, real)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def diff(change: Change) -> Iterator[str]:
    """The change as a unified diff, line by line with their ends; what cannot be decoded is replaced."""
    old, new = (text.lines(text.readable(data)) for data in (change.old, change.new))
    for line in difflib.unified_diff(old, new, f"a/{change.path}", f"b/{change.path}"):
        yield line if line.endswith(("\n", "\r")) else f"{line}\n\\ No newline at end of file\n"


def _source(path: str, read: Read, unread: dict[str, str]) -> tuple[str, str, bytes] | None:
    try:
        data = read(path)
        return (*text.decode(data), data)
    except OSError as error:
        unread[path] = error.strerror or str(error)
    except (SyntaxError, ValueError, LookupError):
        pass
    return None


def _fits(span: Span, source: tuple[str, str, bytes] | None) -> bool:
    """Whether the range lies in the text as it is now."""
    if source is None:
        return False
    lines = text.lines(source[0])
    return 1 <= span.line <= span.end_line <= len(lines) + 1 and span.column >= 1 and span.end_column >= 1


def _overlap(one: Edit, other: Edit) -> bool:
    """Whether both change the same text; equal edits do not disturb each other."""
    if one == other or one.span.path != other.span.path:
        return False
    first, second = sorted((one.span, other.span), key=lambda span: (span.line, span.column, span.end_line, span.end_column))
    begin = (second.line, second.column)
    return begin < (first.end_line, first.end_column) or begin == (first.line, first.column)


def _applied(source: str, edits: Sequence[Edit], encoding: str) -> bytes | None:
    """The new content; ``None`` where the encoding cannot hold it."""
    lines = text.lines(source)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    newline = next((line[len(line.rstrip("\r\n")) :] for line in lines if line.endswith(("\n", "\r"))), "\n")
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        span = edit.span
        begin = min(starts[min(span.line, len(starts)) - 1] + span.column - 1, len(source))
        end = min(starts[min(span.end_line, len(starts)) - 1] + span.end_column - 1, len(source))
        source = source[:begin] + re.sub(r"\r\n|\r|\n", lambda _: newline, edit.replacement) + source[end:]
    try:
        return text.encode(source, encoding)
    except UnicodeEncodeError:
        return None


def _parses(data: bytes) -> bool:
    try:
        syntax.parse(data)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True
