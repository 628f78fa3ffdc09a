"""The files of a release folder: listed with everything odd about them, and hashed as streams."""

from __future__ import annotations

import hashlib
import os
import stat
import unicodedata
from collections.abc import Iterable, Iterator

from msgspec import Struct

from checker.release.refusal import Refused, quoted
from checker.release.statement import Digests

MOST = 20_000
"""Files in one folder."""
DEEPEST = 20
_CHUNK = 1 << 20
_RULE = "odd-file"


class Entry(Struct, frozen=True):
    """A file of the folder."""

    path: str
    """Relative to the folder, with ``/``."""
    real: str


class Listed(Struct, frozen=True):
    """A folder's regular files, and what is wrong with the rest."""

    entries: tuple[Entry, ...]
    odd: tuple[tuple[str, Refused], ...]
    """Path and why it is refused."""


def list_folder(folder: str) -> Listed:
    """Every file below the folder, links not followed. Raises `Refused` where there are too many, and OSError."""
    entries: list[Entry] = []
    odd: list[tuple[str, Refused]] = []
    for path, real, kind in _walk(folder, "", 0):
        if len(entries) + len(odd) >= MOST:
            raise Refused(_RULE, "the release folder", f"at most {MOST:,} files", "more")
        reason = _wrong_kind(kind) or _wrong_name(path)
        if reason:
            odd.append((_shown(path), Refused(_RULE, f"the file {quoted(_shown(path))}", *reason)))
        else:
            entries.append(Entry(path, real))
    return Listed(tuple(entries), (*odd, *_twins(entries)))


def _walk(folder: str, prefix: str, depth: int) -> Iterator[tuple[str, str, str]]:
    if depth > DEEPEST:
        raise Refused(_RULE, "the release folder", f"folders nested at most {DEEPEST} deep", "deeper ones")
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        path = f"{prefix}{entry.name}"
        mode = entry.stat(follow_symlinks=False).st_mode
        if stat.S_ISDIR(mode):
            yield from _walk(entry.path, f"{path}/", depth + 1)
        else:
            yield path, entry.path, _kind(mode)


def _kind(mode: int) -> str:
    kinds = ((stat.S_ISREG, ""), (stat.S_ISLNK, "a symbolic link"), (stat.S_ISFIFO, "a named pipe"), (stat.S_ISSOCK, "a socket"))
    return next((kind for test, kind in kinds if test(mode)), "a device")


def _wrong_kind(kind: str) -> tuple[str, str] | None:
    return ("a regular file", kind) if kind else None


def _wrong_name(path: str) -> tuple[str, str] | None:
    """A name that shows as another one, or that tools read as two."""
    if _shown(path) != path:
        return ("a name in Unicode", "bytes that are none")
    wrong = next((letter for letter in path if not letter.isprintable() or unicodedata.category(letter) in ("Cf", "Zl", "Zp")), None)
    if wrong is not None:
        return ("a name of printable characters", f"U+{ord(wrong):04X} in it")
    return None if "\\" not in path else ("a name without a backslash", "one with it")


def _shown(path: str) -> str:
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _twins(entries: Iterable[Entry]) -> Iterator[tuple[str, Refused]]:
    """Names that some file systems hold to be the same."""
    seen: dict[str, str] = {}
    for entry in entries:
        folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", entry.path).casefold())
        other = seen.setdefault(folded, entry.path)
        if other != entry.path:
            found = f"{quoted(other)} beside it"
            yield entry.path, Refused(_RULE, f"the file {quoted(entry.path)}", "a name that is its own on every file system", found)


class Hashed(Struct, frozen=True):
    """A file's digests, and what it was like when they were taken."""

    digests: Digests
    state: tuple[int, ...]


def hash_file(real: str, name: str, *, sha512: bool = False) -> Hashed:
    """Read once, in pieces, so that memory stays flat. Raises `Refused` where it changes meanwhile, and OSError."""
    descriptor = os.open(real, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb", buffering=0) as stream:
        before = os.fstat(descriptor)
        if not stat.S_ISREG(before.st_mode):
            raise Refused(_RULE, f"the file {quoted(name)}", "a regular file", _kind(before.st_mode))
        sums = [hashlib.sha256(), *([hashlib.sha512()] if sha512 else [])]
        piece = memoryview(bytearray(min(_CHUNK, max(before.st_size, 1))))
        length = 0
        while count := stream.readinto(piece):
            length += count
            for one in sums:
                one.update(piece[:count])
        after = os.fstat(descriptor)
    if length != before.st_size or _state(before) != _state(after):
        raise _changed(name)
    return Hashed(Digests(sums[0].hexdigest(), sums[1].hexdigest() if sha512 else ""), _state(before))


def check_unchanged(real: str, name: str, hashed: Hashed) -> None:
    """Raises `Refused` where the file is not what it was when it was hashed."""
    try:
        now = _state(os.lstat(real))
    except OSError:
        now = ()
    if now != hashed.state:
        raise _changed(name)


def _state(found: os.stat_result) -> tuple[int, ...]:
    return (found.st_dev, found.st_ino, found.st_mode, found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def _changed(name: str) -> Refused:
    return Refused(_RULE, f"the file {quoted(name)}", "one that stays the same while it is checked", "a change")


def read_small(real: str, name: str, most: int, rule: str) -> bytes:
    """A whole file that is expected to be small. Raises `Refused` and OSError."""
    descriptor = os.open(real, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as stream:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise Refused(rule, f"the file {quoted(name)}", "a regular file", _kind(os.fstat(descriptor).st_mode))
        data = stream.read(most + 1)
    if len(data) > most:
        raise Refused(rule, f"the file {quoted(name)}", f"at most {most:,} bytes", "more")
    return data
