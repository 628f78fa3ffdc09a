"""Transparency logs: Rekor 1 with promises, Rekor 2 without, both with proofs and signed checkpoints."""

from __future__ import annotations

import base64
import hashlib
import secrets
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from tests.release.sigstore import keys, merkle
from tests.release.sigstore.content import canonical
from tests.release.sigstore.keys import Key, encoded

OTHERS = 6
"""Entries of other people that a fresh log holds, so that proofs are not empty."""
SHARD = 25_579_000
"""What a log of version 1 adds to an entry's place in its tree: older trees came before."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry, and all that the log can say of it."""

    log: Log
    body: bytes
    kind: tuple[str, str]
    index: int
    leaves: tuple[bytes, ...]
    at: datetime

    def document(self) -> dict[str, Any]:
        """The entry as a bundle has it, with everything that the log's version gives."""
        said: dict[str, Any] = {
            "logIndex": str(self.place),
            "logId": {"keyId": encoded(self.log.id)},
            "kindVersion": {"kind": self.kind[0], "version": self.kind[1]},
        }
        if self.log.version == 1:
            said["integratedTime"] = str(int(self.at.timestamp()))
            said["inclusionPromise"] = {"signedEntryTimestamp": encoded(self.promise())}
        return {**said, "inclusionProof": self.proof(), "canonicalizedBody": encoded(self.body)}

    @property
    def place(self) -> int:
        """The entry's number as the log counts."""
        return self.index + (SHARD if self.log.version == 1 else 0)

    def promise(self, by: Key | None = None) -> bytes:
        """The signed entry timestamp."""
        payload = {
            "body": encoded(self.body),
            "integratedTime": int(self.at.timestamp()),
            "logID": self.log.id.hex(),
            "logIndex": self.place,
        }
        return (by or self.log.key).sign(canonical(payload))

    def proof(self) -> dict[str, Any]:
        """The inclusion proof with its checkpoint."""
        root = merkle.root(self.leaves)
        return {
            "logIndex": str(self.index),
            "rootHash": encoded(root),
            "treeSize": str(len(self.leaves)),
            "hashes": [encoded(one) for one in merkle.proof(self.leaves, self.index)],
            "checkpoint": {"envelope": self.log.checkpoint(len(self.leaves), root, self.at)},
        }


@dataclass(frozen=True, slots=True)
class Log:
    """A log that keeps what it is given."""

    version: int
    host: str = "rekor.sigstore.test"
    key: Key = field(default_factory=lambda: keys.new("p256"))
    others: int = OTHERS
    _leaves: list[bytes] = field(default_factory=list, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Fill in other people's entries."""
        self._leaves.extend(secrets.token_bytes(32) for _ in range(self.others))

    @property
    def id(self) -> bytes:
        """Version 1: the key's id; version 2: that of signed notes, which holds the name too (C2SP, signed-note)."""
        if self.version == 1 or self.key.kind != "ed25519":
            return self.key.id
        bare = self.key.private.public_key().public_bytes_raw()
        return hashlib.sha256(self.host.encode() + b"\n\x01" + bare).digest()

    def add(self, body: bytes, kind: tuple[str, str], at: datetime) -> Entry:
        """Integrate an entry; one of somebody else comes behind it, so that it is not the last."""
        index = len(self._leaves)
        self._leaves.append(merkle.leaf(body))
        leaves = tuple(self._leaves)
        if self.others:
            leaves = (*leaves, secrets.token_bytes(32))
            self._leaves.append(leaves[-1])
        return Entry(self, body, kind, index, leaves, at)

    def checkpoint(self, size: int, root: bytes, at: datetime, by: Key | None = None) -> str:
        """A signed note on the state of the tree."""
        origin = f"{self.host} - 1193050959916656506" if self.version == 1 else self.host
        lines = [origin, str(size), base64.b64encode(root).decode()]
        if self.version == 1:
            lines.append(f"Timestamp: {int(at.timestamp())}000000000")
        note = "".join(f"{line}\n" for line in lines)
        signature = encoded(self.id[:4] + (by or self.key).sign(note.encode()))
        return f"{note}\n\u2014 {self.host} {signature}\n"
