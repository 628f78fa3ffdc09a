"""A closer look: what the surroundings of each suspect make of it, seen in a process apart."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any, BinaryIO

import msgspec

from checker import pool
from checker.files import File, read
from checker.model import Span
from checker.rule import Message, Rule, kind
from checker.rules import registry

Done = Callable[[int], None]


class Said(msgspec.Struct, frozen=True):
    """What a rule said of a fact, before anybody looked at the surroundings."""

    rule: Rule
    fact: Any
    message: Message

    @property
    def span(self) -> Span:
        """Where; only line and column need be right."""
        place: Span = self.message.span or self.fact.span
        return place


class Seen(msgspec.Struct, frozen=True, array_like=True):
    """What the walk made of it, in plain data."""

    message: Message
    span: Span
    function: str
    statement: str


class Walked(msgspec.Struct, frozen=True):
    """The same, with the rule that said it."""

    rule: Rule
    message: Message
    span: Span
    function: str = ""
    statement: str = ""


WALK = "checker.source.cst.walk"
"""What looks: it brings libcst, which takes 0.2 s."""
_FACTS = "checker.source.facts."
_Item = tuple[File, list[Said]]
_Looked = tuple[bytes, list[Seen | None]] | None
"""Digest of what was looked at, and each suspect as it was seen; nothing where the parser crashed."""


class Walks(msgspec.Struct):
    """What the walk made of all of them."""

    seen: list[tuple[Said, Walked | None]] = msgspec.field(default_factory=list)
    """``None`` where the surroundings show that it is harmless."""
    crashed: list[str] = msgspec.field(default_factory=list)
    """Paths of files that crashed the parser."""
    digests: dict[str, bytes] = msgspec.field(default_factory=dict)
    """Of the content that was looked at, by path."""


_encoder = msgspec.msgpack.Encoder()


def waiting(rules: Iterable[Rule]) -> pool.Fork:
    """A process that loads libcst, and then looks at what `walk` gives it: for who expects a suspect and has something to do until then."""
    by_code = {rule.code: rule for rule in rules}

    def looked(given: BinaryIO) -> bytes:
        import_module(WALK)
        told = given.read()
        return _Sent.encode([_walk_file(item) for item in _given(told, by_code)]) if told else b""

    return pool.Fork(looked)


def walk(
    suspects: Iterable[Said], files: dict[str, File], folders: Sequence[str], jobs: int, done: Done, beside: pool.Fork | None = None
) -> Walks:
    """Look at the surroundings of each suspect; those of a file that crashes the parser stand as they are.

    Always in processes apart, because libcst can take its process along. ``folders`` are those of the user's own rules; ``beside`` is
    `waiting`, where that was begun.
    """
    by_path: dict[str, list[Said]] = {}
    for suspect in suspects:
        by_path.setdefault(suspect.span.path, []).append(suspect)
    items = [(files[path], by_path[path]) for path in sorted(by_path)]
    jobs = min(jobs, 1 + len(items) // 4)  # each worker loads libcst for itself
    work = pool.Work(_walk_file, _unseen, _start_walk, (tuple(folders),), _Sent)
    walks = Walks()
    looked = _looked(beside, items, done) if beside is not None and items and jobs == 1 else None
    if beside is not None:
        beside.stop()
    for (file, said), result in zip(items, looked or pool.run(work, items, jobs, apart=True, done=done), strict=True):
        if result is None:
            walks.crashed.append(file.path)
        walks.digests[file.path], seen = result or (b"", list(map(_plain, said)))
        walks.seen.extend((one, walked(one.rule, found) if found else None) for one, found in zip(said, seen, strict=True))
    return walks


def _looked(beside: pool.Fork, items: Sequence[_Item], done: Done) -> list[_Looked] | None:
    """What the process that waits makes of them; ``None`` where it cannot be asked, or died of one."""
    if not all(one.fact.__class__.__module__.startswith(_FACTS) for _, said in items for one in said):
        return None  # what configuration is told of is not always the same once it was encoded
    plain = [(file, [(one.rule.code, kind(one.fact.__class__), one.fact, one.message) for one in said]) for file, said in items]
    told = beside.told(_encoder.encode(plain))
    if told is not None:
        done(len(items))
    return _Sent.decode(told) if told is not None else None


def _given(told: bytes, rules: Mapping[str, Rule]) -> Iterator[_Item]:
    """The same items, as the other process gets them."""
    for file, said in msgspec.msgpack.decode(told, type=list[tuple[File, list[tuple[str, str, msgspec.Raw, Message]]]]):
        yield file, [Said(rules[code], msgspec.msgpack.decode(fact, type=_type(about)), message) for code, about, fact, message in said]


def _type(about: str) -> type:
    module, _, name = about.rpartition(".")
    found: type = getattr(import_module(module), name)
    return found


def _unseen(item: _Item) -> None:
    return None


def _start_walk(folders: tuple[str, ...]) -> None:
    registry(folders)  # where processes do not fork, the suspects' rules have to be loaded first


def _walk_file(item: _Item) -> _Looked:
    from checker.source.cst.walk import Suspect, examine  # brings libcst, which takes 0.2 s

    file, said = item
    try:
        data = read(file)
    except OSError:  # gone since the index read it
        return b"", list(map(_plain, said))
    suspects = [Suspect(one.rule, one.fact, one.message) for one in said]
    found = {id(one.suspect): one for one in examine(file.path, data, suspects)}
    seen = [found.get(id(suspect)) for suspect in suspects]
    return hashlib.sha256(data).digest(), [Seen(one.message, one.span, one.function, one.statement) if one else None for one in seen]


class _Sent:
    """What a fork has looked at, as its parent gets it."""

    @staticmethod
    def encode(looked: list[_Looked]) -> bytes:
        return _encoder.encode(looked)

    @staticmethod
    def decode(data: bytes) -> list[_Looked]:
        return msgspec.msgpack.decode(data, type=list[_Looked])


def walked(rule: Rule, seen: Seen) -> Walked:
    """What was seen of something that a rule said."""
    return Walked(rule, seen.message, seen.span, seen.function, seen.statement)


def _plain(said: Said) -> Seen:
    return Seen(said.message, said.span, getattr(said.fact, "function", ""), "")


def as_it_is(said: Said) -> Walked:
    """A suspect of whose surroundings nothing could be found out."""
    return walked(said.rule, _plain(said))
