"""Versions in the names of wheels and sdists (PEP 427, PEP 625), compared as PEP 440 says."""

from __future__ import annotations

import re
from typing import Any

from packaging.utils import InvalidSdistFilename, InvalidWheelFilename, canonicalize_name, parse_sdist_filename, parse_wheel_filename
from packaging.version import InvalidVersion, Version

_TAG = re.compile(r"(?:(?P<project>[A-Za-z0-9._-]*[A-Za-z0-9])(?:[-/@]|==))?v?(?P<version>[0-9]+(?:\.[0-9]+)+[a-z0-9.+-]*)")


def distribution(path: str) -> tuple[Any, ...] | None:
    """Project, version and the rest of the name of a wheel or sdist, each spelling alike; ``None`` for any other name."""
    name = path.rpartition("/")[2]
    try:
        if name.endswith(".whl"):
            return parse_wheel_filename(name)
        if name.endswith((".tar.gz", ".zip")):
            return (*parse_sdist_filename(name), name.rpartition(".")[2])
    except (InvalidWheelFilename, InvalidSdistFilename, InvalidVersion):
        return None
    return None


def version_of(path: str) -> Version | None:
    """``None`` for a file whose name holds no version that can be told."""
    found = distribution(path)
    return found[1] if found else None


def version_of_tag(ref: str, path: str) -> Version | None:
    """Of ``refs/tags/v1.2.0``, or with the project's name before it as monorepos have it; ``None`` for what only might be a version."""
    tag = ref.removeprefix("refs/tags/")
    if tag == ref:
        return None
    match = _TAG.fullmatch(tag)
    if match is None:
        return None
    project = path.rpartition("/")[2].partition("-")[0]
    if match["project"] and canonicalize_name(match["project"]) != canonicalize_name(project):
        return None
    return parsed(match["version"])


def parsed(text: str) -> Version | None:
    """``None`` for what is no version."""
    try:
        return Version(text)
    except InvalidVersion:
        return None
