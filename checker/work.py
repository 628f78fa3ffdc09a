"""What is done to each file, in a worker process or in this one: it is read and indexed."""

from __future__ import annotations

import functools
import hashlib
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from checker import faults, monitoring, pool
from checker.cache import Cache, Kept
from checker.files import File, generated, read, why_unread
from checker.logconfig.comments import comments
from checker.logconfig.reader import fitting
from checker.logconfig.telling import has_own_logger, is_telling
from checker.logconfig.uses import glimpse
from checker.source.ir import ModuleFacts, Outline
from checker.text import lines, mentions_us, readable
from checker.vocabulary import Vocabulary

if TYPE_CHECKING:
    from checker.source.index.module import Indexer

CRASHED = "it crashed Python's parser"
_LARGE = 1_000_000 if sys.version_info >= (3, 11) else 100_000
"""Bytes. Python 3.10 crashes on some 50,000 chained calls; for newer ones no crash is known."""
Done = Callable[[int], None]


class _Read(msgspec.Struct, frozen=True):
    """One file for the index; ``known`` is the digest of the content that the cache has facts of."""

    file: File
    known: bytes


class _Indexed(msgspec.Struct, frozen=True):
    """Facts encoded with msgpack; empty for generated code, ``None`` where the known content is still there."""

    digest: bytes
    blob: bytes | None = None
    problem: str = ""
    outline: Outline | None = None


class Index(msgspec.Struct):
    """What is known of all files."""

    outlines: list[Outline] = msgspec.field(default_factory=list)
    """In the files' order; those that could not be read are among them."""
    generated: list[str] = msgspec.field(default_factory=list)
    """Paths of files that say that a program wrote them."""
    digests: dict[str, bytes] = msgspec.field(default_factory=dict)
    """Path to the digest of the content, of every file that was parsed or could have been."""
    _blobs: dict[str, bytes | File] = msgspec.field(default_factory=dict)
    """Facts that were just made, or the file whose facts the cache has."""
    _cache: Cache = msgspec.field(default_factory=Cache)
    _vocabulary: Vocabulary = msgspec.field(default_factory=Vocabulary)

    def modules(self) -> Iterator[ModuleFacts]:
        """Everything that the join needs to know; can be asked for once, and after that no file alone."""
        for path in self.digests:
            made = self._made(path)
            self.digests[path] = made.digest
            self._blobs.pop(path)
            if made.blob:
                yield _facts.decode(made.blob)

    def facts(self, path: str) -> ModuleFacts:
        """What the join needs to know of one file.

        Where the disk lost that, it is made anew; if the file has changed in this moment, its digest stays what it was, so that the next
        run reads it again, and all that depends on it.
        """
        blob = self._made(path).blob
        return _facts.decode(blob) if blob else ModuleFacts(path, unread=CRASHED)

    def holds(self, path: str, word: bytes) -> bool:
        """Whether a word stands in the facts of a file as they are encoded, which leaves text as it is; that is told without decoding."""
        blob = self._made(path).blob
        return blob is None or word in blob

    def before(self, path: str, digest: bytes) -> ModuleFacts | None:
        """The facts of a file as it was when it had that digest, where the cache still has them."""
        blob = self._cache.earlier(path, digest)
        return _facts.decode(blob) if blob else None

    def _made(self, path: str) -> _Indexed:
        held = self._blobs[path]
        blob = held if isinstance(held, bytes) else self._cache.blob(path)
        if blob is None and isinstance(held, File):  # the disk did not keep it
            if not _indexers:
                _start_index(self._vocabulary)
            return _index_file(_Read(held, b""))
        return _Indexed(self.digests[path], blob)


_indexers: list[Indexer] = []
_encoder = msgspec.msgpack.Encoder()
_facts = msgspec.msgpack.Decoder(ModuleFacts)


def index(files: Sequence[File], vocabulary: Vocabulary, cache: Cache, jobs: int, done: Done) -> Index:
    """Facts of every file, from the cache where that holds them."""
    kept = {file.path: cache.get(file.path, file.stamp) for file in files}
    waiting = [
        _Read(file, entry.digest if entry and file.data is None else b"")
        for file in files
        if not file.problem and not ((entry := kept[file.path]) and entry.fresh and file.data is None)
    ]
    _indexers.clear()  # of another run's vocabulary
    work = pool.Work(_index_file, _lost, _start_index, (vocabulary,), cyclic=False)
    fresh: dict[str, _Indexed] = {}
    for apart in (False, True):
        part = [item for item in waiting if _may_crash(item.file) == apart]
        fresh |= zip((item.file.path for item in part), pool.run(work, part, jobs, apart=apart, done=done), strict=True)
    found = Index(_cache=cache, _vocabulary=vocabulary)
    for file in files:
        _enter(found, cache, file, fresh.pop(file.path, None), kept[file.path])
    cache.save()
    return found


def _enter(found: Index, cache: Cache, file: File, result: _Indexed | None, entry: Kept | None) -> None:
    """Put together what is known of one file: what was just made of it, or what the cache has."""
    path, problem = file.path, file.problem or (result.problem if result else "")
    if problem:
        found.outlines.append(Outline(path, unread=problem))
        return
    made = result if result is not None and result.blob is not None else None
    outline = made.outline if made else entry.outline if entry else None
    if file.data is not None or result is None:
        cache.keep(path)
    elif made and made.blob is not None:
        cache.put(path, file.stamp, made.digest, outline, made.blob)
    else:
        cache.touch(path, file.stamp)
    if outline is None:
        found.generated.append(path)
        return
    found.outlines.append(outline)
    found.digests[path] = made.digest if made else entry.digest if entry else b""
    found._blobs[path] = made.blob if made and made.blob is not None else file


def _may_crash(file: File) -> bool:
    """Whether a file is so large that Python's parser could run out of stack on it, which no exception tells."""
    return (len(file.data) if file.data is not None else file.stamp[0]) > _LARGE


def _lost(item: _Read) -> _Indexed:
    return _Indexed(b"", None, CRASHED)


def _start_index(vocabulary: Vocabulary) -> None:
    from checker.source.index.module import Indexer  # where nothing changed, nothing is indexed

    _indexers[:] = [Indexer(vocabulary)]


def _index_file(item: _Read) -> _Indexed:
    try:
        data = read(item.file)
    except OSError as error:
        return _Indexed(b"", None, why_unread(error))
    digest = hashlib.sha256(data).digest()
    if digest == item.known:
        return _Indexed(digest)
    if generated(data):
        return _Indexed(digest, b"")
    try:
        facts = _indexers[0].index(item.file.path, data)
    except faults.BUGS as error:
        return _Indexed(b"", None, faults.told(error))
    return _Indexed(digest, _encoder.encode(facts), outline=_outline(facts, data))


def _outline(facts: ModuleFacts, data: bytes) -> Outline:
    return facts.outline(telling=is_telling(data), own_logger=has_own_logger(data), glimpse=glimpse(facts.path, data))


def configurations(files: Sequence[File], cache: Cache) -> list[Outline]:
    """The files that hold words of logging configuration; to be called before `index`, which saves the cache.

    A file that holds none is remembered by its stamp, so that the next run need not open it.
    """
    telling = list[Outline]()
    for file in files:
        entry = cache.get(file.path, file.stamp) if not file.problem and file.data is None else None
        if entry is not None and entry.fresh:
            cache.keep(file.path)
            telling += [entry.outline] if entry.outline is not None else []
            continue
        outline = _configuration(file, cache)
        telling += [outline] if outline is not None else []
    return telling


def _configuration(file: File, cache: Cache) -> Outline | None:
    if file.problem:
        return None  # nothing says that it is a configuration
    try:
        data = read(file)
    except OSError:
        return None
    outline = None
    if monitoring.fitting(file.path, data) or any(True for _ in fitting(file.path, data)):
        outline = Outline(file.path, data.count(b"\n"), comments=list(comments(data)) if mentions_us(data) else [], telling=True)
    if file.data is None:
        cache.put(file.path, file.stamp, hashlib.sha256(data).digest(), outline, b"")
    return outline


def text_reader(files: Mapping[str, File]) -> Callable[[str], str]:
    """Gives a file's text by its path, ``""`` where there is none; each file is read once."""

    @functools.cache
    def text(path: str) -> str:
        try:
            return readable(read(files[path])) if path in files else ""
        except OSError:
            return ""

    return text


def byte_reader(files: Mapping[str, File]) -> Callable[[str], bytes | None]:
    """Gives a file's content by its path, ``None`` where it cannot be read."""

    def content(path: str) -> bytes | None:
        try:
            return read(files[path]) if path in files else None
        except OSError:
            return None

    return content


def line_reader(text: Callable[[str], str]) -> Callable[[str, int], str]:
    """Gives a file's line without its end."""
    parted: dict[str, list[str]] = {}

    def line_of(path: str, number: int) -> str:
        if path not in parted:
            parted[path] = lines(text(path))
        return parted[path][number - 1].rstrip("\r\n") if number <= len(parted[path]) else ""

    return line_of
