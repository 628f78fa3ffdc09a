"""A good and a bad release under policies that nobody wrote: none of these lets the bad one out, and none breaks the command."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import random
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from checker.cli import run
from tests.release.mutants import lines_mutated
from tests.release.sigstore import GITHUB, Sigstore, slsa_1, subject

NAME, ARTIFACT = "demo-1.2.0.tar.gz", b"an artifact of the release\n"
TEXT = f"""name: demo
description: Who may release demo.
release:
  trust-root: {{file: trusted_root.json, sha256: DIGEST, as-of: 2025-06-01, max-age-days: 90}}
  signers:
    publisher:
      issuer: {GITHUB}
      identity: https://github.com/acme/demo/.github/workflows/release.yml@refs/tags/v*
      repository: https://github.com/acme/demo
      repository-id: "4711"
      ref: refs/tags/v*
      trigger: [push]
      runner: github-hosted
    backup:
      key: release.pub
      from: 2025-01-01
      until: 2025-12-31
  artifacts:
    - files: "*.tar.gz"
      count: 1
      signers: [publisher]
      distinct-signers: 1
      attestations:
        - type: https://slsa.dev/provenance/v1
          source: https://github.com/acme/demo
          inputs: {{target: [pypi]}}
          fields: {{runDetails.builder.id: https://github.com/actions/runner/github-hosted}}
  extra-files: ["*.md"]
  one: [version, commit, ref]
  minimum-version: "1.0"
  signed-since: 2025-01-01
waivers: []
"""


@dataclass(slots=True)
class Desk:
    """A project with two release folders: a good one, and one whose signature is by another key than the certificate's."""

    sigstore: Sigstore
    _held: contextlib.ExitStack = field(default_factory=contextlib.ExitStack)
    _folder: Path = field(init=False)
    _text: str = field(init=False)

    def __post_init__(self) -> None:
        """Write them."""
        self._folder = Path(self._held.enter_context(tempfile.TemporaryDirectory()))
        statement = slsa_1([subject(NAME, ARTIFACT)])
        self.sigstore.attest(ARTIFACT, statement, name=NAME).write(self._folder / "good")
        self.sigstore.attest(ARTIFACT, statement, name=NAME, flaw="signed-by-another-key").write(self._folder / "bad")
        (self._folder / "release.pub").write_text(self.sigstore.ct_log.key.pem, encoding="utf-8")
        digest = hashlib.sha256((self._folder / "trusted_root.json").read_bytes()).hexdigest()
        self._text = TEXT.replace("DIGEST", digest)

    def close(self) -> None:
        """Take the folder away."""
        self._held.close()

    def mutant(self, luck: random.Random) -> str:
        """The policy with some lines changed."""
        return lines_mutated(self._text, luck)

    def judged(self, text: str, *, bad: bool) -> tuple[int, str]:
        """Exit code, and what is wrong with it."""
        (self._folder / "policy.yaml").write_text(text, encoding="utf-8", errors="surrogatepass")
        arguments = [
            "verify",
            "bad" if bad else "good",
            "--policy",
            "policy.yaml",
            "--report",
            "json",
            "--now",
            self.sigstore.now.isoformat(),
        ]
        with _inside(self._folder), contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as err:
            code = run(arguments)
        if code not in (0, 1, 2) or "internal error" in err.getvalue():
            return code, f"exit code {code}: {err.getvalue()[:300]}"
        if code == 0 and bad:
            return code, "a bad signature is accepted"
        if code == 0 and json.loads(out.getvalue())["findings"]:
            return code, "accepted with findings"
        return code, ""


@contextlib.contextmanager
def _inside(folder: Path) -> Iterator[None]:
    here = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(here)
