"""The samples' wheels, and the folder that keeps them."""

from __future__ import annotations

import os
from pathlib import Path

from benchmarks import wheels as shared
from benchmarks.wheels import NotToBeHadError, Pin, unpack

__all__ = ["NotToBeHadError", "Pin", "folder", "pins", "unpack", "wheels"]

HERE = Path(__file__).parent
PINS = HERE / "packages.txt"
_KEPT = HERE.parents[1] / ".pytest_cache/d/samples"


def pins() -> list[Pin]:
    """The packages, in the file's order."""
    return shared.pins(PINS)


def folder() -> Path:
    """Where the wheels are kept: LOGPROOF_SAMPLES, else among what pytest keeps, which git ignores."""
    return Path(os.environ.get("LOGPROOF_SAMPLES") or _KEPT)


def wheels() -> dict[Pin, Path]:
    """Each pin's wheel; raises NotToBeHadError where pip cannot bring one, and AssertionError where it brings another."""
    return shared.wheels(pins(), folder())
