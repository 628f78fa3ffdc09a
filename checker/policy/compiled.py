"""What holds where nobody has set anything, worked out beforehand: such a run imports neither yaml nor pydantic, not even the first.

``python -m checker.policy`` writes the file. It names the digest of the packs that it was made from: where they have changed since, it
counts for nothing, and the packs themselves are read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import msgspec
from msgspec.structs import replace

from checker.policy.effective import Effective, KnownRule
from checker.policy.locate import Source
from checker.policy.rulebook import Rulebook
from checker.vocabulary import Vocabulary

FILE = "compiled.json"


class Compiled(msgspec.Struct, frozen=True):
    """The outcome without rules, which each run knows itself."""

    packs: str
    """Hex, over the shipped packs and vocabularies."""
    effective: Effective


def outcome(directory: Path, shipped: Sequence[Source], rules: Sequence[KnownRule]) -> Effective | None:
    """What holds without settings; ``None`` where the file does not fit the packs."""
    compiled = _read(directory, shipped)
    if compiled is None:
        return None
    book = Rulebook(rules, [])
    made = compiled.effective
    origins = {name: (tuple(value) if isinstance(value, list) else value, path, line) for name, (value, path, line) in made.origins.items()}
    return with_digests(replace(made, rules=book.settings(), origins=origins | book.origins()))


def vocabulary(directory: Path, shipped: Sequence[Source]) -> Vocabulary | None:
    """All shipped vocabularies as one (no shipped pack that everybody has adds to them); ``None`` where the file does not fit the packs."""
    compiled = _read(directory, shipped)
    return compiled.effective.vocabulary if compiled else None


def _read(directory: Path, shipped: Sequence[Source]) -> Compiled | None:
    try:
        compiled = msgspec.json.decode((directory / FILE).read_bytes(), type=Compiled)
    except (OSError, msgspec.MsgspecError):
        return None
    return compiled if compiled.packs == _digest(shipped) else None


def text(shipped: Sequence[Source], made: Effective) -> str:
    """The file's content for an outcome that was worked out with no rules; an entry a line, so that changes can be merged."""
    compiled = Compiled(_digest(shipped), made)
    lines = msgspec.json.encode(compiled).decode().replace(":[{", ":[\n{").replace("},{", "},\n{").replace("}],", "}\n],\n")
    return lines.replace('","effective"', '",\n"effective"') + "\n"


def with_digests(made: Effective) -> Effective:
    """Digests leave out what only tells where a value came from."""
    waivers = tuple(replace(waiver, file="", line=0, column=0) for waiver in made.waivers)
    events = tuple(replace(event, file="", line=0, column=0) for event in made.events)
    bare = replace(made, origins={}, settings="", policies=(), vocabulary_digest="", digest="", requirements=())
    plain = replace(bare, waivers=waivers, events=events)
    return replace(made, vocabulary_digest=_hashed(made.vocabulary), digest=_hashed(plain))


def _hashed(value: object) -> str:
    return hashlib.sha256(msgspec.msgpack.encode(value, order="deterministic")).hexdigest()


def _digest(shipped: Sequence[Source]) -> str:
    return hashlib.sha256(b"".join(f"{source.label} {source.digest}\n".encode() for source in shipped)).hexdigest()
