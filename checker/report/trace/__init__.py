"""How a trace is printed: one file per format, found and never listed."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import Protocol

import msgspec

from checker.trace.model import Matrix

__all__ = ["Format", "Traced", "formats"]


class Traced(msgspec.Struct, frozen=True):
    """A trace, and what was asked."""

    matrix: Matrix
    """All events; with ``event`` those of that name alone."""
    event: str = ""
    """The event that is told hop by hop; ``""`` for the matrix of all."""
    root: str = "."
    version: str = ""
    """The tool's version."""
    today: str = ""
    """ISO date."""


class Format(Protocol):
    """What a module of this package offers to be a format."""

    NAME: str

    def render(self, traced: Traced) -> str:
        """The whole, with a line break at its end."""


@cache
def formats() -> dict[str, Format]:
    """Every format by its name."""
    modules = (import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__))
    return {module.NAME: module for module in sorted(modules, key=lambda module: module.__name__) if hasattr(module, "NAME")}
