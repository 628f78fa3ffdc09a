"""What logproof's own files say, remembered by their stamps.

Every run needs a digest of all of them and a word of each rule. To read them for it takes a hook 40 ms, to look at their stamps 3.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

import checker
from checker.cache import SETTLED, content, sources_digest, write
from checker.model import Confidence, Severity
from checker.rule import Rule
from checker.rules import shipped

_NAME = "own.memory"


class _Head(msgspec.Struct, array_like=True):
    """A rule but for its code; see `checker.rule.Rule`."""

    code: str
    name: str
    about: str
    severity: Severity
    confidence: Confidence
    module: str
    function: str
    cwe: tuple[int, ...]
    owasp: tuple[str, ...]
    asvs: tuple[str, ...]
    pci: tuple[str, ...]
    enabled: bool
    binding: bool
    defaults: dict[str, Any]
    literal: str
    told: tuple[str, str, str]


class _Kept(msgspec.Struct, array_like=True):
    stamps: bytes
    """Digest of every file's path, size, times and inode."""
    sources: str
    heads: list[_Head]


class Own(msgspec.Struct, frozen=True):
    """What a run needs to know of logproof itself."""

    sources: str
    """See `checker.cache.sources_digest`."""
    rules: tuple[Rule, ...]
    """The shipped ones, sorted by code."""


def own(where: Path | None) -> Own:
    """What the files say; ``where`` it may be remembered, ``None`` for nowhere."""
    if where is None:
        return Own("", shipped())
    stamps, settled = _stamps()
    kept = _kept(where / _NAME)
    if kept is not None and kept.stamps == stamps:
        return Own(kept.sources, tuple(map(_rule, kept.heads)))
    made = Own(sources_digest(), shipped())
    data = msgspec.msgpack.encode(_Kept(stamps, made.sources, [_head(rule) for rule in made.rules]))
    again = msgspec.msgpack.decode(data, type=_Kept)
    # a parameter that msgpack gives back as something else, or a file so young that it could change under the same stamp, is not kept
    if settled and tuple(map(_rule, again.heads)) == made.rules:
        with contextlib.suppress(OSError):
            where.mkdir(mode=0o700, parents=True, exist_ok=True)
            write(where / _NAME, (zlib.crc32(data).to_bytes(4, "big"), data))
    return made


def _kept(file: Path) -> _Kept | None:
    with contextlib.suppress(OSError, msgspec.MsgspecError):
        data = content(file)
        if zlib.crc32(data[4:]).to_bytes(4, "big") == data[:4]:
            return msgspec.msgpack.decode(data[4:], type=_Kept)
    return None


def _stamps() -> tuple[bytes, bool]:
    """A digest of the stamps of all sources, and whether none of them could change once more under its stamp."""
    found = sorted(_sources(str(Path(checker.__file__).parent)))
    newest = max((max(stamp[2:4]) for stamp in found), default=0)
    return hashlib.blake2b(msgspec.msgpack.encode(found), digest_size=16).digest(), newest + SETTLED < time.time_ns()


def _sources(folder: str) -> Iterator[tuple[str, int, int, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                status = entry.stat()
                yield entry.path, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino
            elif "." not in entry.name and entry.name != "__pycache__" and entry.is_dir():
                yield from _sources(entry.path)


def _head(rule: Rule) -> _Head:
    page = rule.page
    return _Head(
        rule.code, rule.name, rule.about, rule.severity, rule.confidence, rule.module, rule.function, rule.cwe, rule.owasp, rule.asvs,
        rule.pci, rule.enabled, rule.binding, dict(rule.defaults), rule.literal, (page.title, page.why, page.printed),
    )  # fmt: skip


def _rule(head: _Head) -> Rule:
    *said, told = msgspec.structs.astuple(head)
    return replace(Rule(*said), told=told)
