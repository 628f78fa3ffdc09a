"""How coverage of requirements is printed: one file per format, found and never listed."""

from __future__ import annotations

import pkgutil
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Protocol

from checker.coverage import Coverage
from checker.logconfig import LogPipeline


class Format(Protocol):
    """What a module of this package offers."""

    NAME: str

    def render(self, coverage: Coverage, pipelines: Sequence[LogPipeline]) -> str:
        """The whole, with a line break at its end; ``pipelines`` are for formats that can draw."""


@cache
def formats() -> dict[str, Format]:
    """Every format by its name."""
    modules = (import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__))
    return {module.NAME: module for module in sorted(modules, key=lambda module: module.__name__) if hasattr(module, "NAME")}
