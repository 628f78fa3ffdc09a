"""The rules, one file each, found and never listed: ``FAMILY/NAME.py`` holds one function that `checker.rule.rule` decorated.

A module whose name begins with ``_`` is no rule; it holds what the rules of its family share.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from types import ModuleType

from checker.rule import Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule of the package, sorted by code."""
    return tuple(sorted((rule for module in _modules() for rule in rules_of(module)), key=lambda rule: rule.code))


def rules_of(module: ModuleType) -> Iterator[Rule]:
    """The rules that a module defines itself; imported ones are not its own."""
    for value in vars(module).values():
        found = getattr(value, "rule", None)
        if isinstance(found, Rule) and found.module == module.__name__:
            yield found


def _modules() -> Iterator[ModuleType]:
    for family in pkgutil.iter_modules(__path__, f"{__name__}."):
        if family.ispkg:
            package = importlib.import_module(family.name)
            for info in pkgutil.iter_modules(package.__path__, f"{family.name}."):
                if not info.name.rpartition(".")[2].startswith("_"):
                    yield importlib.import_module(info.name)
