"""What is done to one file, in a worker process or in this one: index it, or walk its CST for suspects."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from checker import discover, pool
from checker.cache import Cache
from checker.discover import File
from checker.model import Span, Vocabulary
from checker.rule import Message, Rule
from checker.rules import registry
from checker.source.index import Indexer
from checker.source.ir import ModuleFacts

CRASHED = "it crashed Python's parser"
_LARGE = 1_000_000 if sys.version_info >= (3, 11) else 100_000
"""Bytes. Python 3.10 crashes on some 50,000 chained calls; for newer ones no crash is known."""
Done = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class _Read:
    """One file for the index; ``known`` is the digest of the content that the cache has facts of."""

    file: File
    known: bytes


@dataclass(frozen=True, slots=True)
class _Indexed:
    """Facts encoded with msgpack; empty for generated code, ``None`` where the known content is still there."""

    digest: bytes
    blob: bytes | None = None
    problem: str = ""


@dataclass(slots=True)
class Index:
    """What is known of all files."""

    modules: list[ModuleFacts] = field(default_factory=list)
    """In the files' order; those that could not be read are among them."""
    generated: list[str] = field(default_factory=list)
    """Paths of files that say that a program wrote them."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a rule said of a fact, before anybody looked at the surroundings."""

    rule: Rule
    fact: Any
    message: Message

    @property
    def span(self) -> Span:
        """Where; only line and column need be right."""
        place: Span = self.message.span or self.fact.span
        return place


@dataclass(frozen=True, slots=True)
class Walked:
    """What the walk made of it."""

    rule: Rule
    message: Message
    span: Span
    function: str = ""
    statement: str = ""


_indexers: list[Indexer] = []
_encoder = msgspec.msgpack.Encoder()


def index(files: Sequence[File], vocabulary: Vocabulary, cache: Cache, jobs: int, done: Done) -> Index:
    """Facts of every file, from the cache where that holds them."""
    kept = {file.path: cache.get(file.path, file.stamp) for file in files}
    waiting = [
        _Read(file, entry.digest if entry and file.data is None else b"")
        for file in files
        if not file.problem and not ((entry := kept[file.path]) and entry.fresh and file.data is None)
    ]
    work = pool.Work(_index_file, lambda item: _Indexed(b"", None, CRASHED), _start_index, (vocabulary,))
    fresh: dict[str, _Indexed] = {}
    for apart in (False, True):
        part = [item for item in waiting if _may_crash(item.file) == apart]
        fresh |= zip((item.file.path for item in part), pool.run(work, part, jobs, apart=apart, done=done), strict=True)
    found, decoder = Index(), msgspec.msgpack.Decoder(ModuleFacts)
    for file in files:
        result = fresh.get(file.path)
        entry = kept[file.path]
        problem = file.problem or (result.problem if result else "")
        if problem:
            found.modules.append(ModuleFacts(file.path, unread=problem))
            continue
        blob = result.blob if result and result.blob is not None else entry.blob if entry else b""
        if file.data is not None or result is None:
            cache.keep(file.path)
        else:
            cache.put(file.path, file.stamp, result.digest, blob)
        if blob:
            found.modules.append(decoder.decode(blob))
        else:
            found.generated.append(file.path)
    cache.save()
    return found


def _may_crash(file: File) -> bool:
    """Whether a file is so large that Python's parser could run out of stack on it, which no exception tells."""
    return (len(file.data) if file.data is not None else file.stamp[0]) > _LARGE


def _start_index(vocabulary: Vocabulary) -> None:
    _indexers[:] = [Indexer(vocabulary)]


def _index_file(item: _Read) -> _Indexed:
    try:
        data = discover.read(item.file)
    except OSError as error:
        return _Indexed(b"", None, discover.why_unread(error))
    digest = hashlib.sha256(data).digest()
    if digest == item.known:
        return _Indexed(digest)
    if discover.generated(data):
        return _Indexed(digest, b"")
    return _Indexed(digest, _encoder.encode(_indexers[0].index(item.file.path, data)))


def walk(suspects: Iterable[Said], files: dict[str, File], folders: Sequence[str], jobs: int, done: Done) -> Iterator[list[Walked] | str]:
    """For each file with suspects those that its surroundings confirm; a file that crashed the parser also gives its path.

    Always in processes apart, because libcst can take its process along. ``folders`` are those of the user's own rules.
    """
    by_path: dict[str, list[Said]] = {}
    for suspect in suspects:
        by_path.setdefault(suspect.span.path, []).append(suspect)
    items = [(files[path], by_path[path]) for path in sorted(by_path)]
    jobs = min(jobs, 1 + len(items) // 4)  # each worker loads libcst for itself
    work = pool.Work(_walk_file, lambda item: None, _start_walk, (tuple(folders),))
    for (file, said), result in zip(items, pool.run(work, items, jobs, apart=True, done=done), strict=True):
        if result is None:
            yield file.path
        yield [as_it_is(one) for one in said] if result is None else result


def _start_walk(folders: tuple[str, ...]) -> None:
    registry(folders)  # where processes do not fork, the suspects' rules have to be loaded first


def _walk_file(item: tuple[File, list[Said]]) -> list[Walked] | None:
    from checker.source.walk import Suspect, examine  # brings libcst, which takes 0.2 s

    file, said = item
    try:
        data = discover.read(file)
    except OSError:  # gone since the index read it
        return [as_it_is(one) for one in said]
    examined = examine(file.path, data, [Suspect(one.rule, one.fact, one.message) for one in said])
    return [Walked(found.suspect.rule, found.message, found.span, found.function, found.statement) for found in examined]


def as_it_is(said: Said) -> Walked:
    """A suspect of whose surroundings nothing could be found out."""
    return Walked(said.rule, said.message, said.span, getattr(said.fact, "function", ""))
