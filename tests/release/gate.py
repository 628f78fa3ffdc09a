"""A release folder, its policy, and what `logproof verify` prints of it.

What is printed is compared with ``golden/FILE.txt``, in which each test has a part under its name; ``LOGPROOF_TRANSCRIPTS=write`` writes
what is printed now: read the difference before you commit it. Digests, which are fresh in each run, are written as their length.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.cli import run
from tests.release.sigstore import GITHUB, Signed, Sigstore, slsa_1, subject

GOLDEN = Path(__file__).with_name("golden")
SDIST, WHEEL = "demo-1.2.0.tar.gz", "demo-1.2.0-py3-none-any.whl"
ARTIFACT = b"the source distribution\n"
IDENTITY = "https://github.com/acme/demo/.github/workflows/release.yml@refs/tags/v*"
PUBLISHER = {"issuer": GITHUB, "identity": IDENTITY}
_DIGEST = re.compile(r"\b(?:[0-9a-f]{128}|[0-9a-f]{64})\b")
_PART = re.compile(r"^## (?P<name>.+)\n", re.MULTILINE)


@dataclass(slots=True)
class Gate:
    """One project's folder with a ``dist`` in it."""

    folder: Path
    sigstore: Sigstore
    capsys: pytest.CaptureFixture[str]
    golden: Path
    name: str
    """The test's, for its part of the golden file."""
    root: dict[str, Any] = field(default_factory=dict)

    @property
    def dist(self) -> Path:
        """The release folder."""
        return self.folder / "dist"

    def attested(self, artifact: bytes = ARTIFACT, name: str = SDIST, **how: Any) -> Signed:
        """An artifact with SLSA provenance; keywords that are the statement's go there."""
        given = {word: how.pop(word) for word in ("repository", "ref", "commit", "builder", "inputs") if word in how}
        return self.sigstore.attest(artifact, how.pop("statement", None) or slsa_1([subject(name, artifact)], **given), name=name, **how)

    def release(self, *signed: Signed) -> None:
        """Write artifacts with their bundles; the last one's root is the root."""
        for one in signed:
            one.write(self.dist)
            self.root = one.root

    def policy(self, text: str = "", **release: Any) -> None:
        """Write ``policy.yaml``: the usual one with other keys of ``release`` (``trust_root`` ...; None leaves one out), or a text."""
        data = json.dumps(self.root or self.sigstore.root).encode()
        (self.folder / "trusted_root.json").write_bytes(data)
        usual: dict[str, Any] = {
            "trust-root": {"file": "trusted_root.json", "sha256": hashlib.sha256(data).hexdigest()},
            "signers": {"publisher": PUBLISHER},
            "artifacts": [{"files": "*.tar.gz"}],
        }
        said = {**usual, **{key.replace("_", "-"): value for key, value in release.items()}}
        document = {
            "name": "demo",
            "description": "Who may release demo.",
            "release": {key: one for key, one in said.items() if one is not None},
        }
        (self.folder / "policy.yaml").write_text(text or yaml.safe_dump(document, sort_keys=False), encoding="utf-8")

    def verify(self, *arguments: str, policy: bool = True, now: str = "") -> str:
        """What the command prints, standard error marked by ``! ``, then its exit code; in this process, from the project's folder."""
        given = ["verify", *(arguments or ("dist",)), *(["--policy", "policy.yaml"] if policy else []), "--report", "concise"]
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(self.folder)
            patch.setenv("LOGPROOF_NOW", now or self.sigstore.now.isoformat())
            self.capsys.readouterr()
            code = run(given)
        printed = self.capsys.readouterr()
        errors = "".join(f"! {line}\n" for line in printed.err.splitlines())
        text = (printed.out + errors).replace(str(self.folder), "FOLDER")
        return f"{_DIGEST.sub(lambda match: f'<{len(match[0])} digits>', text)}[{code}]\n"

    def without_policy(self, signed: Signed, *arguments: str, identity: str = "", issuer: str = GITHUB) -> str:
        """The same by ``--identity`` and ``--issuer`` alone."""
        written = signed.write(self.dist)
        who = ["--key", "release.pub"] if written.key else ["--identity", identity or signed.identity.san, "--issuer", issuer]
        return self.verify(f"dist/{signed.name}", *who, "--trust-root", "trusted_root.json", *arguments, policy=False)

    def refuses(self, printed: str, exit_code: int = 1) -> None:
        """It was refused, and the sentences are those of the golden file."""
        assert printed.endswith(f"[{exit_code}]\n"), printed
        assert "Traceback" not in printed
        assert "internal error" not in printed
        self.matches(printed)

    def accepts(self, printed: str) -> None:
        """Everything holds."""
        assert printed.endswith("[0]\n"), printed

    def matches(self, printed: str) -> None:
        """Compare with this test's part of the golden file, or write it."""
        parts = read_parts(self.golden)
        if os.environ.get("LOGPROOF_TRANSCRIPTS") == "write":
            write_parts(self.golden, {**parts, self.name: printed})
        else:
            assert printed == parts.get(self.name, "nothing is written down for this test")


def read_parts(path: Path) -> dict[str, str]:
    """Name to text of a golden file."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    _, *parts = _PART.split(text)
    return {name: f"{body.rstrip()}\n" for name, body in zip(parts[::2], parts[1::2], strict=True)}


def write_parts(path: Path, parts: Mapping[str, str]) -> None:
    """The same in the other direction, sorted by name."""
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(f"## {name}\n{parts[name]}" for name in sorted(parts)), encoding="utf-8")


def sums(folder: Path, names: Iterable[str], algorithm: str = "sha256") -> str:
    """What sha256sum prints of these files."""
    return "".join(f"{hashlib.new(algorithm, (folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names)
