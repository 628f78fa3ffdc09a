"""Releases for the rules' pages: a good one, and one for each belief with a single thing changed. Made by the private Sigstore."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import yaml

from checker import verification
from checker.release.evidence import Asked
from tests.release.sigstore import GITHUB, Sigstore, slsa_1, subject, workflow

SDIST, WHEEL = "demo-1.2.0.tar.gz", "demo-1.2.0-py3-none-any.whl"
REPOSITORY = "https://github.com/acme/demo"


def policy() -> dict[str, Any]:
    """Who may release demo, and what must be there."""
    return {
        "trust-root": {"file": "trusted_root.json", "as-of": "2025-06-01", "max-age-days": 90},
        "signers": {
            "release": {
                "identity": f"{REPOSITORY}/.github/workflows/release.yml@refs/tags/v*",
                "issuer": GITHUB,
                "repository": REPOSITORY,
                "repository-id": "4711",
                "runner": "github-hosted",
            }
        },
        "artifacts": [{"files": "demo-*.tar.gz", "count": 1}, {"files": "demo-*.whl", "count": 1}],
        "one": ["version", "commit"],
    }


@dataclass(slots=True)
class Scene:
    """A release folder, its policy beside it, and the Sigstore that signed it."""

    top: Path
    sigstore: Sigstore = field(default_factory=Sigstore)
    release: dict[str, Any] = field(default_factory=policy)
    root: dict[str, Any] | None = None

    @property
    def folder(self) -> Path:
        """The release folder."""
        return self.top / "dist"

    def sign(self, name: str, **how: Any) -> Path:
        """Sign a file of the folder; gives the bundle's path."""
        signed = self.sigstore.sign(name.encode(), name=name, **how)
        self.root = signed.root if how.get("flaw") or self.root is None else self.root
        return signed.write(self.folder).bundle

    def attest(self, name: str, suffix: str = ".slsa.attestation", **said: Any) -> Path:
        """Provenance for a file of the folder, beside its signature; gives the bundle's path."""
        signed = self.sigstore.attest(name.encode(), slsa_1([subject(name, name.encode())], **said), name=name)
        self.root = self.root or signed.root
        return signed.write(self.folder, suffix).bundle

    def finish(self) -> None:
        """Write root and policy."""
        self.top.mkdir(parents=True, exist_ok=True)
        text = json.dumps(self.root or self.sigstore.root)
        (self.top / "trusted_root.json").write_text(text, encoding="utf-8")
        self.release["trust-root"] = {"sha256": hashlib.sha256(text.encode()).hexdigest(), **self.release["trust-root"]}
        document = {"name": "demo", "description": "Who may release demo.", "release": self.release}
        (self.top / "release.yaml").write_text(yaml.safe_dump(document, sort_keys=False), encoding="utf-8")

    def verify(self) -> verification.Verified:
        """What logproof says of it."""
        asked = Asked(str(self.folder))
        policies = (str(self.top / "release.yaml"),)
        return verification.verify(verification.ReleaseRequest(asked, self.sigstore.now, str(self.top), "dist/", policies=policies))


def _good(scene: Scene) -> None:
    scene.sign(SDIST)
    scene.sign(WHEEL)


def _tampered(scene: Scene) -> None:
    _good(scene)
    (scene.folder / SDIST).write_bytes(b"something else")


def _unsigned(scene: Scene) -> None:
    _good(scene)
    (scene.folder / f"{WHEEL}.sigstore.json").unlink()


def _duplicate_key(scene: Scene) -> None:
    _good(scene)
    bundle = scene.folder / f"{SDIST}.sigstore.json"
    bundle.write_text(bundle.read_text(encoding="utf-8").replace("{", '{"mediaType": "x", ', 1), encoding="utf-8")


def _flawed(flaw: str, **how: Any) -> Callable[[Scene], None]:
    def build(scene: Scene) -> None:
        scene.sign(WHEEL)
        scene.sign(SDIST, flaw=flaw, **how)

    return build


def _by(**who: Any) -> Callable[[Scene], None]:
    def build(scene: Scene) -> None:
        scene.sign(WHEEL)
        scene.sign(SDIST, identity=workflow(**who))

    return build


def _stale_root(scene: Scene) -> None:
    _good(scene)
    scene.release["trust-root"]["as-of"] = "2024-06-01"


def _other_subject(scene: Scene) -> None:
    _good(scene)
    signed = scene.sigstore.attest(SDIST.encode(), slsa_1([subject("old.tar.gz", b"old")]), name=SDIST)
    signed.write(scene.folder, ".slsa.attestation")


def _no_provenance(scene: Scene) -> None:
    _good(scene)
    scene.attest(WHEEL)
    for kind in scene.release["artifacts"]:
        kind["attestations"] = [{"type": "https://slsa.dev/provenance/v1"}]


def _said(**said: Any) -> Callable[[Scene], None]:
    def build(scene: Scene) -> None:
        _good(scene)
        scene.attest(SDIST, **said)

    return build


def _other_input(scene: Scene) -> None:
    _good(scene)
    scene.attest(SDIST, inputs={"target": "staging"})
    scene.release["artifacts"][0]["attestations"] = [{"type": "https://slsa.dev/provenance/v1", "inputs": {"target": ["pypi"]}}]


def _signed_twice(scene: Scene) -> None:
    _good(scene)
    scene.sigstore.sign(SDIST.encode(), name=SDIST).write(scene.folder, ".sigstore")
    scene.release["artifacts"][0]["distinct-signers"] = 2


def _no_wheel(scene: Scene) -> None:
    scene.sign(SDIST)


def _extra_file(scene: Scene) -> None:
    _good(scene)
    (scene.folder / "notes.txt").write_text("to do\n", encoding="utf-8")


def _orphan(scene: Scene) -> None:
    _good(scene)
    scene.sign("demo-1.1.0.tar.gz")
    (scene.folder / "demo-1.1.0.tar.gz").unlink()


def _sums_omit(scene: Scene) -> None:
    _good(scene)
    digest = hashlib.sha256(SDIST.encode()).hexdigest()
    (scene.folder / "SHA256SUMS").write_text(f"{digest}  {SDIST}\n", encoding="utf-8")
    scene.release["sums"] = {"file": "SHA256SUMS"}


def _two_versions(scene: Scene) -> None:
    scene.sign(SDIST)
    scene.sign("demo-1.1.0-py3-none-any.whl", identity=workflow(ref="refs/tags/v1.1.0"))


def _rollback(scene: Scene) -> None:
    _good(scene)
    scene.release["minimum-version"] = "1.3.0"


def _symlink(scene: Scene) -> None:
    _good(scene)
    (scene.folder / "demo-latest.whl").symlink_to(WHEEL)


def _signed_last_year(scene: Scene) -> None:
    scene.sign(WHEEL)
    scene.sign(SDIST, at=scene.sigstore.now - timedelta(days=300))
    scene.release["signed-since"] = "2025-06-01"


SCENES: dict[str, Callable[[Scene], None]] = {
    "good": _good,
    "tampered": _tampered,
    "unsigned": _unsigned,
    "duplicate-key": _duplicate_key,
    "rogue-ca": _flawed("rogue-authority"),
    "no-proof": _flawed("no-checkpoint"),
    "other-timestamp": _flawed("timestamp-by-another", log="v2"),
    "stale-root": _stale_root,
    "other-workflow": _by(file=".github/workflows/tests.yml"),
    "other-subject": _other_subject,
    "no-provenance": _no_provenance,
    "other-commit": _said(commit="2f" * 20),
    "other-input": _other_input,
    "signed-twice": _signed_twice,
    "no-wheel": _no_wheel,
    "extra-file": _extra_file,
    "orphan": _orphan,
    "sums-omit": _sums_omit,
    "two-versions": _two_versions,
    "rollback": _rollback,
    "signed-last-year": _signed_last_year,
    "symlink": _symlink,
}
"""By the name that a page's fence has: ``text scene=NAME``."""


def build(name: str, top: Path) -> Scene:
    """The release of that name, written below ``top``."""
    scene = Scene(top)
    SCENES[name](scene)
    scene.finish()
    return scene
