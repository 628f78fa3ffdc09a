"""A TUF repository of the tests: metadata with keys of its own, served on this machine as Sigstore's is on the network."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp

TARGET = "trusted_root.json"
ROLES = ("root", "timestamp", "snapshot", "targets")


def in_days(days: float) -> datetime:
    """A time from now, as TUF reads this machine's clock."""
    return datetime.now(timezone.utc).replace(microsecond=0) + timedelta(days=days)


@dataclass(slots=True)
class Repository:
    """Files below ``folder``; one key for each role, exchanged by `rotate`."""

    folder: Path
    content: bytes
    """Of the trusted root."""
    signers: dict[str, CryptoSigner] = field(default_factory=lambda: {role: CryptoSigner.generate_ecdsa() for role in ROLES})
    roots: list[Metadata[Root]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """The first root, and everything below it."""
        self._root(self._described(1), [self.signers["root"]])
        self.publish()

    @property
    def first(self) -> bytes:
        """What a client begins with."""
        return (self.folder / "1.root.json").read_bytes()

    def _described(self, version: int) -> Metadata[Root]:
        root = Root(version=version, expires=in_days(100), consistent_snapshot=True)
        for role in ROLES:
            root.add_key(self.signers[role].public_key, role)
        return Metadata(root)

    def _root(self, made: Metadata[Root], by: list[CryptoSigner]) -> None:
        for number, signer in enumerate(by):
            made.sign(signer, append=bool(number))
        self.roots.append(made)
        self.folder.mkdir(exist_ok=True)
        made.to_file(str(self.folder / f"{made.signed.version}.root.json"))

    def rotate(self, *, signed_by_the_old: bool = True) -> None:
        """A second root with other keys for all; without the old key's signature nobody who trusts the first must take it."""
        old = self.signers["root"]
        self.signers = {role: CryptoSigner.generate_ecdsa() for role in ROLES}
        made = self._described(len(self.roots) + 1)
        self._root(made, [self.signers["root"], *([old] if signed_by_the_old else [])])
        self.publish()

    def publish(self, content: bytes | None = None, **expires: float) -> None:
        """Targets, snapshot and timestamp for the trusted root; ``expires`` gives a role's days from now."""
        self.content = self.content if content is None else content
        target = TargetFile.from_data(TARGET, self.content, ["sha256"])
        targets = Targets(version=1, expires=in_days(expires.get("targets", 50)), targets={TARGET: target})
        snapshot = Snapshot(version=1, expires=in_days(expires.get("snapshot", 50)), meta={"targets.json": MetaFile(1)})
        timestamp = Timestamp(version=1, expires=in_days(expires.get("timestamp", 50)), snapshot_meta=MetaFile(1))
        for name, role, signed in (
            ("1.targets.json", "targets", targets),
            ("1.snapshot.json", "snapshot", snapshot),
            ("timestamp.json", "timestamp", timestamp),
        ):
            made: Metadata[Any] = Metadata(signed)
            made.sign(self.signers[role])
            made.to_file(str(self.folder / name))
        (self.folder / "targets").mkdir(exist_ok=True)
        self.file.write_bytes(self.content)

    @property
    def file(self) -> Path:
        """Where the trusted root lies, under its digest."""
        digest = TargetFile.from_data(TARGET, self.content, ["sha256"]).hashes["sha256"]
        return self.folder / "targets" / f"{digest}.{TARGET}"


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder's address on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Silent, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
