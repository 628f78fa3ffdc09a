"""A whole private Sigstore in one process: a certificate authority, logs of both versions, a timestamp authority, and its trusted root.

    sigstore = Sigstore()
    signed = sigstore.sign(b"...", identity=workflow(), log="v2")
    signed = sigstore.attest(b"...", slsa_1([subject("demo.whl", b"...")]), kind="intoto", kind_version="0.0.2", flaw="no-promise")
    signed.write(folder)

Keys are fresh each time. Nothing is forged by flipping bytes: a flaw (`tests.release.sigstore.flaws`) is a decision made otherwise, and
everything around it is signed as it should be.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from tests.release.sigstore import keys
from tests.release.sigstore.authority import Authority, Issued
from tests.release.sigstore.content import Content, signed_envelope, signed_message
from tests.release.sigstore.ctlog import CTLog
from tests.release.sigstore.flaws import FLAWS
from tests.release.sigstore.identity import Identity, workflow
from tests.release.sigstore.keys import Key
from tests.release.sigstore.plan import SECOND, Plan, Stamp
from tests.release.sigstore.rekor import Log
from tests.release.sigstore.timestamps import TimestampAuthority
from tests.release.sigstore.trusted_root import trusted_root

NOW = datetime(2025, 6, 12, 12, tzinfo=timezone.utc)
"""The clock unless another is given: in the past, because the library that is judged with it holds begins of ranges against today."""
LAST_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Written:
    """Where a signed artifact lies."""

    artifact: Path
    bundle: Path
    root: Path
    key: Path | None
    """The managed key, PEM."""
    now: datetime


@dataclass(frozen=True, slots=True)
class Signed:
    """An artifact, its bundle, and the root that it should be held against."""

    artifact: bytes
    name: str
    bundle: dict[str, Any]
    root: dict[str, Any]
    identity: Identity
    now: datetime
    key: str | None = None
    """The managed key, PEM."""

    def write(self, folder: Path, suffix: str = ".sigstore.json") -> Written:
        """Write them into a folder, as releases have them; the root and the key stand one level above, where no artifact is looked for."""
        folder.mkdir(parents=True, exist_ok=True)
        above = folder.parent
        artifact, bundle, root = folder / self.name, folder / f"{self.name}{suffix}", above / "trusted_root.json"
        artifact.write_bytes(self.artifact)
        bundle.write_text(json.dumps(self.bundle), encoding="utf-8")
        root.write_text(json.dumps(self.root), encoding="utf-8")
        key = above / "release.pub" if self.key else None
        if key is not None:
            key.write_text(self.key or "", encoding="utf-8")
        return Written(artifact, bundle, root, key, self.now)


@dataclass(frozen=True, slots=True)
class Sigstore:
    """One instance."""

    now: datetime = NOW
    authority: Authority = field(init=False)
    ct_log: CTLog = field(default_factory=CTLog)
    v1: Log = field(default_factory=lambda: Log(1))
    v2: Log = field(default_factory=lambda: Log(2, "log2025-1.rekor.sigstore.test", keys.new("ed25519")))
    tsa: TimestampAuthority = field(init=False)

    def __post_init__(self) -> None:
        """Make what has dates."""
        object.__setattr__(self, "authority", Authority(self.now))
        object.__setattr__(self, "tsa", TimestampAuthority(self.now))

    @property
    def root(self) -> dict[str, Any]:
        """The trusted root's document."""
        return trusted_root(self.now - LAST_YEAR, [self.authority], [self.v1, self.v2], [self.ct_log], [self.tsa])

    def sign(self, artifact: bytes, *, name: str = "demo-1.2.0.tar.gz", key: str | Key = "p256", **how: Any) -> Signed:
        """An artifact signed as it is; ``how`` is what `_signed` takes."""
        made = keys.new(key) if isinstance(key, str) else key
        return self._signed(artifact, name, signed_message(artifact, made), made, **{"kind": "hashedrekord", **how})

    def attest(
        self, artifact: bytes, statement: dict[str, Any] | bytes, *, name: str = "demo-1.2.0.tar.gz", key: str | Key = "p256", **how: Any
    ) -> Signed:
        """A statement on an artifact, in an envelope; ``how`` is what `_signed` takes."""
        made = keys.new(key) if isinstance(key, str) else key
        payload = statement if isinstance(statement, bytes) else json.dumps(statement).encode()
        usual = {"kind": "hashedrekord" if how.get("log") == "v2" else "dsse"}
        return self._signed(artifact, name, signed_envelope(payload, made, *how.pop("payload_type", ())), made, **{**usual, **how})

    def _signed(
        self,
        artifact: bytes,
        name: str,
        content: Content,
        key: Key,
        *,
        kind: str,
        kind_version: str = "",
        identity: Identity | None = None,
        log: str = "v1",
        version: str = "0.3",
        managed: bool = False,
        at: datetime | None = None,
        stamped: bool = False,
        flaw: str = "",
        flaws: tuple[str, ...] = (),
    ) -> Signed:
        """Make the bundle.

        ``log``: ``v1`` or ``v2``; ``version``: the bundle's; ``managed``: without a certificate; ``at``: when it is signed (an hour before
        the clock unless given); ``stamped``: with a timestamp also where the log's version gives a time; ``flaw``: what is wrong with it.
        """
        at = at or self.now - timedelta(hours=1)
        chosen = self.v2 if log == "v2" else self.v1
        plan = Plan(
            content=content,
            identity=identity or workflow(),
            key=key,
            authority=self.authority,
            issued=Issued(at, logs=[self.ct_log]),
            log=chosen,
            kind=(kind, kind_version or f"0.0.{chosen.version}"),
            integrated=at + 2 * SECOND,
            stamps=(Stamp(self.tsa, at + SECOND),) if stamped or chosen.version > 1 else (),
            version=version,
            managed=managed,
        )
        root = self.root
        for one in (*flaws, *([flaw] if flaw else [])):
            plan = FLAWS[one].change(self, plan)
            root = FLAWS[one].trust(root, plan)
        return Signed(artifact, name, plan.document(), root, plan.identity, self.now, key.pem if managed else None)

    def rogue(self) -> Sigstore:
        """Another instance with the same names and its own keys."""
        return replace(self, ct_log=CTLog(), v1=Log(1), v2=Log(2, self.v2.host, keys.new("ed25519")))
