"""The trusted roots that come with logproof, pinned: a changed file is refused, whoever changed it. Imports nothing heavy."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

import checker


class Pin(NamedTuple):
    """What a shipped root must be."""

    sha256: str
    as_of: date
    """The day on which it was taken from the release of sigstore-python that was the newest."""


SHIPPED = {
    "public-good": Pin("6494e21ea73fa7ee769f85f57d5a3e6a08725eae1e38c755fc3517c9e6bc0b66", date(2026, 11, 27)),
    "staging": Pin("81f5af777952d2c3955062ad56924c05ca916b5d49f3a0bce945faa475a8b1cc", date(2026, 11, 27)),
}
"""By the name that policies and ``--trust-root`` use."""


def shipped_bytes(name: str) -> bytes:
    """The file as it lies there, unchecked: inside the package in a wheel, beside it in a checkout. Raises OSError."""
    package = Path(checker.__file__).resolve().parent
    folders = (package / "_policies" / "roots", package.parent / "policies" / "roots")
    return next((folder for folder in folders if folder.is_dir()), folders[0]).joinpath(f"{name}.json").read_bytes()
