"""Versions in the names of wheels and sdists (PEP 427, PEP 625), compared as PEP 440 says."""

from __future__ import annotations

from packaging.utils import InvalidSdistFilename, InvalidWheelFilename, parse_sdist_filename, parse_wheel_filename
from packaging.version import InvalidVersion, Version


def version_of(path: str) -> Version | None:
    """``None`` for a file whose name holds no version that can be told."""
    name = path.rpartition("/")[2]
    try:
        if name.endswith(".whl"):
            return parse_wheel_filename(name)[1]
        if name.endswith((".tar.gz", ".zip")):
            return parse_sdist_filename(name)[1]
    except (InvalidWheelFilename, InvalidSdistFilename, InvalidVersion):
        return None
    return None


def parsed(text: str) -> Version | None:
    """``None`` for what is no version."""
    try:
        return Version(text)
    except InvalidVersion:
        return None
