"""What a run leaves for the next one: what was made of each file, the answer to each question, and what of the project these rest on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from checker.source.names.edits import Edit
from checker.source.names.reads import Key, Parts


class Module(msgspec.Struct, array_like=True):
    """What was made of one file."""

    digest: bytes
    told: bytes
    """Empty where the module gives no fact."""
    reads: list[int]
    """Positions of the files that were read for it."""
    asked: list[int]
    """Positions of the questions."""
    parts: bytes
    """What was read of those files: a `_Parts`, encoded, which few runs ask for."""


class Ground(msgspec.Struct, array_like=True):
    """What an answer rests on."""

    reads: list[int]
    asked: list[int]
    parts: bytes
    told: bytes
    """The answer itself."""


class _Parts(msgspec.Struct, array_like=True):
    """What was read of some files; see `checker.source.names.reads.Parts`."""

    bodies: list[list[int] | None]
    """Of each file."""
    missed: list[str]


class Kept(msgspec.Struct, array_like=True):
    """All of it."""

    paths: list[str] = []
    modules: list[Module] = []
    questions: list[Key] = []
    answers: list[bytes] = []
    grounds: dict[int, Ground] = {}
    """Of the questions for which files are read, by their position."""
    walked: dict[str, tuple[bytes, dict[bytes, bytes]]] = {}
    """File to the digest of its content, and suspect's digest to what was seen; empty for one that was dropped."""
    kinds: frozenset[str] = frozenset()
    """Of the facts that were made; see `checker.rule.kind`."""


class Fresh(msgspec.Struct, frozen=True):
    """What was just made of one module, as it comes out of a worker."""

    told: bytes
    reads: list[str]
    asked: list[Key]
    parts: bytes
    answered: dict[Key, Answer]
    """Questions for which files were read; each worker tells each once."""


class Answer(msgspec.Struct, frozen=True):
    """An answer, and what it rests on."""

    told: bytes
    digest: bytes
    """Of what tells it from another; see `checker.source.program.Program.gist`."""
    reads: list[str]
    asked: list[Key]
    parts: bytes


_encoder = msgspec.msgpack.Encoder()
_read = msgspec.msgpack.Decoder(_Parts)


def is_spared(one: Module | Ground, changed: Mapping[int, Edit | None]) -> bool:
    """Whether nothing has changed of what was read."""
    if changed.keys().isdisjoint(one.reads):
        return True
    parts = _read.decode(one.parts)
    edits = [(changed[at], bodies) for at, bodies in zip(one.reads, parts.bodies, strict=True) if at in changed]
    told = one.told if isinstance(one, Module) else b""  # an answer tells no line
    return all(edit is not None and edit.spares(bodies, parts.missed, told) for edit, bodies in edits)


def plain(parts: Parts) -> tuple[list[str], bytes]:
    """The files that were read, and what of them."""
    read = sorted((module.path, None if bodies is None else sorted(bodies)) for module, bodies in parts.bodies.items())
    return [path for path, _ in read], _encoder.encode(_Parts([bodies for _, bodies in read], sorted(parts.missed)))


def joined(
    kept: Kept, still: Mapping[str, Module], fresh: Mapping[str, Fresh], digests: Mapping[str, bytes],
    answers: Mapping[Key, bytes], grounds: Mapping[Key, Answer],
) -> Kept:  # fmt: skip
    """One table of everything, in the files' order; a file that no program has facts of stands there for its digest."""
    paths = list(digests)
    positions = {path: at for at, path in enumerate(paths)}
    questions: dict[Key, int] = {}

    def places(reads: Iterable[str], asked: Iterable[Key]) -> tuple[list[int], list[int]]:
        return [positions[path] for path in reads], [questions.setdefault(key, len(questions)) for key in asked]

    modules: list[Module] = []
    for path in paths:
        one = still.get(path)
        new = fresh.get(path) or Fresh(one.told if one else b"", [], [], one.parts if one else b"", {})
        reads = [kept.paths[at] for at in one.reads] if one else new.reads
        asked = [kept.questions[at] for at in one.asked] if one else new.asked
        modules.append(Module(digests[path], new.told, *places(reads, asked), new.parts))
    grounded = [(at, grounds[key]) for key, at in questions.items() if key in grounds]
    rests = {at: Ground(*places(one.reads, one.asked), one.parts, one.told) for at, one in grounded}
    return Kept(paths, modules, list(questions), [answers[key] for key in questions], rests)
