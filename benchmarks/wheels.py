"""Pinned wheels: downloaded by pip into a folder that is kept, known by their hash, unpacked without running anything."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

MOST_BYTES = 50_000_000
"""Of one package's sources, unpacked."""
_PIN = re.compile(r"([a-z0-9-]+)==([0-9a-z.]+) --hash=sha256:([0-9a-f]{64})")


class NotToBeHadError(Exception):
    """pip could not download the wheels; its text says why."""


@dataclass(frozen=True, slots=True)
class Pin:
    """One line of a file of packages."""

    name: str
    version: str
    sha256: str

    def __str__(self) -> str:
        """The line."""
        return f"{self.name}=={self.version} --hash=sha256:{self.sha256}"


def pins(file: Path) -> list[Pin]:
    """The packages, in the file's order; raises ValueError for a line that is neither a pin nor a comment."""
    found = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            match = _PIN.fullmatch(line)
            if not match:
                raise ValueError(f"{file.name}: not pinned by version and hash: {line}")
            found.append(Pin(*match.groups()))
    return found


def wheels(wanted: Sequence[Pin], folder: Path, *options: str) -> dict[Pin, Path]:
    """Each pin's wheel; raises NotToBeHadError where pip cannot bring one, and AssertionError where it brings another."""
    kept = _kept(folder)
    missing = [pin for pin in wanted if pin.sha256 not in kept]
    if missing:
        _download(missing, folder, options)
        kept = _kept(folder)
    return {pin: kept[pin.sha256] for pin in wanted}


def _kept(folder: Path) -> dict[str, Path]:
    return {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in folder.glob("*.whl")}


def _download(missing: Iterable[Pin], folder: Path, more: Iterable[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    # Wheels only: pip would run the setup of a source distribution, even to download it.
    options = ["--quiet", "--no-input", "--disable-pip-version-check", "--no-deps", "--only-binary=:all:", "--require-hashes", *more]
    with tempfile.TemporaryDirectory() as scratch:
        wanted = Path(scratch, "packages.txt")
        wanted.write_text("".join(f"{pin}\n" for pin in missing), encoding="utf-8")
        command = [sys.executable, "-m", "pip", "download", *options, "--dest", str(folder), "--requirement", str(wanted)]
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
        if sum(member.file_size for member in members) > MOST_BYTES:
            raise ValueError(f"{wheel.name} holds more than {MOST_BYTES} bytes of Python")
        for member in members:
            path = place(member.filename, target, wheel.name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(archive.read(member))


def place(member: str, target: Path, archive: str) -> Path:
    """Where a member of an archive goes; raises ValueError for a name that leads out of ``target``."""
    name = PurePosixPath(member)
    if name.is_absolute() or ".." in name.parts or "\\" in member or ":" in member:
        raise ValueError(f"{archive} holds a file that leads out of it: {member!r}")
    return target / name
