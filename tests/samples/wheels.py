"""The pinned wheels: downloaded by pip into a folder that is kept, known by their hash, unpacked without running anything."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

HERE = Path(__file__).parent
PINS = HERE / "packages.txt"
_KEPT = HERE.parents[1] / ".pytest_cache/d/samples"
_MOST_BYTES = 50_000_000
"""Of one package's sources, unpacked."""


class NotToBeHadError(Exception):
    """pip could not download the wheels; its text says why."""


@dataclass(frozen=True, slots=True)
class Pin:
    """One line of packages.txt."""

    name: str
    version: str
    sha256: str


def pins() -> list[Pin]:
    """The packages, in the file's order."""
    lines = [line for line in PINS.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    found = [re.fullmatch(r"([a-z0-9-]+)==([0-9a-z.]+) --hash=sha256:([0-9a-f]{64})", line) for line in lines]
    return [Pin(*match.groups()) for match in found if match]


def folder() -> Path:
    """Where the wheels are kept: LOGPROOF_SAMPLES, else among what pytest keeps, which git ignores."""
    return Path(os.environ.get("LOGPROOF_SAMPLES") or _KEPT)


def wheels() -> dict[Pin, Path]:
    """Each pin's wheel; raises NotToBeHadError where pip cannot bring one, and AssertionError where it brings another."""
    kept = _kept()
    if any(pin.sha256 not in kept for pin in pins()):
        _download()
        kept = _kept()
    return {pin: kept[pin.sha256] for pin in pins()}


def _kept() -> dict[str, Path]:
    return {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in folder().glob("*.whl")}


def _download() -> None:
    folder().mkdir(parents=True, exist_ok=True)
    # Wheels only: pip would run the setup of a source distribution, even to download it.
    options = ["--quiet", "--no-input", "--disable-pip-version-check", "--no-deps", "--only-binary=:all:", "--require-hashes"]
    command = [sys.executable, "-m", "pip", "download", *options, "--dest", str(folder()), "--requirement", str(PINS)]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    assert "DO NOT MATCH THE HASHES" not in done.stdout, done.stdout
    if done.returncode:
        raise NotToBeHadError(done.stdout)


def unpack(wheel: Path, target: Path) -> None:
    """Write the Python sources of a wheel below ``target``, a project of its own; raises ValueError for a name that leads out of it."""
    target.mkdir(parents=True)
    (target / "pyproject.toml").touch()  # whatever project the folder lies in, this is another
    with zipfile.ZipFile(wheel) as archive:
        members = [member for member in archive.infolist() if member.filename.endswith(".py")]
        if sum(member.file_size for member in members) > _MOST_BYTES:
            raise ValueError(f"{wheel.name} holds more than {_MOST_BYTES} bytes of Python")
        for member in members:
            name = PurePosixPath(member.filename)
            if name.is_absolute() or ".." in name.parts or "\\" in member.filename or ":" in member.filename:
                raise ValueError(f"{wheel.name} holds a file that leads out of it: {member.filename!r}")
            path = target / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(archive.read(member))
