"""What becomes of a written line in the project's shippers: one module for each kind, found by the kind's name and never listed."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from checker.monitoring.model import Collector, Input
from checker.trace.collecting.arrival import Arrival
from checker.trace.collecting.sources import Source


class Shipping(Protocol):
    """What a module of this package offers."""

    KIND: str
    """The collector's: ``promtail``."""

    def arrivals(self, collector: Collector, taken: Input, source: Source) -> list[Arrival]:
        """What comes out at the collector's outputs of what an input takes; lost ones say where."""


@cache
def shippers() -> dict[str, Shipping]:
    """By the collector's kind."""
    modules = (import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))
    return {module.KIND: cast(Shipping, module) for module in modules if hasattr(module, "KIND")}
