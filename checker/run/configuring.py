"""What the logging configuration says; from the cache where nothing changed that it was read from."""

from __future__ import annotations

import contextlib
import functools
import hashlib
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import msgspec

from checker import files, logconfig, pool, work
from checker.cache import Cache
from checker.logconfig import facts as kinds
from checker.logconfig.uses import counts
from checker.policy import environment_of
from checker.run.request import Run
from checker.source.ir import Outline

_ROOTS = frozenset(("pyproject.toml", "setup.py", "manage.py"))
_PART = "configured"


class _Kept(msgspec.Struct, array_like=True):
    asked: bytes
    """Digest of the names of all that could be read."""
    read: dict[str, bytes]
    """Path of each file that was read to the digest of its content, empty for one that could not be."""
    facts: list[tuple[str, msgspec.Raw]]
    """Name of each one's type, and the fact."""
    given_up: tuple[str, ...]
    bare: bool
    questions: list[str]
    """What was asked about all files."""
    glanced: dict[str, tuple[bytes, bytes]]
    """Path of each file to the digests of its content and of the small part that counts for the questions; empty where none was asked."""


def configured(
    run: Run, index: work.Index, configurations: Sequence[Outline], kept: Cache, *, beside: bool = False
) -> Callable[[], logconfig.Read]:
    """Asks what the project's Python files say that hold telling words, and the other files that do.

    Where that has to be found out it is begun at once, if something can be done ``beside`` this process.
    """
    tests = run.policy.include_tests
    python = [one.path for one in index.outlines if one.telling and (tests or not (one.test or files.is_test(one.path)))]
    others = [one.path for one in configurations if tests or not files.is_test(one.path)]
    own = [one.path for one in index.outlines if one.own_logger and not (one.test or files.is_test(one.path))]
    paths = frozenset(path for path in run.files if path.endswith(".py"))
    roots = tuple(sorted({path.rpartition("/")[0] for path in run.files if path.rpartition("/")[2] in _ROOTS}))
    content = work.byte_reader(run.files)
    read: dict[str, bytes] = {}

    def noting(path: str) -> bytes | None:
        data = content(path)
        read[path] = hashlib.sha256(data).digest() if data is not None else b""
        return data

    noted = {one.path: one.glimpse for one in index.outlines if one.glimpse}
    sources = logconfig.Sources(paths, noting, distributions=roots, aside=content, noted=noted)
    stated = partial(environment_of, run.policy)
    placed = [(path, where) for path in others if (where := stated(path))]
    asked = hashlib.sha256(msgspec.msgpack.encode((sorted(paths), python, others, own, roots, placed))).digest()

    def digest(path: str) -> bytes:
        return index.digests.get(path) or hashlib.sha256(content(path) or b"").digest()

    def found() -> tuple[logconfig.Made, bytes]:
        made = logconfig.made(sources, python, others, own, stated)
        questions = list(sources.questions)
        glanced = {path: (digest(path), counts(sources, path, questions)) for path in sorted(paths)} if questions else {}
        return made, _encoded(asked, read, made, questions, glanced)

    known = _recalled(kept, asked, digest, sources)
    fork = pool.Fork(lambda given: found()[1]) if beside and known is None else None

    def told() -> logconfig.Read:
        made = known
        if made is None:
            data = (fork.told() if fork is not None else None) or b""
            made, data = (_made(_held(data)), data) if data else found()
            if data:
                kept.remember(data, _PART)
        return logconfig.read(sources, python, others, own, stated, made)

    return functools.cache(told)


def _recalled(kept: Cache, asked: bytes, digest: Callable[[str], bytes], sources: logconfig.Sources) -> logconfig.Made | None:
    with contextlib.suppress(msgspec.MsgspecError, AttributeError):
        held = _held(kept.recall(_PART))
        same = held.asked == asked and all(digest(path) == known for path, known in held.read.items())
        if same and all(
            digest(path) == whole or counts(sources, path, held.questions) == part for path, (whole, part) in held.glanced.items()
        ):
            return _made(held)
    return None


def _held(data: bytes) -> _Kept:
    return msgspec.msgpack.decode(data, type=_Kept)


def _made(held: _Kept) -> logconfig.Made:
    facts: list[Any] = [msgspec.msgpack.decode(told, type=getattr(kinds, name)) for name, told in held.facts]
    return logconfig.Made(tuple(facts), held.given_up, held.bare)


def _encoded(
    asked: bytes, read: dict[str, bytes], made: logconfig.Made, questions: list[str], glanced: dict[str, tuple[bytes, bytes]]
) -> bytes:
    """What is to be kept; nothing where msgpack would give it back as something else (a tuple as a list)."""
    with contextlib.suppress(msgspec.MsgspecError, TypeError, AttributeError, OverflowError):
        facts = [(type(fact).__name__, msgspec.Raw(msgspec.msgpack.encode(fact))) for fact in made.facts]
        held = _Kept(asked, read, facts, made.given_up, made.bare, questions, glanced)
        if _made(held) == made:
            return msgspec.msgpack.encode(held)
    return b""
