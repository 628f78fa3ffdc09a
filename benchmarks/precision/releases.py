"""One file of a release: found and downloaded with pip's own means, checked by its hash, unpacked without running anything.

``pip download`` would run the setup of a source distribution; therefore pip's finder is asked for the file's place instead.
"""

from __future__ import annotations

import hashlib
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from benchmarks.wheels import MOST_BYTES, NotToBeHadError, place


def archive(package: str, name: str, sha256: str, folder: Path) -> Path:
    """The file of that name; raises NotToBeHadError where there is none or it is another."""
    path = folder / name
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f"{name}.part")
        part.write_bytes(_download(package, name))
        part.rename(path)
    if hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
        raise NotToBeHadError(f"{name} is another file: its hash differs")
    return path


def _download(package: str, name: str) -> bytes:
    from pip._internal.commands.download import DownloadCommand  # private, and alike in all versions of the last years

    command: Any = DownloadCommand("download", "")
    options, _ = command.parse_args(["--no-input", "--disable-pip-version-check"])
    with command.main_context():
        session = command.get_default_session(options)
        finder = command._build_package_finder(options, session, ignore_requires_python=True)
        links = {candidate.link.filename: candidate.link for candidate in finder.find_all_candidates(package)}
        if name not in links:
            raise NotToBeHadError(f"no file {name} of {package}")
        answer = session.get(links[name].url_without_fragment, headers={"Accept-Encoding": "identity"})
        answer.raise_for_status()
        return bytes(answer.content)


def unpack(file: Path, target: Path) -> None:
    """Write the Python sources of a wheel or a source distribution below ``target``, a project of its own.

    The folder that a source distribution holds is ``target`` itself. Raises ValueError for a name that leads out.
    """
    target.mkdir(parents=True)
    (target / "pyproject.toml").touch()  # whatever project the folder lies in, this is another
    total = 0
    for name, content in _wheel(file) if file.suffix in {".whl", ".zip"} else _tar(file):
        total += len(content)
        if total > MOST_BYTES:
            raise ValueError(f"{file.name} holds more than {MOST_BYTES} bytes of Python")
        inner = name if file.suffix == ".whl" else "/".join(PurePosixPath(name).parts[1:])
        path = place(inner, target, file.name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _wheel(file: Path) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(file) as members:
        for member in members.infolist():
            if member.filename.endswith(".py"):
                yield member.filename, members.read(member)


def _tar(file: Path) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(file) as members:
        for member in members:
            content = members.extractfile(member) if member.isfile() and member.name.endswith(".py") else None
            if content:
                yield member.name, content.read()
