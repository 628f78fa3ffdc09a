"""What earlier runs found, kept outside of the scanned tree: for each project a pack of what the index made of its files, and a memory
of what the join and the walk made of that.

A pack is a table of contents and the blobs that the table points into, each with a checksum: where nothing changed, the table is all that
is read. Both files are written whole under another name and then renamed, so that a killed run or two at once leave an old file or a new
one, never half of one. msgpack and never pickle: restoring a pickle runs code. What does not fit its checksum, its key or its schema
counts as missing. The memory names the content that it holds for by digest, so that it does not matter which pack it lies beside.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import mmap
import os
import stat
import sys
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import BinaryIO

import msgspec

import checker
from checker.source.ir import Outline

VARIABLE = "LOGPROOF_CACHE_DIR"
LARGEST_PACK = 512 * 1024 * 1024
"""Bytes; a larger one is not written."""
LARGEST = 1024 * 1024 * 1024
"""Bytes of all packs together; the longest unused go first."""
STALE = 3600
"""Seconds after which an unfinished pack is taken for one of a killed run."""
_MAGIC = b"logproof pack 2\n"
_MEMORY = b"logproof memory\n"
SETTLED = 2_000_000_000
"""Nanoseconds: file systems' clocks may be as coarse; a file younger than that could change once more under the same stamp."""

Stamp = tuple[int, int, int, int]
"""Size, mtime and ctime in nanoseconds, inode."""


class _Entry(msgspec.Struct, array_like=True):
    stamp: Stamp
    settled: bool
    digest: bytes
    outline: Outline | None
    """``None`` for generated code."""
    offset: int
    length: int
    checksum: int


class _Contents(msgspec.Struct, array_like=True):
    key: str
    entries: dict[str, _Entry]
    names: dict[str, bool] = {}


class Kept(msgspec.Struct, frozen=True):
    """What the cache holds of one file."""

    digest: bytes
    """Of the file's content."""
    outline: Outline | None
    """``None`` for generated code."""
    fresh: bool
    """Whether the stamp alone proves it; else the content must be compared by its digest."""


class Cache(msgspec.Struct):
    """The packs' reader and writer for one run; one without a file keeps nothing."""

    file: Path | None = None
    key: str = ""
    began: int = msgspec.field(default_factory=time.time_ns)
    """Nanoseconds."""
    _pack: mmap.mmap | bytes = b""
    """The disk reads what is asked for."""
    _start: int = 0
    """Where its blobs begin."""
    _old: dict[str, _Entry] = msgspec.field(default_factory=dict)
    _new: dict[str, _Entry] = msgspec.field(default_factory=dict)
    _blobs: dict[str, bytes] = msgspec.field(default_factory=dict)
    """Those that are not in the old pack."""
    _names: dict[str, bool] = msgspec.field(default_factory=dict)
    _asked: dict[str, bool] = msgspec.field(default_factory=dict)
    _changed: bool = False

    def get(self, path: str, stamp: Stamp) -> Kept | None:
        """What is known of the file at ``path``."""
        entry = self._old.get(path)
        if entry is None:
            return None
        return Kept(entry.digest, entry.outline, entry.settled and entry.stamp == stamp)

    def judged(self, path: str, judge: Callable[[str], bool]) -> bool:
        """What ``judge``, which is always the same, says of a path; it is asked once."""
        known = self._names.get(path)
        if known is None:
            known = judge(path)
            self._changed = True
        self._asked[path] = known
        return known

    def judgements(self) -> tuple[dict[str, bool], bool]:
        """What was said of the paths that were asked for, and whether that changes what is kept."""
        return self._asked, self._changed

    def take(self, judged: dict[str, bool], *, changed: bool) -> None:
        """The same, of another process that has asked."""
        self._asked, self._changed = judged, changed

    def blob(self, path: str) -> bytes | None:
        """What the index made of the content that the pack knows; ``None`` where the disk did not keep it."""
        at = self._place(path)
        data = self._pack[at[0] : at[1]] if at is not None else b""
        return data if at is not None and zlib.crc32(data) == self._old[path].checksum else None

    def earlier(self, path: str, digest: bytes) -> bytes | None:
        """What the index made of that content, where it is what the last run left."""
        return self.blob(path) if path in self._old and self._old[path].digest == digest else None

    def _place(self, path: str) -> tuple[int, int] | None:
        """Where that begins and ends in the pack; ``None`` where the pack is too short."""
        entry = self._old.get(path)
        if entry is None:
            return None
        start = self._start + entry.offset
        return (start, start + entry.length) if start + entry.length <= len(self._pack) else None

    def keep(self, path: str) -> None:
        """Carry an entry over as it is."""
        if path in self._old:
            self._new[path] = self._old[path]

    def touch(self, path: str, stamp: Stamp) -> None:
        """Carry an entry over whose content is the same under another stamp."""
        if path in self._old:
            old = self._old[path]
            settled = self._settled(stamp)
            self._new[path] = msgspec.structs.replace(old, stamp=stamp, settled=settled)
            self._changed = self._changed or (old.stamp, old.settled) != (stamp, settled)

    def put(self, path: str, stamp: Stamp, digest: bytes, outline: Outline | None, blob: bytes) -> None:
        """Remember what the index made of a file whose stamp was taken before it was read."""
        if self.file is not None:
            self._new[path] = _Entry(stamp, self._settled(stamp), digest, outline, 0, len(blob), zlib.crc32(blob))
            self._blobs[path] = blob
            self._changed = True

    def save(self) -> None:
        """Write the pack if anything changed; a disk that is full or read-only only makes the next run slower."""
        if self.file is None or not (self._changed or self._old.keys() - self._new.keys() or self._names.keys() - self._asked.keys()):
            return
        with contextlib.suppress(OSError):
            folder = self.file.parent
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if sum(entry.length for entry in self._new.values()) <= LARGEST_PACK:
                write(self.file, self._packed())
            _prune(folder, self.file)
        self._blobs.clear()

    def recall(self, part: str) -> bytes:
        """The memory of that name, empty where there is none."""
        if self.file is None:
            return b""
        with contextlib.suppress(OSError):
            return _checked(content(self.file.with_suffix(f".{part}.memory")), self.key.encode())
        return b""

    def remember(self, data: bytes, part: str) -> None:
        """Replace the memory of that name."""
        if self.file is not None and len(data) <= LARGEST_PACK:
            with contextlib.suppress(OSError):
                self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                checksum = zlib.crc32(data).to_bytes(4, "big")
                key = self.key.encode()
                write(self.file.with_suffix(f".{part}.memory"), (_MEMORY, checksum, len(key).to_bytes(2, "big"), key, data))

    def _settled(self, stamp: Stamp) -> bool:
        return max(stamp[1], stamp[2]) + SETTLED < self.began

    def _packed(self) -> Iterator[bytes | memoryview]:
        """The pack's parts; a blob that cannot be carried over is left out with its entry."""
        old = {path: at for path in self._new if path not in self._blobs and (at := self._place(path)) is not None}
        entries, offset = {}, 0
        for path, entry in self._new.items():
            if path in old or path in self._blobs:
                entries[path] = msgspec.structs.replace(entry, offset=offset)
                offset += entry.length
        contents = msgspec.msgpack.encode(_Contents(self.key, entries, self._asked))
        yield _MAGIC
        yield zlib.crc32(contents).to_bytes(4, "big")
        yield len(contents).to_bytes(8, "big")
        yield contents
        pack, begin, end = memoryview(self._pack), 0, 0
        for path in entries:
            start, after = old.get(path, (0, 0))
            if path not in old or start != end:  # what lies side by side goes in one piece: whoever reads it holds it against its checksum
                yield pack[begin:end]
                begin = start
            end = after
            if path in self._blobs:
                yield self._blobs[path]
        yield pack[begin:end]


def folder() -> Path:
    """Where the packs lie: ``LOGPROOF_CACHE_DIR``, else the user's cache folder."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    import platformdirs

    return Path(platformdirs.user_cache_dir("logproof", appauthor=False))


def outside(root: str, where: Path) -> bool:
    """Whether a folder is not in the project: who writes that could put a pack there that says that nothing is wrong."""
    return not os.path.realpath(where).startswith(os.path.realpath(root) + os.sep)


def open_cache(root: str, vocabulary_digest: str, where: Path, sources: str = "") -> Cache:
    """The cache of the project at ``root``; ``sources`` is what `sources_digest` says, where that is known already."""
    if not outside(root, where):
        return Cache()
    key = f"{sources or sources_digest()} {_walker()} {sys.version_info[0]}.{sys.version_info[1]} {vocabulary_digest}"
    name = hashlib.sha256(os.fsencode(root) + b"\0" + vocabulary_digest.encode()).hexdigest()[:32]
    cache = Cache(where / f"{name}.pack", key)
    with contextlib.suppress(OSError, ValueError, msgspec.MsgspecError):
        cache._pack = _opened(where / f"{name}.pack")
        contents, cache._start = _contents(cache._pack, key)
        cache._old, cache._names = contents.entries, contents.names
        os.utime(where / f"{name}.pack")  # the packs longest unused go first
    return cache


def sources_digest() -> str:
    """Hex, over the sources that decide what is found: any change of them makes everything that is kept worthless."""
    package = Path(checker.__file__).parent
    digest = hashlib.sha256(checker.__version__.encode())
    parts = ("*.py", *(f"{part}/**/*.py" for part in ("source", "logconfig", "monitoring", "rules")))
    for path in sorted(path for part in parts for path in package.glob(part)):
        digest.update(path.relative_to(package).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _walker() -> str:
    """Which libcst walks, told without importing it, nor what knows of all packages."""
    spec = find_spec("libcst")
    with contextlib.suppress(OSError):
        return hashlib.sha256(Path(str(spec and spec.origin)).with_name("_version.py").read_bytes()).hexdigest()
    return str(spec and spec.origin)


def _opened(file: Path) -> mmap.mmap | bytes:
    with _regular(file) as stream:
        if os.name != "posix":
            return stream.read(LARGEST)
        return mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)  # the file can be replaced, and stays as it was for its reader


def content(file: Path) -> bytes:
    """What a file of the cache holds; raises OSError."""
    with _regular(file) as stream:
        return stream.read(LARGEST)


@contextlib.contextmanager
def _regular(file: Path) -> Iterator[BinaryIO]:
    """A file that is open for reading; raises OSError for what is none, such as a pipe, which would be waited for."""
    descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as stream:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "it is not a regular file")
        yield stream


def _contents(pack: mmap.mmap | bytes, key: str) -> tuple[_Contents, int]:
    """The table, and where the blobs begin; raises ValueError or MsgspecError for a pack that is broken or of another key."""
    begin = len(_MAGIC) + 12
    checksum, size = int.from_bytes(pack[begin - 12 : begin - 8], "big"), int.from_bytes(pack[begin - 8 : begin], "big")
    data = pack[begin : begin + size]
    if pack[: len(_MAGIC)] != _MAGIC or zlib.crc32(data) != checksum:
        raise ValueError("a broken pack")
    contents = msgspec.msgpack.decode(data, type=_Contents)
    if contents.key != key or begin + size + sum(entry.length for entry in contents.entries.values()) != len(pack):
        raise ValueError("a pack of another key")
    return contents, begin + size


def _checked(data: bytes, key: bytes) -> bytes:
    """What a memory holds; empty where it is broken or of another key."""
    start = len(_MEMORY)
    size = int.from_bytes(data[start + 4 : start + 6], "big")
    body = data[start + 6 + size :]
    fits = data.startswith(_MEMORY) and data[start + 6 : start + 6 + size] == key
    return body if fits and zlib.crc32(body).to_bytes(4, "big") == data[start : start + 4] else b""


def write(file: Path, parts: Iterable[bytes | memoryview]) -> None:
    """Put a file there under another name first, so that nobody reads half of it; raises OSError."""
    name = f"{file.with_suffix('')}.{os.urandom(8).hex()}.unfinished"  # as `tempfile` does, whose import takes 5 ms
    descriptor = os.open(name, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.writelines(parts)
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
    packs = sorted([*_stats(folder, "*.pack"), *_stats(folder, "*.memory")], key=lambda pair: pair[1].st_mtime)
    total = sum(status.st_size for _, status in packs)
    for pack, status in packs:
        if total <= LARGEST:
            break
        if pack.name.partition(".")[0] != keep.stem:
            pack.unlink(missing_ok=True)
            total -= status.st_size


def _stats(folder: Path, pattern: str) -> Iterator[tuple[Path, os.stat_result]]:
    for path in folder.glob(pattern):
        with contextlib.suppress(OSError):
            yield path, path.stat()
