"""``python -m tests.release.example`` makes ``examples/release`` anew: a release that a private Sigstore signed, its policy, and a walk.

The keys are gone once it has run: nobody can sign another release that the example's root trusts. The console blocks of its README are run
again, each from a fresh copy of the folder, and hold what is printed.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import re
import shutil
import tempfile
from pathlib import Path

from checker.cli import run
from tests.release.sigstore import Signed, Sigstore, slsa_1, subject, workflow

FOLDER = Path(__file__).resolve().parents[2] / "examples/release"
SDIST, WHEEL = "demo-1.2.0.tar.gz", "demo-1.2.0-py3-none-any.whl"
POLICY = """name: demo-release
description: Who may release demo, and what a release of it consists of.

release:
  trust-root:
    file: trusted_root.json
    sha256: DIGEST
  signers:
    release-workflow:
      issuer: https://token.actions.githubusercontent.com
      identity: https://github.com/acme/demo/.github/workflows/release.yml@refs/tags/v*
      repository: https://github.com/acme/demo
      repository-id: "4711"
      ref: refs/tags/v*
      runner: github-hosted
  artifacts:
    - files: "*.tar.gz"
      count: 1
      attestations:
        - type: https://slsa.dev/provenance/v1
    - files: "*.whl"
      count: 1
      attestations:
        - type: https://slsa.dev/provenance/v1
  one: [version, commit, ref]
  minimum-version: "1.2.0"
"""
_BLOCK = re.compile(r"```console\n(?P<text>.*?)```", re.DOTALL)


def write(folder: Path) -> None:
    """The files, with fresh keys: a good release in ``dist``, and in ``fork`` the same files signed by a fork's workflow."""
    sigstore = Sigstore()
    for name, repository, number in (("dist", "acme/demo", "4711"), ("fork", "mallory/demo", "9999")):
        shutil.rmtree(folder / name, ignore_errors=True)
        for artifact, log in ((SDIST, "v1"), (WHEEL, "v2")):
            _signed(sigstore, artifact, log, repository, number).write(folder / name)
    root = (folder / "trusted_root.json").read_bytes()
    text = POLICY.replace("DIGEST", hashlib.sha256(root).hexdigest())
    (folder / "release.yaml").write_text(text, encoding="utf-8")


def _signed(sigstore: Sigstore, name: str, log: str, repository: str, number: str) -> Signed:
    data = f"{name}: no real archive, but its bytes are what was signed\n".encode()
    statement = slsa_1([subject(name, data)], repository=repository)
    return sigstore.attest(data, statement, name=name, log=log, identity=workflow(repository, repository_id=number))


def replayed(text: str, folder: Path) -> str:
    """A README whose console blocks hold what their commands print now, each block from a fresh copy of the folder."""
    return _BLOCK.sub(lambda match: f"```console\n{_block(match['text'], folder)}```", text)


def _block(text: str, folder: Path) -> str:
    here = Path.cwd()
    with tempfile.TemporaryDirectory() as scratch:
        shutil.copytree(folder, Path(scratch, "release"))
        os.chdir(Path(scratch, "release"))
        try:
            return "".join(f"$ {line}\n{_printed(line)}" for line in re.findall(r"^\$ (.*)$", text, re.MULTILINE))
        finally:
            os.chdir(here)


def _printed(line: str) -> str:
    """What a command prints: ours, ``echo TEXT >> FILE``, or ``echo $?`` for the last one's exit code."""
    words = line.split()
    if words[0] == "echo":
        assert words[-2] == ">>"
        with Path(words[-1]).open("a", encoding="utf-8") as stream:
            stream.write(" ".join(words[1:-2]) + "\n")
        return ""
    assert words[0] == "logproof"
    with contextlib.redirect_stdout(io.StringIO()) as printed, contextlib.redirect_stderr(printed):
        code = run(words[1:])
    return f"{printed.getvalue()}(exit code {code})\n"


def main() -> None:
    """Write everything."""
    write(FOLDER)
    readme = FOLDER / "README.md"
    readme.write_text(replayed(readme.read_text(encoding="utf-8"), FOLDER), encoding="utf-8")
    size = sum(path.stat().st_size for path in FOLDER.rglob("*") if path.is_file())
    print(json.dumps({"files": sum(1 for path in FOLDER.rglob("*") if path.is_file()), "bytes": size}))


if __name__ == "__main__":
    main()
