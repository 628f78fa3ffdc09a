"""What the index found, kept between runs: one pack file per project, outside of the scanned tree.

A pack is a checksum, a table of contents and the blobs that the table points into. It is read whole, written whole into a file of its
own and then renamed, so that a killed run or two at once leave an old pack or a new one, never half of one. msgpack and never
pickle: restoring a pickle runs code. A pack that does not fit its checksum, its key or its schema counts as missing.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

import checker

VARIABLE = "LOGPROOF_CACHE_DIR"
LARGEST_PACK = 512 * 1024 * 1024
"""Bytes; a larger one is not written."""
LARGEST = 1024 * 1024 * 1024
"""Bytes of all packs together; the longest unused go first."""
STALE = 3600
"""Seconds after which an unfinished pack is taken for one of a killed run."""
_MAGIC = b"logproof pack 1\n"
_SETTLED = 2_000_000_000
"""Nanoseconds: file systems' clocks may be as coarse; a file younger than that could change once more under the same stamp."""

Stamp = tuple[int, int, int, int]
"""Size, mtime and ctime in nanoseconds, inode."""


class _Entry(msgspec.Struct, array_like=True):
    stamp: Stamp
    settled: bool
    digest: bytes
    offset: int
    length: int


class _Contents(msgspec.Struct, array_like=True):
    key: str
    entries: dict[str, _Entry]


@dataclass(frozen=True, slots=True)
class Kept:
    """What the cache holds of one file."""

    digest: bytes
    """Of the file's content."""
    blob: bytes | memoryview
    fresh: bool
    """Whether the stamp alone proves it; else the content must be compared by its digest."""


@dataclass(slots=True)
class Cache:
    """The packs' reader and writer for one run; one without a file keeps nothing."""

    file: Path | None = None
    key: str = ""
    began: int = field(default_factory=time.time_ns)
    """Nanoseconds."""
    _body: memoryview = field(default_factory=lambda: memoryview(b""))
    _old: dict[str, _Entry] = field(default_factory=dict)
    _new: dict[str, tuple[Stamp, bytes, bytes | memoryview]] = field(default_factory=dict)
    _changed: bool = False

    def get(self, path: str, stamp: Stamp) -> Kept | None:
        """What is known of the file at ``path``."""
        entry = self._old.get(path)
        if entry is None:
            return None
        return Kept(entry.digest, self._blob(entry), entry.settled and entry.stamp == stamp)

    def keep(self, path: str) -> None:
        """Carry an entry over as it is."""
        if path in self._old:
            entry = self._old[path]
            self._new[path] = (entry.stamp, entry.digest, self._blob(entry))

    def put(self, path: str, stamp: Stamp, digest: bytes, blob: bytes | memoryview) -> None:
        """Remember what the index made of a file whose stamp was taken before it was read."""
        if self.file is not None:
            self._new[path] = (stamp, digest, blob)
            old = self._old.get(path)
            same = old is not None and (old.stamp, old.digest) == (stamp, digest)
            self._changed = self._changed or not same or self._settled(stamp)

    def save(self) -> None:
        """Write the pack if anything changed; a disk that is full or read-only only makes the next run slower."""
        if self.file is None or not (self._changed or self._old.keys() - self._new.keys()):
            return
        with contextlib.suppress(OSError):
            folder = self.file.parent
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            data = self._packed()
            if len(data) <= LARGEST_PACK:
                _write(self.file, data)
            _prune(folder, self.file)

    def _blob(self, entry: _Entry) -> memoryview:
        return self._body[entry.offset : entry.offset + entry.length]

    def _settled(self, stamp: Stamp) -> bool:
        return max(stamp[1], stamp[2]) + _SETTLED < self.began

    def _packed(self) -> bytes:
        entries, blobs, offset = {}, [], 0
        for path, (stamp, digest, blob) in self._new.items():
            entries[path] = _Entry(stamp, self._settled(stamp), digest, offset, len(blob))
            blobs.append(blob)
            offset += len(blob)
        contents = msgspec.msgpack.encode(_Contents(self.key, entries))
        payload = b"".join((len(contents).to_bytes(8, "big"), contents, *blobs))
        return b"".join((_MAGIC, zlib.crc32(payload).to_bytes(4, "big"), payload))


def folder() -> Path:
    """Where the packs lie: ``LOGPROOF_CACHE_DIR``, else the user's cache folder."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    import platformdirs

    return Path(platformdirs.user_cache_dir("logproof", appauthor=False))


def open_cache(root: str, vocabulary_digest: str, where: Path) -> Cache:
    """The cache of the project at ``root``.

    A folder inside of the project is not used: who writes the project could put a pack there that says that nothing is wrong.
    """
    if os.path.realpath(where).startswith(os.path.realpath(root) + os.sep):
        return Cache()
    key = f"{sources_digest()} {sys.version_info[0]}.{sys.version_info[1]} {vocabulary_digest}"
    name = hashlib.sha256(os.fsencode(root) + b"\0" + vocabulary_digest.encode()).hexdigest()[:32]
    cache = Cache(where / f"{name}.pack", key)
    with contextlib.suppress(OSError, ValueError, msgspec.MsgspecError):
        cache._old, cache._body = _read(where / f"{name}.pack", key)
        os.utime(where / f"{name}.pack")  # the packs longest unused go first
    return cache


def sources_digest() -> str:
    """Hex, over the sources that decide what the index finds: any change of them makes every pack worthless."""
    package = Path(checker.__file__).parent
    digest = hashlib.sha256(checker.__version__.encode())
    for path in sorted([*package.glob("*.py"), *package.glob("source/**/*.py")]):
        digest.update(path.relative_to(package).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _read(file: Path, key: str) -> tuple[dict[str, _Entry], memoryview]:
    """The table and the blobs; raises ValueError or MsgspecError for a pack that is broken or of another key."""
    data = memoryview(file.read_bytes())
    start = len(_MAGIC) + 4
    if data[: len(_MAGIC)] != _MAGIC or zlib.crc32(data[start:]) != int.from_bytes(data[len(_MAGIC) : start], "big"):
        raise ValueError("a broken pack")
    size = int.from_bytes(data[start : start + 8], "big")
    contents = msgspec.msgpack.decode(data[start + 8 : start + 8 + size], type=_Contents)
    body = data[start + 8 + size :]
    if contents.key != key or any(entry.offset + entry.length > len(body) for entry in contents.entries.values()):
        raise ValueError("a pack of another key")
    return contents.entries, body


def _write(file: Path, data: bytes) -> None:
    descriptor, name = tempfile.mkstemp(prefix=f"{file.stem}.", suffix=".unfinished", dir=file.parent)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _prune(folder: Path, keep: Path) -> None:
    """Remove what killed runs left, and the packs longest unused above the bound."""
    now = time.time()
    for unfinished, status in _stats(folder, "*.unfinished"):
        if status.st_mtime < now - STALE:
            unfinished.unlink(missing_ok=True)
    packs = sorted(_stats(folder, "*.pack"), key=lambda pair: pair[1].st_mtime)
    total = sum(status.st_size for _, status in packs)
    for pack, status in packs:
        if total <= LARGEST:
            break
        if pack != keep:
            pack.unlink(missing_ok=True)
            total -= status.st_size


def _stats(folder: Path, pattern: str) -> Iterator[tuple[Path, os.stat_result]]:
    for path in folder.glob(pattern):
        with contextlib.suppress(OSError):
            yield path, path.stat()
